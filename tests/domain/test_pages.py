"""The page on which words of a PDF stand."""

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.pages import page_count, page_of, page_starts
from viewer.domain.records import Document

TEXT = "one\n\n\ftwo\n\n\f\n\n\ffour"


def test_pages_are_counted_by_their_form_feeds() -> None:
    assert page_count("") == page_count("no pages") == 1
    assert page_count(TEXT) == 4


def test_words_stand_on_the_page_that_began_last() -> None:
    assert page_of(TEXT, 0) == page_of(TEXT, 4) == 1
    assert page_of(TEXT, TEXT.index("two") - 1) == page_of(TEXT, TEXT.index("two")) == 2
    assert page_of(TEXT, TEXT.index("four")) == page_of(TEXT, len(TEXT)) == 4


@given(st.lists(st.text(alphabet="ab\n"), min_size=1), st.data())
def test_every_position_is_on_the_page_it_was_written_on(
    pages: list[str], data: st.DataObject
) -> None:
    text = "\n\n\f".join(pages)
    number = data.draw(st.integers(0, len(pages) - 1))
    start = sum(len(page) + len("\n\n\f") for page in pages[:number])
    for place in range(start, start + len(pages[number])):
        assert page_of(text, place) == number + 1


@given(st.text("a\n\f", max_size=30))
def test_where_pages_start_says_on_which_one_words_stand(text: str) -> None:
    starts = page_starts(Document(id="d", text=text, media_type="application/pdf"))
    for position in range(len(text)):
        assert bisect_right(starts, position) == page_of(text, position)
    assert page_starts(Document(id="d", text=text, media_type="text/plain")) == []
