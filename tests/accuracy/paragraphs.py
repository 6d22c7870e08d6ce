"""Which spans are whole paragraphs, in a text whose paragraphs are lines or blocks of lines."""

import re
from functools import lru_cache

Span = tuple[int, int]

MARKS = "\"'“”„‟«»‘’‚‛‹›"
_ASIDE = MARKS + " \t\r\n\f\u00a0\u202f"
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def is_whole_paragraph(text: str, span: Span) -> bool:
    """Whether the span is one or more paragraphs and nothing else, marks and space apart."""
    starts, ends = _edges(text)
    start, end = bare(text, span)
    return start in starts and end in ends


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs: lines, or blocks of lines where blank lines stand between them."""
    pattern = _BLOCK if _BLANK_LINE.search(text) else _LINE
    return [match.span() for match in pattern.finditer(text)]


def bare(text: str, span: Span) -> Span:
    """Return the span without quotation marks and white space at its ends."""
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip(_ASIDE))
    return start, start + len(words.strip(_ASIDE))


@lru_cache(maxsize=4)
def _edges(text: str) -> tuple[frozenset[int], frozenset[int]]:
    spans = [bare(text, span) for span in paragraphs(text)]
    return frozenset(start for start, _ in spans), frozenset(end for _, end in spans)
