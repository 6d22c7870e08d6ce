"""How texts and tables are broken over pages."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject

from tests.export.pdf_read import written
from tests.export.test_pdf import SAMPLE
from viewer.domain.summary import CaseSummary, EventEntry, QuoteEntry, Statement
from viewer.export.pdf import PdfOptions, fonts
from viewer.export.pdf.row import Row
from viewer.export.pdf.text import Line, Paragraph, Span, Style

LOOK = Style(fonts.REGULAR, 10, 15, 0)
PAPERS = ("A4", "Letter")


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> None:
    fonts.load()


def row(*cells: list[int]) -> Row:
    """A row of cells with paragraphs of so many words, about four to a line."""
    made = [
        [Paragraph((Span(" ".join(f"word{n}" for n in range(count)), LOOK),)) for count in cell]
        for cell in cells
    ]
    return Row(made).set([160] * len(cells))


def parts(whole: Row, room: float) -> list[Row]:
    """Break a row as pages of `room` points do."""
    found = []
    while whole.height > room:
        part = whole.taken(room)
        assert part is not None
        found.append(part)
    return [*found, whole]


def shown(line: Line) -> str:
    return "".join(fragment.written for fragment in line.fragments)


CELLS = st.lists(st.lists(st.integers(0, 60), min_size=1, max_size=6), min_size=1, max_size=3)


@given(CELLS, st.floats(60, 300))
def test_breaking_loses_no_line_and_stays_within_the_page(
    cells: list[list[int]], room: float
) -> None:
    before = [[shown(line) for line in lines] for lines in row(*cells).lines]
    found = parts(row(*cells), room)
    for column, lines in enumerate(before):
        assert [shown(line) for part in found for line in part.lines[column]] == lines
    assert all(part.height <= room + 1e-6 for part in found)
    for part in found:
        heights = [sum(line.height for line in lines) for lines in part.lines]
        assert part.height == pytest.approx(max(heights), abs=1e-6)


@given(CELLS, st.floats(60, 300))
def test_no_line_of_a_paragraph_is_left_alone(cells: list[list[int]], room: float) -> None:
    for before, after in pairwise(parts(row(*cells), room)):
        for ended, begun in zip(before.lines, after.lines, strict=True):
            if ended and begun and begun[0].index:
                assert ended[-1].index >= 1, "a first line alone at the foot of a page"
                assert begun[0].rest >= 1, "a last line alone at the head of a page"


def bars(page: PageObject) -> int:
    """How many bars beside quotes are drawn on a page: rectangles two points wide."""
    operations = page.get_contents().operations  # type: ignore[union-attr]
    return sum(operator == b"re" and float(values[2]) == 2 for values, operator in operations)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_quote_over_several_pages_keeps_its_bar(language: str, tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(2500))
    quote = QuoteEntry(1, Statement(words), is_direct=True)
    summary = CaseSummary(audience="internal", wording=language, title="Case", quotes=(quote,))
    pages = written(summary, tmp_path, PdfOptions(sections=("quotes",))).pages[2:]
    assert len(pages) >= 3
    assert [bars(page) for page in pages] == [1] * len(pages)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_page_begins_or_ends_with_a_line_alone(paper: str, tmp_path: Path) -> None:
    # Paragraphs of four numbered lines, so that a page's first and last lines tell who is alone.
    lines = [f"P{n}L{line}{'w' * 45}" for n in range(200) for line in range(4)]
    text = "\n".join(" ".join(lines[n : n + 4]) for n in range(0, len(lines), 4))
    summary = CaseSummary(audience="internal", title="Case", summary=Statement(text))
    options = PdfOptions(sections=("summary",), paper=paper)
    pages = written(summary, tmp_path, options).pages[2:]
    assert len(pages) > 10
    for page in pages:
        found = re.findall(r"P\d+L\d", page.extract_text())
        assert not found[0].endswith("L3")
        assert not found[-1].endswith("L0")


@pytest.mark.parametrize("section", ["acts", "figures", "places"])
def test_tables_repeat_their_heads(section: str, tmp_path: Path) -> None:
    many = replace(
        SAMPLE,
        acts=SAMPLE.acts * 8,
        places=SAMPLE.places * 30,
        figures=tuple(replace(group, figures=group.figures * 40) for group in SAMPLE.figures[:1]),
    )
    pages = written(many, tmp_path, PdfOptions(sections=(section,))).pages[2:]
    head = {"acts": "By (alleged)", "figures": "How exact", "places": "Precision"}[section]
    assert len(pages) > 2
    assert all(page.extract_text().count(head) == 1 for page in pages)


def test_a_list_of_many_rows_is_whole(tmp_path: Path) -> None:
    events = tuple(EventEntry(n, Statement(f"Event{n}")) for n in range(1, 1500))
    summary = CaseSummary(audience="internal", title="Case", events=events)
    pages = written(summary, tmp_path, PdfOptions(sections=("chronology",))).pages
    text = "".join(page.extract_text() for page in pages)
    assert all(f"Event{n}\n" in text for n in range(1, 1500))
