"""A text as every finder reads it: paragraphs and sentences, split once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from viewer.domain.dates import NO_DATE, Date

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\n\f]*\S[^\n\f]*")


@dataclass(frozen=True)
class Article:
    """A document's text with what is known of it; spans are code points, half open.

    `published` is the document's own date, from which "yesterday" counts; `language` an ISO 639
    code, or "" where it is not known.
    """

    text: str
    published: Date = NO_DATE
    language: str = ""

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs without the white space around them."""
        return tuple(_paragraphs(self.text))


def _paragraphs(text: str) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        words = match[0]
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
