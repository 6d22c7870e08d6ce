"""A text in which each quote is one run of marks, so that its own words mislead nobody.

Every offset stays what it was. The last code point of a run says how the quote ends, which decides
whether the sentence around it goes on.
"""

import re
from collections.abc import Iterator, Sequence

from viewer.suggest.article import Span
from viewer.suggest.quotes.scanner import Quoted
from viewer.suggest.sentences import sentences

#: Within a quote, and its last code point: no mark ends it, a comma, a point, or another mark.
INSIDE, GOING_ON, PAUSED, STOPPED, CALLED = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
QUOTE = f"[{INSIDE}-{CALLED}]"

#: A sentence that is longer, in code points, is read in pieces: rules look at pairs of its words.
_LONGEST = 4_000
_ENDINGS = {
    ",": PAUSED,
    ".": STOPPED,
    "?": CALLED,
    "!": CALLED,
    "…": CALLED,
    "—": CALLED,
    "–": CALLED,
}
_BREAK = re.compile(
    rf"(?<=[{STOPPED}{CALLED}])[.)\]]{{0,3}}\s+(?=[^\Wa-z_]|{INSIDE})"
    rf"|(?<=[.!?…])[)\]]{{0,3}}\s+(?={INSIDE})"
)


def masked(text: str, quotes: Sequence[Quoted]) -> str:
    """Return the text with each quote, its marks included, as one run of the same length."""
    pieces: list[str] = []
    at = 0
    for quote in quotes:
        pieces += [text[at : quote.opening], INSIDE * (quote.closing - quote.opening - 1)]
        pieces.append(_ending(text, quote))
        at = quote.closing
    return "".join([*pieces, text[at:]])


def _ending(text: str, quote: Quoted) -> str:
    words = text[quote.start : quote.end].rstrip("\"'’”»› \n")
    return _ENDINGS.get(words[-1:], GOING_ON)


def masked_sentences(mask: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph; a quote that stops ends its sentence before a capital."""
    for start, end in sentences(mask, paragraph):
        for match in _BREAK.finditer(mask, start, end):
            yield from _pieces(mask, start, match.start())
            start = match.end()
        yield from _pieces(mask, start, end)


def _pieces(mask: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence, in pieces if it is none that anybody would write."""
    while end - start > _LONGEST and (space := mask.rfind(" ", start, start + _LONGEST)) > start:
        yield start, space
        start = space + 1
    yield start, end
