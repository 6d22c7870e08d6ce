"""Light Markdown is read into looks and never into anything that could be loaded or followed."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.domain.markdown import LONGEST, Block, Span, parsed, plain

HOSTILE = [
    "*[`_" * 5000,
    "**a " * 5000,
    "[" * 20_000,
    "[a](" * 5000,
    "`" * 19_999,
    "_a" * 10_000,
    "- " * 10_000,
    "# " + "#" * 19_000 + "x",
    "# " + " \t" * 9000 + "x",
    "*a* " * 5000,
    "*" * 2_000_000,
]


def looks(text: str) -> list[tuple[str, str]]:
    """Return the words of the only block with the first letters of their looks."""
    (block,) = parsed(text)
    return [(span.text, _letters(span)) for span in block.spans]


def _letters(span: Span) -> str:
    flags = {"s": span.strong, "e": span.emphasis, "c": span.code, "a": span.is_address}
    return "".join(letter for letter, flag in flags.items() if flag)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Amal** *came*", [("Amal", "s"), (" ", ""), ("came", "e")]),
        ("__Amal__ _came_", [("Amal", "s"), (" ", ""), ("came", "e")]),
        ("***both***", [("both", "se")]),
        ("**a *b* c**", [("a ", "s"), ("b", "se"), (" c", "s")]),
        ("`a *b*`", [("a *b*", "c")]),
        ("**قال** أمجد", [("قال", "s"), (" أمجد", "")]),
        ("2*3*4 and snake_case_word", [("2*3*4 and snake_case_word", "")]),
        ("* alone ** here *", None),
        (r"\*not\* \[here]", [("*not* [here]", "")]),
        ("**open and `open", [("**open and `open", "")]),
        ("", None),
    ],
)
def test_words_get_their_look(text: str, expected: list[tuple[str, str]] | None) -> None:
    if expected is None:
        assert not any(s.strong or s.emphasis for block in parsed(text) for s in block.spans)
    else:
        assert looks(text) == expected


@pytest.mark.parametrize("sign", ["", "!"])
def test_a_link_or_image_is_words_with_the_address_beside_them(sign: str) -> None:
    assert looks(f"See {sign}[the list](file:///etc/passwd).") == [
        ("See the list", ""),
        (" (file:///etc/passwd)", "a"),
        (".", ""),
    ]


def test_html_is_text() -> None:
    text = "<img src=http://example.org/x.png><script>1</script>&amp;"
    assert looks(text) == [(text, "")]


def test_lines_become_headings_items_paragraphs_and_code() -> None:
    text = "# Head #\n- one\n  - two\n2) three\npara\nmore\n\nlast\n```\n- *x*\n```"
    assert parsed(text) == (
        Block("heading", (Span("Head"),), level=1),
        Block("item", (Span("one"),), sign="•"),
        Block("item", (Span("two"),), level=1, sign="•"),
        Block("item", (Span("three"),), sign="2)"),
        Block("paragraph", (Span("para\nmore"),)),
        Block("paragraph", (Span("last"),)),
        Block("code", (Span("- *x*", code=True),)),
    )


def test_plain_words_have_no_signs_but_those_of_lists() -> None:
    assert plain("# Ask\n- **Amal**, [here](x)\n\n`44`?") == "Ask\n• Amal, here (x)\n44?"


def test_a_very_long_note_is_shown_as_it_is() -> None:
    text = "**a** " * LONGEST
    assert parsed(text) == (Block("paragraph", (Span(text),)),)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_is_read_in_time(text: str) -> None:
    begun = time.process_time()
    parsed(text)
    # What grows with the square of the length takes a minute.
    assert time.process_time() - begun < 2


@given(st.text(st.sampled_from(list("*_`[]()!#- \\\n1.aب<>")), max_size=60))
@example("*a*")
def test_no_word_is_lost_and_nothing_raises(text: str) -> None:
    shown = "".join(block.sign + "".join(s.text for s in block.spans) for block in parsed(text))
    for letter in "aب<>":
        assert shown.count(letter) == text.count(letter) or "```" in text
    assert plain(text).count("ب") == shown.count("ب")
