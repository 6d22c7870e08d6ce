"""A sentence as its words, with persons, places and dates as one word each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from viewer.domain.suggestions import SuggestedDate, SuggestedName
from viewer.suggest.article import Span

_TOKEN = re.compile(
    r"(?:he|she|i|they|we|you|it|who|that)(?=['’](?:s|ve|d|re|ll|m)\b)|['’](?:s|ve|d|re|ll|m)\b"
    r"|\w+(?:['’-]\w+)*|[^\w\s]",
    re.IGNORECASE,
)
Mention = SuggestedName | SuggestedDate
_M = TypeVar("_M", SuggestedName, SuggestedDate)
_OWN = re.compile(r"['’ʼ]s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, in lower case, or one mark; `name` or `date` where it stands for a mention.

    `owns` where a possessive ending follows it.
    """

    start: int
    end: int
    word: str
    name: SuggestedName | None = None
    date: SuggestedDate | None = None
    owns: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it means a person or an organisation."""
        return self.name is not None and self.name.what != "place"

    @property
    def is_place(self) -> bool:
        """Whether it means a place."""
        return self.name is not None and self.name.what == "place"

    @property
    def is_mark(self) -> bool:
        """Whether it is no word, but a mark such as a comma."""
        return len(self.word) == 1 and not self.word.isalnum()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the text, in code points, and its tokens."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    _starts: list[int] = field(repr=False)

    def at(self, offset: int) -> int:
        """Return the index of the token that an offset is in or before."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token(self, index: int) -> Token | None:
        """Return the token of an index; None outside the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def word(self, index: int) -> str:
        """Return the word of an index; "" outside the sentence and for a mention."""
        token = self.token(index)
        return "" if token is None or token.name or token.date else token.word

    def words(self, start: int, end: int) -> list[str]:
        """Return the words of a range of indexes."""
        return [self.word(index) for index in range(max(start, 0), min(end, len(self.tokens)))]


def sentence(text: str, span: Span, mentions: Sequence[Mention]) -> Sentence:
    """Return a sentence with the mentions that stand in it, outer ones before inner ones."""
    tokens = tuple(_tokens(text, span, mentions))
    return Sentence(text, *span, tokens, [token.start for token in tokens])


def _tokens(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[Token]:
    at, end = span
    for mention in mentions:
        if at <= mention.start and mention.end <= end:
            yield from _plain(text, at, mention.start)
            token = _mention(text, mention)
            yield token
            at = token.end
    yield from _plain(text, at, end)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        yield Token(match.start(), match.end(), match[0].lower().replace("’", "'"))


def _mention(text: str, mention: Mention) -> Token:
    words = text[mention.start : mention.end].lower()
    if isinstance(mention, SuggestedDate):
        return Token(mention.start, mention.end, words, date=mention)
    own = _OWN.match(text, mention.end)
    # After a final s the apostrophe alone owns, and otherwise it closes a quotation.
    owns = own is not None and (len(own[0]) == 2 or words.endswith("s"))
    end = own.end() if own is not None and owns else mention.end
    return Token(mention.start, end, words, mention, owns=owns)


def within(spans: Sequence[_M], starts: list[int], span: Span) -> Sequence[_M]:
    """Return the mentions, sorted by their starts, that begin within a span."""
    return spans[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
