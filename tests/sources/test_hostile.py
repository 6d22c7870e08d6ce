"""Files that are made to harm: each is one sentence or its text, and nothing else happens."""

from collections.abc import Callable
from itertools import product

import pytest

from tests.sources import hostile
from tests.sources.pdfs import SENTENCE, set_in_paragraphs
from tests.sources.words import docx
from viewer.errors import UnreadableSource
from viewer.sources.drawing import draw_page, page_sizes
from viewer.sources.limits import Limits
from viewer.sources.reading import read_bytes

#: As in use, but for those who wait for the tests.
LIMITS = Limits(wall_seconds=15.0, cpu_seconds=2)
PARAGRAPH = "<p>The neighbours heard a car stop before the house, and then two men.</p>"


def comes_to(data: bytes, name: str = "thing") -> str:
    """Return the text, or the sentence that the user is told."""
    try:
        return read_bytes(data, name, LIMITS).text
    except UnreadableSource as error:
        return str(error)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (hostile.flate_bomb, "memory|broke the part|too long|only pictures"),
        (hostile.page_tree_loop, "damaged|only pictures"),
        (hostile.form_loop, "only pictures|broke the part|too long"),
        (hostile.form_tree, "only pictures|broke the part|too long"),
        (hostile.table_loop, "Words on a page"),
        (hostile.deep_arrays, "only pictures|damaged|broke the part"),
        (hostile.absurd_pages, "only pictures|damaged|million"),
        (lambda: hostile.docx_of_megabytes(400), "unpack to far more"),
        (lambda: hostile.docx_of_megabytes(17), "unpack to far more"),
        (lambda: hostile.docx_that_lies(0xFFFFFFF0), "unpack to far more|damaged"),
        (lambda: hostile.docx_that_lies(10), "damaged"),
        (hostile.billion_laughs, "Words|damaged"),
        (hostile.deep_docx, "damaged"),
        (hostile.many_entries, "unpack to far more"),
        (hostile.long_name_of_a_part, "x"),
        (lambda: hostile.mail_in_mail(3_000), "damaged|From: a|too long"),
        (lambda: hostile.parts_in_parts(15), "Words"),
        (lambda: hostile.parts_in_parts(2_000), "damaged|unpack|memory|too long"),
        (lambda: hostile.many_parts(20_000), "Words"),
    ],
)
def test_a_bomb_is_one_sentence_or_harmless(made: Callable[[], bytes], said: str) -> None:
    found = comes_to(made())
    assert any(part in found for part in said.split("|")), found[:300]


@pytest.mark.parametrize(
    "soup",
    [
        "<a " * 75_000,
        "<a href='" * 50_000,
        "<p " + "x=1 " * 125_000 + ">",
        "<!" * 75_000,
        "<![CDATA[" * 50_000,
        "<!--" * 50_000,
        "<?" * 75_000,
        "&" * 250_000,
        "&#" * 125_000,
        "&#99999999999999999999;" * 12_000,
        "</" * 125_000,
        "<table>" * 25_000,
        "<p><b><i>" * 25_000,
        "<ul><li>" * 25_000,
        "<q>" * 50_000 + "x" + "</q>" * 50_000,
        "".join(f"<x{number}>" for number in range(25_000)),
        "<script>" * 25_000,
        "<svg>" * 50_000 + "</svg>" * 50_000,
        "\n" * 750_000,
        " " * 750_000 + "x",
        "<br>" * 125_000,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>[" + "{}," * 75_000 + "{}]</script>",
        "<meta name=author content=x>" * 25_000,
        "<h1>" + "x" * 500_000 + "</h1>",
    ],
    ids=lambda soup: soup[:24],
)
def test_tag_soup_is_read_or_given_up(soup: str) -> None:
    found = comes_to(f"<html>{PARAGRAPH}{soup}{PARAGRAPH}</html>".encode(), "page.html")
    assert "neighbours" in found or "nothing was changed" in found or "xxx" in found


WHOLE = {
    "report.pdf": set_in_paragraphs([[SENTENCE * 5], [SENTENCE]]),
    "statement.docx": docx("Words. " * 50),
    "page.html": f"<html>{PARAGRAPH * 3}</html>".encode(),
    "letter.eml": b"From: a@b.example\nTo: c@d.example\nSubject: s\n\nWords.\n",
}


@pytest.mark.parametrize(("name", "part"), list(product(WHOLE, (0.1, 0.5, 0.9))))
def test_a_file_that_was_cut_off_is_read_or_given_up(name: str, part: float) -> None:
    whole = WHOLE[name]
    found = comes_to(whole[: int(len(whole) * part)], name)
    assert found


@pytest.mark.parametrize(
    "box", [b"0 0 0 0", b"0 0 1e30 1e30", b"5 5 -5 -5", b"0 0 1 100000000", b"nan x", b""]
)
def test_pages_of_absurd_sizes_are_drawn_small_or_not(box: bytes) -> None:
    data = hostile.one_page(hostile.SHOWN, box=box)
    assert answer(lambda: page_sizes(data))
    assert answer(lambda: draw_page(data, 1, 400, limits=LIMITS))


def answer(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except UnreadableSource as error:
        return error


def test_what_holds_more_than_a_document_can_is_said_in_a_sentence() -> None:
    few = Limits(text_length=1_000, input_bytes=10_000)
    with pytest.raises(UnreadableSource, match="million characters"):
        read_bytes(b"word " * 1_000, "long.txt", few)
    with pytest.raises(UnreadableSource, match="million characters"):
        read_bytes(set_in_paragraphs([[SENTENCE * 30]]), "long.pdf", few)
    with pytest.raises(UnreadableSource, match="larger than"):
        read_bytes(b"word " * 10_000, "long.txt", few)
