"""A paragraph with the one before it: who is named there, and who is meant by "he"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from viewer.domain.identifying.people import People
from viewer.domain.identifying.phrase import Named, Phrase
from viewer.domain.identifying.readings import Reading
from viewer.domain.identifying.sources import Sources

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
#: Between a phrase and a name that says who is meant: "his brother, Mohammed".
_NAME_FOLLOWS = re.compile(r"[ \u00a0]?[,:،–—-]?[ \u00a0]?")
#: Between a name and what the person is: "Mohammed, the brother", "Mohammed (his", "M. is a".
_NAME_BEFORE = re.compile(
    r"(?:[,،]|[ \u00a0][–—(-]|[,]?[ \u00a0](?:who[ \u00a0])?(?:is|was|as|being))"
    r"[ \u00a0]?\(?(?:also[ \u00a0])?(?:the|an?)?[ \u00a0]?"
)
_CLOSES = re.compile(r"[ \u00a0]?[,.;:!?)،؛؟\n\"”–—]|\Z|[ \u00a0](?:and|who|of|in|at|from|too)\b")
#: So many persons before a "his" are thought of.
_REMEMBERED = 3


@dataclass(frozen=True)
class Scene:
    """A part of a reading: `base` is where it begins, `start` where its last paragraph does."""

    reading: Reading
    people: People
    sources: Sources
    base: int
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The words of both paragraphs."""
        return self.reading.text[self.base : self.end]

    @cached_property
    def names(self) -> list[Named]:
        """The names in the words, in order."""
        return self.people.names_in(self.text)

    @property
    def is_document(self) -> bool:
        """Whether it is part of a document's text."""
        return self.reading.field == "text"

    def beside(self, start: int, end: int) -> frozenset[str]:
        """Return who is named right beside words, and so is meant by them."""
        after = next((name for name in self.names if name.start >= end), None)
        if after is not None and _NAME_FOLLOWS.fullmatch(self.text, end, after.start):
            return after.ids
        before = next((name for name in reversed(self.names) if name.end <= start), None)
        if before is None or not _CLOSES.match(self.text, end):
            return frozenset()
        return before.ids if _NAME_BEFORE.fullmatch(self.text, before.end, start) else frozenset()

    def before(self, phrase: Phrase) -> list[str]:
        """Return the last persons named before a phrase, nearest first; then the subjects."""
        near = self._named(phrase, self.start - self.base) or self._named(phrase, 0)
        return list(dict.fromkeys((*near, *self.reading.subjects)))

    def around(self) -> list[str]:
        """Return everybody named in the paragraph itself, and the subjects."""
        own = (name for name in self.names if name.start >= self.start - self.base)
        named = (id for name in own for id in sorted(name.ids))
        return list(dict.fromkeys((*named, *self.reading.subjects)))

    def _named(self, phrase: Phrase, first: int) -> list[str]:
        found: dict[str, None] = {}
        for name in reversed(self.names):
            if first <= name.start and name.end <= phrase.start and len(found) < _REMEMBERED:
                found |= dict.fromkeys(sorted(name.ids))
        return list(found)

    def speaker(self, start: int, end: int) -> str | None:
        """Return who says words of a document."""
        if not self.is_document:
            return None
        id, at = self.reading.target_id, self.base
        return self.sources.speaker(id, start + at, end + at)

    def described(self, start: int, end: int) -> list[str]:
        """Return for whose identity the case gives words of a document."""
        if not self.is_document:
            return []
        id, at = self.reading.target_id, self.base
        return self.sources.described(id, start + at, end + at)

    def told(self, start: int, end: int) -> list[str]:
        """Return of whom words of a document speak by the case's evidence."""
        if not self.is_document:
            return []
        return self.sources.told(self.reading.target_id, start + self.base, end + self.base)


def scenes(reading: Reading, people: People, sources: Sources) -> Iterator[Scene]:
    """Yield the paragraphs of a text of which anything is read, each with the one before it."""
    last = 0
    for match in _PARAGRAPH.finditer(reading.text):
        start, end = match.span()
        if reading.touches(start, end):
            yield Scene(reading, people, sources, last, start, end)
        last = start
