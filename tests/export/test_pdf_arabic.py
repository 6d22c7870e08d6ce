"""The report in Arabic: from the right, in Arabic words, with the case's own words as they are."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.domain.sample_at_hand import EVERY_RECORD
from tests.domain.small_case import records, small_case
from tests.export.arabic_case import SAID, SORANI, TAKEN, arabic_case
from tests.export.pdf_read import bookmarks, pdfium_words, squeezed, words, written
from viewer.domain.records import Place
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary, strings, summarise
from viewer.domain.wording import Wording
from viewer.export.pdf import SECTIONS, PdfOptions

SAMPLE = summarise(Snapshot(EVERY_RECORD), "internal", language="ar")
SMALL = summarise(small_case(), "internal", language="ar")
ALL = PdfOptions(sections=frozenset(SECTIONS), date_of_export=date(2026, 11, 22))
ARABIC = Wording.of("ar")


def edges(path: Path, said: str) -> tuple[float, float]:
    """The left and right edge, in points, of where a file first says something after its cover."""
    document = pypdfium2.PdfDocument(path)
    try:
        for page in list(document)[1:]:
            text = page.get_textpage()
            if (found := text.search(said).get_next()) is not None:
                left, _, right, _ = text.get_rect(0) if text.count_rects(*found) else (0, 0, 0, 0)
                return left, right
    finally:
        document.close()
    raise AssertionError(said)


def test_its_own_words_are_arabic_for_both_readers(tmp_path: Path) -> None:
    reader = written(SAMPLE, tmp_path, ALL)
    said = [ARABIC(f"section.{code}") for code in SECTIONS]
    said += [ARABIC("cover.kicker"), "داخلي", "ضحية", "محاولة قتل"]
    text = pdfium_words(tmp_path / "out.pdf")
    for found in (words(reader), text):
        assert [one for one in said if squeezed(one) not in found] == []
    assert squeezed("22 تشرين الثاني/نوفمبر 2026") in text


@pytest.mark.parametrize("summary", [SAMPLE, SMALL], ids=["sample", "small"])
def test_the_words_of_the_case_stay_as_they_are(summary: CaseSummary, tmp_path: Path) -> None:
    text = words(written(summary, tmp_path, ALL))
    for passage in summary.passages:
        # pypdf puts the full stop of an Arabic line on the other side.
        assert squeezed(passage.words).rstrip(".") in text
    for where, said in strings(summary.persons):
        if not where.endswith(("relative_to", "basis", "when › written")) and said.isascii():
            assert squeezed(said) in text, where


@pytest.mark.parametrize("audience", ["internal", "legal", "public"])
def test_a_case_in_arabic_gives_a_report_without_a_latin_letter(
    audience: str, tmp_path: Path
) -> None:
    summary = summarise(Snapshot(arabic_case()), audience, language="ar")
    written(summary, tmp_path, ALL)
    letters = re.findall("[A-Za-z]+", pdfium_words(tmp_path / "out.pdf"))
    assert set(letters) <= {"SHA"}
    assert not re.findall("[A-Za-z]", "".join(bookmarks(PdfReader(tmp_path / "out.pdf"))))


def test_arabic_words_are_read_back_as_they_stand_in_the_source(tmp_path: Path) -> None:
    written(summarise(Snapshot(arabic_case()), "internal", language="ar"), tmp_path, ALL)
    text = letters(pdfium_words(tmp_path / "out.pdf"))
    for said in (TAKEN, SAID, SORANI, "بعد خمسة أيام من «تظاهرة 25 تشرين»", "ما لا يقل عن 1,234"):
        assert letters(squeezed(said)) in text


def letters(text: str) -> str:
    """Without digits and punctuation, which PDFium puts on either side of an Arabic word."""
    return "".join(c for c in text if c.isalpha())


def test_a_viewer_is_told_the_language_and_the_direction(tmp_path: Path) -> None:
    catalog = written(SMALL, tmp_path).trailer["/Root"]
    assert catalog["/Lang"] == "ar"
    assert catalog["/ViewerPreferences"]["/Direction"] == "/R2L"
    english = summarise(small_case(), "internal")
    assert "/Direction" not in written(english, tmp_path).trailer["/Root"]["/ViewerPreferences"]


def test_bookmarks_are_arabic(tmp_path: Path) -> None:
    titles = bookmarks(written(SAMPLE, tmp_path))
    assert titles[:4] == ["الغلاف", "المحتويات", "الملخص", "الأشخاص"]
    assert "Amjad Aldhamat" in titles


def test_every_page_but_the_cover_is_numbered(tmp_path: Path) -> None:
    total = len(written(SMALL, tmp_path).pages)
    text = pdfium_words(tmp_path / "out.pdf")
    for number in range(2, total + 1):
        assert f"صفحة{number}من" in text


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        written(SMALL, tmp_path, ALL, name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_page_is_the_mirror_of_an_english_one(tmp_path: Path) -> None:
    english = replace(summarise(small_case(), "internal"), reference="Dossier")
    width = float(written(english, tmp_path, ALL, "en.pdf").pages[0].mediabox.width)
    written(replace(SMALL, reference="Dossier"), tmp_path, ALL)
    for said in ("Minister", "Dossier"):
        left, right = edges(tmp_path / "en.pdf", said)
        mirrored = (width - right, width - left)
        assert edges(tmp_path / "out.pdf", said) == pytest.approx(mirrored, abs=1), said


def test_that_a_person_is_known_by_name_is_not_said_and_that_a_place_is_near_is(
    tmp_path: Path,
) -> None:
    near = [
        replace(each, precision="vicinity") if isinstance(each, Place) else each
        for each in records()
    ]
    written(summarise(Snapshot(near), "internal", language="ar"), tmp_path)
    text = pdfium_words(tmp_path / "out.pdf")
    assert squeezed("في الجوار") in text
    assert squeezed("فرد · ضحية") in text
