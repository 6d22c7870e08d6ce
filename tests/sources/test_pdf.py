"""A PDF gives its text page by page, its lines put together, and its pages as pictures."""

import pytest

from tests.sources.pdfs import SENTENCE, drawn_in_lines, of_pictures, set_in_paragraphs
from viewer.domain.pages import page_count, page_of
from viewer.errors import UnreadableSource
from viewer.sources.drawing import draw_page, page_sizes
from viewer.sources.reading import document_of, read_bytes


def text_of(data: bytes) -> str:
    return read_bytes(data, "report.pdf").text


def test_paragraphs_are_put_together_page_by_page() -> None:
    first, second, third = SENTENCE * 4, "A short one.", "On the second page: " + SENTENCE * 3
    data = set_in_paragraphs([[first, second], [third]])
    text = text_of(data)
    assert text == f"{first.strip()}\n\n{second}\n\n\f{third.strip()}"
    assert (page_count(text), page_of(text, text.index("On the second"))) == (2, 2)


def test_a_pdf_becomes_a_document_with_what_it_says_of_itself() -> None:
    source = read_bytes(set_in_paragraphs([[SENTENCE]], title="A report", author="Ada Reyes"))
    document, _ = document_of(source)
    assert (document.title, document.author) == ("A report", "Ada Reyes")
    assert document.published.is_blank
    assert document.media_type == "application/pdf"
    assert document.extracted_by.startswith("pypdfium2 ")
    assert "PDFium " in document.extracted_by


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - statement.doc"])
def test_a_title_that_nobody_gave_is_none(title: str) -> None:
    assert read_bytes(set_in_paragraphs([[SENTENCE]], title=title)).title == ""


def test_words_broken_at_the_end_of_a_line_are_made_whole() -> None:
    lines = [
        "They had come to the house be-",
        "fore midnight, in a twenty-",
        "five year old car, say well-in-",
        "formed neighbours of the Al-",
        "Amal family. A co-owner saw the co-",
        "owner of the car.",
    ]
    assert text_of(drawn_in_lines([lines])) == (
        "They had come to the house before midnight, in a twenty-five year old car, say "
        "well-informed neighbours of the Al-Amal family. A co-owner saw the co-owner of the car."
    )


def test_a_foot_with_the_page_number_is_taken_out() -> None:
    pages = [[f"Page of {name}. " + SENTENCE * 3] for name in ("one", "two", "three", "four")]
    text = text_of(set_in_paragraphs(pages, foot="The Courier, page # of 4"))
    assert "Courier" not in text
    assert page_count(text) == 4


def test_headings_that_count_like_pages_stay() -> None:
    pages = [[f"Witness {n}", f"{SENTENCE}", "It was night."] for n in range(1, 5)]
    text = text_of(set_in_paragraphs(pages))
    assert [f"Witness {n}" in text for n in range(1, 5)] == [True] * 4


def test_a_foot_on_two_pages_is_left() -> None:
    text = text_of(set_in_paragraphs([[SENTENCE], [SENTENCE]], foot="The Courier"))
    assert text.count("The Courier") == 2


def test_a_page_without_words_keeps_its_number() -> None:
    text = text_of(drawn_in_lines([["First page."], [], ["Third page."]]))
    assert page_of(text, text.index("Third")) == 3
    assert page_of(text_of(drawn_in_lines([[], ["Second."]])), 3) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (of_pictures(), "only pictures"),
        (drawn_in_lines([["Secret."]], password="word"), "password"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (set_in_paragraphs([[SENTENCE]])[:300], "damaged"),
    ],
)
def test_what_gives_no_text_is_said_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said) as raised:
        read_bytes(data, "report.pdf")
    assert "“report.pdf”" in str(raised.value)


def test_a_pdf_without_its_table_is_mended() -> None:
    whole = set_in_paragraphs([[SENTENCE]])
    assert text_of(whole[: whole.rindex(b"xref")]).startswith("The witness said")


def test_a_pdf_that_is_called_something_else_is_a_pdf() -> None:
    assert read_bytes(set_in_paragraphs([[SENTENCE]]), "a.txt").media_type == "application/pdf"


def test_pages_are_drawn() -> None:
    data = of_pictures()
    (size,) = page_sizes(data)
    assert size == pytest.approx((419.5, 595.3), abs=0.1)
    width, height, pixels = draw_page(data, 1, 84)
    assert (width, height) == (84, 120)
    top, bottom = pixels[:3], pixels[-84 * 3 :][:3]
    assert (top, bottom) == (b"\xff\xff\xff", b"\xff\0\0")


def test_a_page_that_would_be_too_large_is_drawn_smaller() -> None:
    width, height, pixels = draw_page(of_pictures(), 1, 50_000)
    assert width < 50_000
    assert len(pixels) == width * height * 3 <= 100 * 1024**2


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there_is_said_in_a_sentence(number: int) -> None:
    with pytest.raises(UnreadableSource, match="no such page"):
        draw_page(of_pictures(), number, 100)
