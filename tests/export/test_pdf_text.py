import time
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.pdf_read import pdfium_words, squeezed, words, written
from viewer import resources
from viewer.domain.summary import CaseSummary, Dated, EventEntry, PersonEntry, Statement
from viewer.domain.text import direction
from viewer.domain.wording import LANGUAGES
from viewer.export.pdf import fonts, joining
from viewer.export.pdf.text import Line, Paragraph, Span, Style, lines_of

LOOK = Style(fonts.REGULAR, 10, 15, 0)


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> None:
    fonts.load()


def said(text: str) -> CaseSummary:
    return CaseSummary(audience="internal", title="Case", summary=Statement(text))


def shown(line: Line) -> str:
    return "".join(fragment.written for fragment in line.fragments)


def set_in(width: float, text: str) -> list[str]:
    spans = (Span(text, LOOK),)
    return [shown(line) for line in lines_of([Paragraph(spans, is_text=True)], width)]


@pytest.mark.parametrize(
    "text",
    [
        "John <john@example.org> wrote <b>this</b> &amp; that & <para>",
        '<img src="/etc/passwd" width="10"/> <a href="file:///etc/passwd">x</a>',
        "%s {0} \\ (unbalanced ( \\) /Name <</Type/Catalog>> endobj",
        "w" * 1500,
        "Ünal’s “naïve” café – 10 × 5 … « ça »",
    ],
)
def test_what_goes_in_comes_out(text: str, tmp_path: Path) -> None:
    assert squeezed(text) in words(written(said(text), tmp_path))


def test_control_characters_are_left_out_and_line_ends_kept(tmp_path: Path) -> None:
    text = words(written(said("one\x00\x07\x1b[0m two\u200b\ufeff\r\nthree\u2028four"), tmp_path))
    assert "one[0mtwothreefour" in text


@pytest.mark.parametrize("text", ["中文", "😀", "\ud800 alone", "\ue000"])
def test_what_the_fonts_lack_is_seen_to_be_missing(text: str, tmp_path: Path) -> None:
    reader = written(said(f"before {text} after"), tmp_path)
    assert fonts.PLACEHOLDER in words(reader)


@pytest.mark.parametrize("text", ["Ḥasan al-Ṣadr ʿAbd Ḏū ṯ ḫ ǧ", "Привет, Ёжик", "Ελληνικά", "Šćž"])
def test_letters_of_other_scripts_are_drawn_with_a_second_font(text: str, tmp_path: Path) -> None:
    assert fonts.PLACEHOLDER not in fonts.shaped(text)
    assert squeezed(text) in words(written(said(text), tmp_path))


def test_a_paragraph_of_200_000_characters_takes_no_time(tmp_path: Path) -> None:
    start = time.perf_counter()
    written(said("So many words and أسماء كثيرة " * 6700), tmp_path)
    assert time.perf_counter() - start < 8


def test_punctuation_does_not_begin_a_line() -> None:
    for width in range(20, 120):
        lines = set_in(width, "words and more words …")
        assert lines[-1].strip() != "…"


@given(st.text(max_size=200), st.floats(20, 300))
@settings(max_examples=200)
def test_breaking_loses_no_character_but_spaces(text: str, width: float) -> None:
    assert "".join("".join(set_in(width, text)).split()) == "".join(text.split())


@given(st.text("ab cdefgh", max_size=200), st.floats(60, 300))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    for line in lines_of([Paragraph((Span(text, LOOK),))], width):
        body = shown(line).rstrip()
        assert fonts.width(body, LOOK.font) * LOOK.size <= width + 0.1


def test_arabic_lines_break_in_logical_order() -> None:
    text = "قُتل أمجد الدحامات في العمارة بعد اجتماع مع الشرطة المحلية"
    lines = set_in(120, text)
    assert len(lines) > 1
    assert " ".join(lines) == text


def test_a_line_is_put_in_visual_order_with_its_letters_joined() -> None:
    joined = " ".join(fonts.shaped(word) for word in ["أمجد", "(علي)"])
    drawn = fonts.visual(joined, True)
    assert unicodedata.normalize("NFKC", drawn)[::-1] == "أمجد )علي("
    assert drawn != unicodedata.normalize("NFKC", drawn)


@pytest.mark.parametrize(
    "when",
    ["2020-03-14", "2018-07~", "14/03/2020", "2019", "A/HRC/43/22", "C-7/2020~", "+964 770 123"],
)
def test_a_date_beside_arabic_keeps_its_order(when: str) -> None:
    shaped = " ".join(fonts.shaped(word) for word in f"حدث في {when} هنا".split())
    assert when in fonts.visual(shaped, True)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("ab (cd) ef", "ab (cd) ef"),
        ("אב (גד) הו", "וה (דג) בא"),
        ("אב (cd) הו", "וה (cd) בא"),
        ("אב «גד", "דג» בא"),
        ("אב ((ג) ד)", "(ד (ג)) בא"),
    ],
)
def test_brackets_turn_with_the_text_that_they_hold(text: str, drawn: str) -> None:
    assert fonts.visual(text, direction(text) is True) == drawn


def test_the_first_strong_character_decides_the_side_of_each_line() -> None:
    spans = (Span("(1) مرحبا\nHello مرحبا\n2019", LOOK),)
    lines = lines_of([Paragraph(spans, is_text=True)], 300)
    assert [line.is_right for line in lines] == [True, False, False]


def test_a_text_of_one_line_stands_where_its_label_does() -> None:
    for report_is_rtl in (False, True):
        for text in ("أمجد", "Amjad"):
            spans = (Span(text, LOOK),)
            (line,) = lines_of([Paragraph(spans, is_text=True)], 300, report_is_rtl)
            assert line.is_right == report_is_rtl
            assert line.is_rtl == (text == "أمجد")


def test_a_line_of_the_program_runs_from_left_to_right_whatever_it_holds() -> None:
    (line,) = lines_of([Paragraph((Span("أمجد", LOOK), Span(" · Victim", LOOK)))], 300)
    assert not line.is_rtl


#: "Letters in Sorani: tree, flower, day", and a word of Pashto.
JOINING = "پیت بە سۆرانی: دارێک، گوڵێک، ڕۆژێک لە هەولێر"
PASHTO = "لیکلی ښوونځی"


@pytest.mark.parametrize("text", [JOINING, PASHTO])
def test_letters_that_unicode_has_no_joined_shapes_of_are_joined(text: str) -> None:
    shaped = "".join(fonts.shaped(word) for word in text.split())
    assert any(letter in text and letter not in shaped for letter in "ێڵەښځ")
    assert fonts.PLACEHOLDER not in shaped
    assert fonts.width(shaped, fonts.REGULAR) > 0


@pytest.mark.parametrize("text", [JOINING, PASHTO])
def test_their_shapes_are_read_as_the_letters(text: str, tmp_path: Path) -> None:
    assert squeezed(text) in words(written(said(text), tmp_path))
    assert squeezed(text) in pdfium_words(tmp_path / "out.pdf")


def test_both_weights_join_alike() -> None:
    regular, bold = (joining.JoiningFont(name, _file(name)) for name in ("Regular", "Bold"))
    assert regular.shapes == bold.shapes
    assert {"ێ", "ڵ", "ە", "ڕ"} <= regular.shapes.keys()


def _file(weight: str) -> str:
    return str(resources.path("fonts", f"Vazirmatn-{weight}.ttf"))


def test_a_text_cannot_ask_for_a_shape(tmp_path: Path) -> None:
    assert fonts.shaped("\U0001ef46") == fonts.PLACEHOLDER
    assert "\ufffd" in words(written(said("a \U0001ef46 b"), tmp_path))


def test_arabic_names_are_found_by_other_readers(tmp_path: Path) -> None:
    summary = CaseSummary(
        audience="internal",
        title="قضية",
        persons=(PersonEntry(1, Statement("أمجد الدحامات"), unit="Individual"),),
        events=(EventEntry(1, Statement("مقتل أمجد"), date=Dated(phrase="14 March 2019")),),
    )
    text = words(written(summary, tmp_path))
    assert "14March2019" in text
    assert "أمجدالدحامات" in text
    assert "الدحامات" in pdfium_words(tmp_path / "out.pdf")


@given(
    st.text(st.characters(), max_size=60),
    st.text(st.characters(), max_size=200),
    st.sampled_from(sorted(LANGUAGES)),
)
@settings(max_examples=25)
def test_no_text_stops_a_report(title: str, text: str, language: str) -> None:
    summary = CaseSummary(
        wording=language,
        audience="internal",
        title=title,
        summary=Statement(text),
        events=(EventEntry(1, Statement(title), description=Statement(text)),),
    )
    with TemporaryDirectory() as folder:
        assert len(written(summary, Path(folder)).pages) >= 2
