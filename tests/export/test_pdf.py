import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.domain.sample_at_hand import EVERY_RECORD
from tests.domain.small_case import small_case
from tests.export.pdf_read import bookmarks, links, pdfium_words, squeezed, words, written
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary, Statement, strings, summarise
from viewer.domain.wording import Wording
from viewer.errors import Cancelled, WriteFailed
from viewer.export.pdf import SECTIONS, PdfOptions, write_pdf

SAMPLE = summarise(Snapshot(EVERY_RECORD), "internal")
SMALL = summarise(small_case(), "internal")
DAY = PdfOptions(date_of_export=date(2026, 11, 22))
EVERYTHING = SECTIONS
ENGLISH = Wording.of("en")


@pytest.mark.parametrize("summary", [SAMPLE, SMALL], ids=["sample", "small"])
def test_every_person_event_quote_and_passage_is_in_it(
    summary: CaseSummary, tmp_path: Path
) -> None:
    written(summary, tmp_path)
    text = words(PdfReader(tmp_path / "out.pdf"))
    said = [
        *(person.name.text for person in summary.persons),
        *(event.title.text for event in summary.events),
        *(quote.words.text for quote in summary.quotes),
        *(passage.words for passage in summary.passages),
        *(document.sha256 for document in summary.documents),
    ]
    # pypdf puts the full stop of an Arabic line on the other side.
    assert [one for one in said if squeezed(one).rstrip(".") not in text] == []


def test_another_reader_finds_the_same(tmp_path: Path) -> None:
    written(SAMPLE, tmp_path)
    text = pdfium_words(tmp_path / "out.pdf").replace("\ufffe", "-")
    said = [entry.title.text for entry in SAMPLE.events]
    said += [quote.words.text for quote in SAMPLE.quotes]
    assert [one for one in said if squeezed(one) not in text] == []


def test_all_sections_together_say_all_that_the_summary_says(tmp_path: Path) -> None:
    text = words(written(SAMPLE, tmp_path, PdfOptions(sections=EVERYTHING)))
    # Annotations by themselves are for other programs; readers find the notes among them.
    assert {a.body for a in SAMPLE.annotations if a.body} == {note.body for note in SAMPLE.notes}
    for where, said in strings(replace(SAMPLE, annotations=())):
        if not where.endswith(("before", "after", "relative_to", "› language")):
            assert squeezed(said) in text, where


def test_the_cover_says_what_it_is_and_for_whom(tmp_path: Path) -> None:
    cover = written(SAMPLE, tmp_path, DAY).pages[0].extract_text()
    for said in (SAMPLE.title, SAMPLE.reference, "22 November 2026", "Internal – do not pass on"):
        assert said in cover


def test_every_page_but_the_cover_is_numbered(tmp_path: Path) -> None:
    reader = written(SAMPLE, tmp_path)
    total = len(reader.pages)
    for number, page in enumerate(reader.pages[1:], start=2):
        assert f"Page {number} of {total}" in re.sub(r"\s+", " ", page.extract_text())
        assert SAMPLE.title in page.extract_text()


def test_a_format_is_told_in_words(tmp_path: Path) -> None:
    text = written(SAMPLE, tmp_path).pages[-1].extract_text()
    assert "Plain text" in text
    assert "text/plain" not in text


def test_the_contents_give_the_pages_of_the_bookmarks(tmp_path: Path) -> None:
    reader = written(SAMPLE, tmp_path)
    contents = re.sub(r"\s+", " ", reader.pages[1].extract_text() + reader.pages[2].extract_text())
    titles = {str(item.title): item for item in reader.outline if not isinstance(item, list)}
    for title in ("Persons", "Chronology", "Quotes", "Documents"):
        page = reader.get_destination_page_number(titles[title])
        assert page is not None
        assert title in reader.pages[page].extract_text()
        assert title in contents


def test_bookmarks_lead_to_sections_persons_events_and_documents(tmp_path: Path) -> None:
    titles = bookmarks(written(SAMPLE, tmp_path))
    assert titles[:4] == ["Cover", "Contents", "Summary", "Persons"]
    entries = (*SAMPLE.persons,)
    assert {entry.name.text for entry in entries} <= set(titles)
    assert {event.title.text for event in SAMPLE.events} <= set(titles)
    assert {document.title.text for document in SAMPLE.documents} <= set(titles)


@pytest.mark.parametrize("sections", [EVERYTHING, *((code,) for code in SECTIONS)])
def test_every_link_leads_to_a_page(sections: tuple[str, ...], tmp_path: Path) -> None:
    reader = written(SAMPLE, tmp_path, PdfOptions(sections=sections))
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    found = links(reader)
    assert found
    assert all(destination[0].idnum in pages for destination in found)


def test_a_statement_links_to_its_passage_and_back(tmp_path: Path) -> None:
    reader = written(SMALL, tmp_path, PdfOptions(sections=("quotes", "sources")))
    (there, back) = [link for link in links(reader) if link[1] == "/XYZ"][-2:]
    assert there[3] != back[3]


def test_only_the_chosen_sections_are_in_it_and_no_empty_ones(tmp_path: Path) -> None:
    options = PdfOptions(sections=("quotes", "notes"))
    titles = bookmarks(written(SMALL, tmp_path, options))
    assert titles == ["Cover", "Contents", "Quotes", "Notes"]
    bare = CaseSummary(audience="internal", title="Nothing yet")
    assert bookmarks(written(bare, tmp_path)) == ["Cover", "Contents"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        written(SAMPLE, tmp_path, DAY, name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_another_process_in_another_time_zone_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.export.test_pdf import *;"
        "write_pdf(SMALL, Path(sys.argv[1]), DAY)"
    )
    for zone in ("Asia/Baghdad", "America/Lima"):
        place = str(tmp_path / zone.partition("/")[2])
        env = {"TZ": zone, "PYTHONHASHSEED": str(len(zone))}
        subprocess.run([sys.executable, "-c", code, place], env=env, check=True)
    assert (tmp_path / "Baghdad").read_bytes() == (tmp_path / "Lima").read_bytes()


def test_metadata_says_the_title_and_language_and_nothing_of_who_or_where(tmp_path: Path) -> None:
    reader = written(SAMPLE, tmp_path, DAY)
    assert dict(reader.metadata or {}) == {
        "/Title": f"{SAMPLE.title} – case summary",
        "/Producer": "Casefile",
        "/CreationDate": "D:20261122",
        "/Trapped": "/False",
    }
    assert reader.pdf_header == "%PDF-1.4"
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_fonts_are_embedded(tmp_path: Path) -> None:
    reader = written(SMALL, tmp_path)
    fonts = [f.get_object() for p in reader.pages for f in p["/Resources"]["/Font"].values()]
    embedded = [f for f in fonts if "/FontFile2" in f.get("/FontDescriptor", {})]
    assert {f["/BaseFont"].partition("+")[2] for f in embedded} == {
        "Vazirmatn-Regular",
        "Vazirmatn-Bold",
    }


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_paper(paper: str, width: int, tmp_path: Path) -> None:
    page = written(SMALL, tmp_path, PdfOptions(paper=paper)).pages[-1]
    assert int(page.mediabox.width) == width


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        write_pdf(SAMPLE, path, progress=lambda done, total: done < total / 2)
    assert [file.name for file in tmp_path.iterdir()] == ["out.pdf"]
    assert path.read_bytes() == b"before"


def test_a_mistake_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = replace(SAMPLE, figures=(None,))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        write_pdf(broken, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match=r"“out.pdf” was not written: .*\. Choose another"):
        write_pdf(SMALL, tmp_path / "missing" / "out.pdf")


def test_progress_runs_from_little_to_all(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_pdf(SAMPLE, tmp_path / "out.pdf", progress=lambda *step: seen.append(step))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("protection", ["name_withheld", "details_withheld", "never_exported"])
def test_a_public_report_names_nobody_who_is_protected(protection: str, tmp_path: Path) -> None:
    summary = summarise(small_case(protection), "public")
    reader = written(summary, tmp_path, PdfOptions(sections=EVERYTHING))
    text = words(reader) + pdfium_words(tmp_path / "out.pdf")
    text += squeezed("".join(bookmarks(reader)) + str(reader.metadata))
    raw = (tmp_path / "out.pdf").read_bytes()
    for name in ("Sa'id", "al-Rashid", "سعيد", "الراشد"):
        assert squeezed(name) not in text
        assert squeezed(name)[::-1] not in text
        assert name.encode() not in raw
        assert name.encode("utf-16-be") not in raw


def test_the_writer_is_loaded_only_when_it_is_used() -> None:
    code = "import sys, viewer.export.pdf; sys.exit('reportlab' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_heading_is_left_alone_at_the_end_of_a_page(tmp_path: Path) -> None:
    headings = {
        *(ENGLISH(f"section.{code}") for code in SECTIONS),
        *(group.act for group in SAMPLE.figures),
    }
    with_more = {p.name.text for p in SAMPLE.persons if p.parts or p.ties or p.occupation}
    for paper in ("A4", "Letter"):
        for page in written(SAMPLE, tmp_path, PdfOptions(paper=paper)).pages[3:]:
            *_, before, last = page.extract_text().splitlines()
            assert last not in headings
            assert not (last.startswith(("Individual", "Group")) and before in with_more)


def test_the_head_of_a_table_is_repeated_on_each_of_its_pages(tmp_path: Path) -> None:
    options = PdfOptions(sections=("acts",))
    many = replace(SAMPLE, acts=SAMPLE.acts * 10)
    pages = written(many, tmp_path, options).pages[2:]
    assert len(pages) > 5
    assert all("By (alleged)" in page.extract_text() for page in pages)


def test_a_row_higher_than_a_page_goes_on_without_losing_a_line(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(3000))
    first, *others = (replace(e, description=Statement(long)) for e in SAMPLE.events[:2])
    events = (first, *others, *SAMPLE.events[2:])
    text = words(written(replace(SAMPLE, events=events), tmp_path))
    assert all(f"word{n}" in text for n in range(3000))
