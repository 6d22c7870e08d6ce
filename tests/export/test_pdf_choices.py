"""What the user chooses for a PDF: sections in an order, a watermark, exhibits."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.pdf_read import bookmarks, links, pdfium_words, squeezed, words, written
from tests.export.test_pdf import DAY, SAMPLE, SMALL
from viewer.domain.summary import (
    CaseSummary,
    FigureEntry,
    FigureGroup,
    Link,
    PassageEntry,
    PersonEntry,
    Reference,
    Statement,
)
from viewer.export.pdf import SECTIONS, Exhibits, PdfOptions
from viewer.export.pdf.watermark import LONGEST, Watermark

HEADINGS = {"quotes": "Quotes", "persons": "Persons", "sources": "Sources of the statements"}


def stamps(path: Path) -> list[str]:
    return re.findall(r"CASE-\d{6}", pdfium_words(path))


@pytest.mark.parametrize(
    "sections", [("quotes", "persons"), ("persons", "quotes"), ("sources", "quotes", "persons")]
)
def test_sections_come_in_the_order_in_which_they_are_chosen(
    sections: tuple[str, ...], tmp_path: Path
) -> None:
    titles = bookmarks(written(SMALL, tmp_path, PdfOptions(sections=sections)))
    found = [title for title in titles if title in HEADINGS.values()]
    assert found == [HEADINGS[code] for code in sections]


@pytest.mark.parametrize("sections", [("sources", "persons", "quotes"), tuple(reversed(SECTIONS))])
def test_sources_that_stand_first_hold_what_is_cited_after_them(
    sections: tuple[str, ...], tmp_path: Path
) -> None:
    reader = written(SAMPLE, tmp_path, PdfOptions(sections=sections))
    others = tuple(code for code in sections if code != "sources")
    usual = written(SAMPLE, tmp_path, PdfOptions(sections=(*others, "sources")), "usual.pdf")
    assert len(links(reader)) == len(links(usual))


def test_a_section_that_is_chosen_twice_is_there_once(tmp_path: Path) -> None:
    titles = bookmarks(written(SMALL, tmp_path, PdfOptions(sections=("quotes", "quotes"))))
    assert titles.count("Quotes") == 1


@pytest.mark.parametrize("text", ["CONFIDENTIAL", "سري للغاية", "<b>Draft</b> & \\ ( %s"])
def test_a_watermark_is_on_every_page_behind_the_text(text: str, tmp_path: Path) -> None:
    reader = written(SAMPLE, tmp_path, PdfOptions(watermark=text))
    for page in reader.pages:
        assert squeezed(text) in squeezed(page.extract_text())
        operators = [operator for _, operator in page.get_contents().operations]  # type: ignore[union-attr]
        assert operators.index(b"Do") < operators.index(b"BT")


def test_a_watermark_is_no_part_of_what_is_read_out(tmp_path: Path) -> None:
    page = written(SMALL, tmp_path, PdfOptions(watermark="DRAFT")).pages[0]
    data = page.get_contents().get_data()  # type: ignore[union-attr]
    assert data.count(b"/Artifact") == 1


@pytest.mark.parametrize("text", ["", " \n", "\x00", "\u200f", "\u0301", "long " * 100, "w" * 500])
def test_no_watermark_stops_a_report_or_grows_beyond_the_page(text: str, tmp_path: Path) -> None:
    reader = written(SMALL, tmp_path, PdfOptions(watermark=text))
    assert len(words(reader)) <= len(words(written(SMALL, tmp_path))) + len(reader.pages) * (
        LONGEST + 2
    )
    assert Watermark(text, (595, 842))._look(700).size <= 96


def test_each_page_has_its_number_in_the_case(tmp_path: Path) -> None:
    options = PdfOptions(exhibits=Exhibits("CASE-", first_page=41))
    pages = len(written(SAMPLE, tmp_path, options).pages)
    assert stamps(tmp_path / "out.pdf") == [f"CASE-{n:06}" for n in range(41, 41 + pages)]


@pytest.mark.parametrize(
    ("prefix", "page", "exhibit"),
    [
        ("CASE-", "CASE-000007", "CASE-3"),
        ("Exhibit A", "Exhibit A-000007", "Exhibit A-3"),
        ("", "000007", "3"),
        ("مستند", "مستند-000007", "مستند-3"),
        ("x" * 99, f"{'x' * 24}-000007", f"{'x' * 24}-3"),
        (" a\n\tb ", "a b-000007", "a b-3"),
    ],
)
def test_a_prefix_stands_before_the_numbers(prefix: str, page: str, exhibit: str) -> None:
    exhibits = Exhibits(prefix, first_page=5, first_exhibit=2)
    assert exhibits.page(3) == page
    assert exhibits.exhibit(2) == exhibit


def test_a_statement_names_the_exhibit_that_the_list_of_documents_describes(
    tmp_path: Path,
) -> None:
    options = PdfOptions(exhibits=Exhibits("CASE-", first_exhibit=7))
    text = words(written(SMALL, tmp_path, options))
    assert "[1,Ex.7]" in text
    assert "ExhibitCASE-7" in text
    assert "Document1" not in text


def test_without_exhibits_nothing_speaks_of_them(tmp_path: Path) -> None:
    assert "Exhibit" not in words(written(SAMPLE, tmp_path, PdfOptions(sections=SECTIONS)))


def figure(number: int, count: int, claimant: str) -> FigureEntry:
    return FigureEntry(
        number,
        count,
        Link(f"person-{number}", claimant),
        qualifier="at least",
        counted="persons",
        place="Basra",
        references=(Reference(number, 1), Reference(number + 100, 1)),
    )


def figures(*groups: tuple[int, ...]) -> CaseSummary:
    made = tuple(
        FigureGroup(n, f"Act {n}", tuple(figure(i, c, f"Claimant {i}") for i, c in enumerate(g, 1)))
        for n, g in enumerate(groups, start=1)
    )
    return CaseSummary(
        audience="internal",
        title="Case",
        figures=made,
        persons=tuple(PersonEntry(n, Statement(f"Claimant {n}")) for n in range(1, 200)),
        passages=tuple(PassageEntry(n, 1, "Words", n, n, n + 5) for n in range(1, 400)),
        documents=SMALL.documents,
    )


def test_numbers_stand_under_one_another_at_the_right(tmp_path: Path) -> None:
    summary = figures((7, 39, 1200, 2_000_000))
    page = written(summary, tmp_path, PdfOptions(sections=("figures",))).pages[2]
    ends = {}

    def visit(text: str, _cm: object, tm: list[float], *_: object) -> None:
        if text.strip() in ("7", "39", "1,200", "2,000,000"):
            ends[text.strip()] = tm[4]

    page.extract_text(visitor_text=visit)
    assert list(ends) == ["7", "39", "1,200", "2,000,000"]
    assert ends["7"] > ends["39"] > ends["1,200"] > ends["2,000,000"]


def test_a_figure_has_its_sources_in_its_row_and_nothing_is_added_up(tmp_path: Path) -> None:
    summary = figures((7, 39), (2, 3))
    text = words(written(summary, tmp_path, PdfOptions(sections=("figures", "sources"))))
    assert "atleast7personsNotgivenBasra[1][101]" in text
    assert "46" not in text
    assert text.count("Claimant1") == 2


def test_the_head_of_the_figures_is_repeated_on_each_page(tmp_path: Path) -> None:
    summary = figures(tuple(range(1, 200)))
    pages = written(summary, tmp_path, PdfOptions(sections=("figures",))).pages[2:]
    assert len(pages) > 4
    assert all("How exact" in page.extract_text() for page in pages)


def test_notes_on_a_figure_are_there_where_notes_are(tmp_path: Path) -> None:
    noted = replace(figure(1, 2, "A"), notes=("Said twice",))
    summary = replace(figures(()), figures=(FigureGroup(1, "Act", (noted,)),))
    assert "Saidtwice" not in words(written(summary, tmp_path, DAY))
    both = PdfOptions(sections=("figures", "notes"))
    assert "Saidtwice" in words(written(summary, tmp_path, both))


def test_the_cover_says_what_a_part_of_a_case_covers(tmp_path: Path) -> None:
    part = replace(SMALL, covers="What belongs to Layla Haddad")
    cover = written(part, tmp_path).pages[0].extract_text()
    assert "What belongs to Layla Haddad" in cover
    assert "Covers" not in written(SMALL, tmp_path).pages[0].extract_text()
