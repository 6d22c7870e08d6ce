"""Pages per second and memory of the report, beside other ways to write the same content.

    python -m tests.benchmarks.bench_pdf                 about 10, 100 and 1,000 pages
    python -m tests.benchmarks.bench_pdf --events 4000   so many events
    pytest tests/benchmarks/bench_pdf.py -s              the ratio, and that it stays

Beside it stand a bare reportlab canvas that draws the same number of full pages of lines, the
least that the work could cost, and WeasyPrint, which makes the same words into a PDF from HTML.
WeasyPrint is no part of Casefile and is left out where it is not installed. It may be in an
environment of its own, whose Python is named by CASEFILE_WEASYPRINT (memory is Linux's count):

    python3 -m venv weasy && weasy/bin/pip install weasyprint
    CASEFILE_WEASYPRINT=weasy/bin/python python -m tests.benchmarks.bench_pdf

Each way runs in a process of its own, so that its memory can be told; its seconds are those of
computing, on one core, so that other work of the machine counts less. "Looked through" is the
report with 20 protected names, which it is searched for before it is given away.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pypdf import PdfReader

from tests.benchmarks.measure import Ratio
from tests.benchmarks.pdf_content import WORDS, generated, web_page
from viewer.domain.redaction import Redactor
from viewer.domain.summary import CaseSummary
from viewer.export.pdf import PdfOptions, write_pdf

#: Lines of text on a full page of the report.
LINES = 45
#: Events that give about 10, 100 and 1,000 pages.
EVENTS = (9, 125, 1280)
_PROTECTED = 20
#: A script for the Python that has WeasyPrint: HTML, fonts, PDF; prints what this file prints.
_WEASYPRINT = """
import json, re, sys, time
from pathlib import Path
from weasyprint import HTML
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
before = peak()
start = time.process_time()
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "before": before, "peak": peak()}))
"""


@dataclass(frozen=True)
class Run:
    """One writing: seconds of computing, and KiB of the process before it and at most."""

    way: str
    pages: int
    seconds: float
    before: int
    peak: int

    @property
    def speed(self) -> float:
        return self.pages / self.seconds

    @property
    def per_page(self) -> float:
        """KiB for each page beyond what the process had before."""
        return (self.peak - self.before) / self.pages


def report(summary: CaseSummary, path: Path) -> tuple[int, float]:
    """Write the report; return its pages and pages per second."""
    start = time.perf_counter()
    write_pdf(summary, path, PdfOptions(date_of_export=date(2026, 11, 22)))
    seconds = time.perf_counter() - start
    pages = len(PdfReader(path).pages)
    return pages, pages / seconds


def floor(pages: int, path: Path) -> float:
    """Return pages per second of a bare canvas with the same font and full pages of lines."""
    from reportlab.pdfgen.canvas import Canvas

    from viewer.export.pdf import fonts

    fonts.load()
    start = time.perf_counter()
    canvas = Canvas(str(path), pageCompression=1, invariant=1)
    for _ in range(pages):
        canvas.setFont(fonts.REGULAR, 9.5)
        for line in range(LINES):
            canvas.drawString(68, 760 - 15 * line, WORDS[:95])
        canvas.showPage()
    canvas.save()
    return pages / (time.perf_counter() - start)


def measure(events: int) -> tuple[int, float, float]:
    """Return pages, and pages per second of the report and of the bare canvas, best of two."""
    with TemporaryDirectory() as folder:
        warm = generated(20)
        report(warm, Path(folder, "warm.pdf"))
        summary = generated(events)
        runs = [report(summary, Path(folder, "report.pdf")) for _ in range(2)]
        pages, speed = max(runs)
        return pages, speed, max(floor(pages, Path(folder, "floor.pdf")) for _ in range(2))


def run(events: int = 900) -> list[Ratio]:
    """Measure a page against a page of a bare canvas."""
    pages, ours, bare = measure(events)
    return [Ratio(f"a page of the PDF, of {pages:,}", "bare canvas", 1 / ours, 1 / bare)]


def guarded(summary: CaseSummary) -> CaseSummary:
    """Return a summary that is searched for names of protected persons, none of which is there."""
    names = [f"Protected Somebody{n}" for n in range(_PROTECTED)]
    return replace(summary, guard=Redactor({name: f"[Person {name[-1]}]" for name in names}))


def _peak() -> int:
    """KiB: Linux's own count, since `getrusage` counts what the parent had when it forked."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def _alone(way: str, size: int, path: Path) -> dict[str, float]:
    """Write in this process, which is there for nothing else."""
    ways: dict[str, Callable[[], object]]
    if way == "bare canvas":
        floor(1, path)
        ways = {way: lambda: floor(size, path)}
    else:
        report(generated(2), path)
        summary = generated(size)
        found = guarded(summary) if way == "looked through" else summary
        ways = {way: lambda: write_pdf(found, path)}
    before, start = _peak(), time.process_time()
    ways[way]()
    return {"seconds": time.process_time() - start, "before": before, "peak": _peak()}


def _apart(way: str, size: int, path: Path) -> Run:
    command = [sys.executable, "-m", "tests.benchmarks.bench_pdf", "--one", way, str(size), path]
    return _told(way, command, path)


def _told(way: str, command: list[str | Path], path: Path) -> Run:
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Run(way, len(PdfReader(path).pages), **json.loads(told.splitlines()[-1]))


def weasyprint() -> str:
    """Return the Python that has WeasyPrint, or "" where none has."""
    python = os.environ.get("CASEFILE_WEASYPRINT", sys.executable)
    found = subprocess.run([python, "-c", "import weasyprint"], capture_output=True, check=False)
    return python if found.returncode == 0 else ""


def compared(events: int) -> list[Run]:
    """Write the same content in every way that there is."""
    with TemporaryDirectory() as folder:
        path, page = Path(folder, "out.pdf"), Path(folder, "page.html")
        runs = [_apart(way, events, path) for way in ("report", "looked through")]
        runs.append(_apart("bare canvas", runs[0].pages, path))
        if python := weasyprint():
            page.write_text(web_page(generated(events)), encoding="utf-8")
            command = [python, "-c", _WEASYPRINT, page, path]
            runs.append(_told("WeasyPrint", command, path))
        return runs


def table(runs: list[Run]) -> str:
    """Return a Markdown table; pages are those that each way makes of the content."""
    rows = ["| way | pages | pages/s | peak memory | a page more |", "|---|---:|---:|---:|---:|"]
    rows += [
        f"| {r.way} | {r.pages:,} | {r.speed:.1f} | {r.peak / 1024:.0f} MB | {r.per_page:.0f} KB |"
        for r in runs
    ]
    return "\n".join(rows)


@pytest.mark.benchmark
def test_pages_per_second_against_a_bare_canvas() -> None:
    pages, speed, bare = measure(900)
    print(f"\n{pages} pages: {speed:.0f}/s, bare canvas {bare:.0f}/s, ratio {bare / speed:.2f}")  # noqa: T201
    assert pages >= 300
    assert bare / speed < 4


@pytest.mark.benchmark
def test_four_times_the_case_takes_four_times_as_long() -> None:
    _, small, _ = measure(500)
    _, large, _ = measure(2000)
    print(f"\npages per second: {small:.0f} at 500 events, {large:.0f} at 2,000")  # noqa: T201
    assert large > small / 1.6


@pytest.mark.benchmark
def test_memory_grows_with_the_pages_at_most() -> None:
    with TemporaryDirectory() as folder:
        few, many = (_apart("report", n, Path(folder, "out.pdf")) for n in (300, 1500))
    print(f"\nKB a page: {few.per_page:.0f} of {few.pages}, {many.per_page:.0f} of {many.pages}")  # noqa: T201
    assert many.per_page < 1.5 * few.per_page


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Pages per second and memory of the PDF.")
    parser.add_argument("--events", type=int, nargs="+", default=list(EVENTS))
    parser.add_argument("--one", nargs=3, metavar=("WAY", "SIZE", "PATH"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        way, size, path = chosen.one
        print(json.dumps(_alone(way, int(size), Path(path))))  # noqa: T201
        return
    if not weasyprint():
        print("WeasyPrint is not installed: it is left out.")  # noqa: T201
    print(table([run for events in chosen.events for run in compared(events)]))  # noqa: T201


if __name__ == "__main__":
    main()
