"""Pages per second of the report, against a bare canvas that draws the same number of lines.

`pytest tests/benchmarks/bench_pdf.py -s` prints the ratio; as a script it prints it too, for a
given number of events (`python -m tests.benchmarks.bench_pdf 3000`).
"""

import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pypdf import PdfReader

from viewer.domain.summary import (
    CaseSummary,
    Dated,
    DocumentEntry,
    EventEntry,
    Link,
    Part,
    PassageEntry,
    PersonEntry,
    QuoteEntry,
    Reference,
    Statement,
)
from viewer.export.pdf import PdfOptions, write_pdf

WORDS = (
    "The witness said that armed men came at night to the house near the river and that the "
    "neighbours heard shots before the cars went off towards the north of the province. "
)
#: Lines of text on a full page of the report.
LINES = 45


def generated(events: int) -> CaseSummary:
    """Return a summary with so many events, twice as many quotes, and a person for each ten."""
    persons = [Link(f"person-{n}", f"Person of the case {n}") for n in range(1, events // 10 + 2)]
    return CaseSummary(
        audience="internal",
        title="A generated case",
        persons=tuple(
            PersonEntry(n, Statement(link.title, (Reference(n, 1),)), unit="Individual")
            for n, link in enumerate(persons, start=1)
        ),
        events=tuple(_event(n, persons[n % len(persons)]) for n in range(1, events + 1)),
        quotes=tuple(
            QuoteEntry(
                n,
                Statement(WORDS * 2, (Reference(n, 1),)),
                persons[n % len(persons)],
                is_direct=True,
            )
            for n in range(1, 2 * events + 1)
        ),
        passages=tuple(
            PassageEntry(
                n, 1, WORDS, n, n * 90, n * 90 + 80, used_by=(Link(f"quote-{n}", "Quote"),)
            )
            for n in range(1, 2 * events + 1)
        ),
        documents=(DocumentEntry(1, Statement("The only document"), sha256="ab" * 32),),
    )


def _event(n: int, person: Link) -> EventEntry:
    event = Link(f"event-{n}", f"Event {n} of the generated case")
    references = (Reference(n, 1),)
    return EventEntry(
        n,
        Statement(event.title, references),
        type="Killing",
        status=Statement("Reported"),
        date=Dated(phrase=f"{n % 28 + 1} October 2019"),
        description=Statement(WORDS * 2, references),
        parts=(Part(person, event, role="Victim", references=references),),
    )


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


if __name__ == "__main__":
    found, ours, theirs = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 900)
    print(f"{found} pages: {ours:.0f}/s, bare {theirs:.0f}/s, ratio {theirs / ours:.2f}")  # noqa: T201
