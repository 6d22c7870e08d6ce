"""A text as every finder reads it: paragraphs and sentences, split once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from viewer.domain.dates import NO_DATE, Date
from viewer.suggest.sentences import Span, sentences

__all__ = ["Article", "Span"]

_LINE = re.compile(r"[^\n\f\r\x0b\x85\u2028\u2029]+")
_FIRST_WORD = re.compile(r"\S{1,40}")
#: How wide, in code points, a text is that was broken by hand or by a mail program.
_NARROWEST, _WIDEST = 50, 100


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
        """The paragraphs without the white space around them; hard-wrapped lines are joined."""
        return tuple(_paragraphs(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all paragraphs without the white space around them."""
        return tuple(span for paragraph in self.paragraphs for span in self.sentences_in(paragraph))

    def sentences_in(self, paragraph: Span) -> Iterator[Span]:
        """Yield the sentences of one paragraph; one may end inside a quote of several."""
        return sentences(self.text, paragraph)


def _paragraphs(text: str) -> Iterator[Span]:
    lines = [span for match in _LINE.finditer(text) if (span := _trimmed(match)) is not None]
    width = max((end - start for start, end in lines), default=0)
    begin = before = -1
    for start, end in lines:
        if begin < 0:
            begin = start
        elif not _wrapped(text, (begin, before), start, width):
            yield begin, before
            begin = start
        before = end
    if begin >= 0:
        yield begin, before


def _trimmed(match: re.Match[str]) -> Span | None:
    words, (start, end) = match[0], match.span()
    begin = start + len(words) - len(words.lstrip())
    return (begin, end - len(words) + len(words.rstrip())) if begin < end else None


def _wrapped(text: str, before: Span, start: int, width: int) -> bool:
    """Return whether a line was broken off only because the next word did not fit on it."""
    begin, end = before
    if not _NARROWEST <= width <= _WIDEST or text[end:start] not in ("\n", "\r\n"):
        return False
    begin = max(begin, text.rfind("\n", begin, end) + 1)
    word = _FIRST_WORD.match(text, start)
    return word is not None and end - begin + 1 + len(word[0]) > width
