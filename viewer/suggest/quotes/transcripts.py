"""Transcripts as quotes: what is said after "Q:", "INTERVIEWER:" or "Nora Bell:"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from viewer.domain.suggestions import Mentioned, SuggestedName, SuggestedQuote
from viewer.domain.text import folded
from viewer.suggest.article import Article
from viewer.suggest.quotes.turns import Turn, turns

_SURE, _UNNAMED, _ASKED = 0.85, 0.6, 0.4
#: What stands before the name of whom a transcript asks.
_ASKED_BEFORE = re.compile(
    r"(?:\binterview(?:ed)?|\bconversation|\b(?:I|we) (?:spoke|talked|sat down)|\bQ ?& ?A)"
    r"(?: (?:with|to|of))?,?\s(?:[\w’'-]+\s){0,4}?\Z",
    re.IGNORECASE,
)
_NEAR = 80
#: The longest heading, in code points, that may name whom the text asks.
_HEADING = 150


class Transcript:
    """The turns of a text; `quotes` are what was said by those who do not only ask."""

    def __init__(self, article: Article, names: Sequence[SuggestedName]) -> None:
        self._text = article.text
        self._names = names
        found = turns(article)
        places = {each.start for each in names if each.what == "place"} if found else set()
        self._turns = [turn for turn in found if turn.label[0] not in places]
        self._begins = [turn.label[0] for turn in self._turns]
        self._known: dict[str, str] = {}

    def holds(self, start: int) -> bool:
        """Return whether a place is within a turn."""
        number = bisect_right(self._begins, start) - 1
        return number >= 0 and start < self._turns[number].end

    def quotes(self) -> Iterator[SuggestedQuote]:
        """Yield the turns of whoever is not only there to ask."""
        asked = self._asked() if self._turns else None
        for turn in self._turns:
            speaker = self._speaker(turn, asked)
            if not turn.asks or (speaker.name in self._persons):
                yield self._quote(turn, speaker)

    def _quote(self, turn: Turn, speaker: Mentioned) -> SuggestedQuote:
        label = self._text[slice(*turn.label)]
        named = speaker.name in self._persons
        return SuggestedQuote(
            start=turn.start,
            end=turn.end,
            text=self._text[turn.start : turn.end],
            confidence=_ASKED if turn.asks else _SURE if speaker.name else _UNNAMED,
            reason=f"“{label}:” begins the words, as in a transcript.",
            attribution="by_name" if named else "role_only" if speaker.name else "unattributed",
            speaker=speaker,
        )

    def _speaker(self, turn: Turn, asked: SuggestedName | None) -> Mentioned:
        if turn.answers:
            return Mentioned(*turn.label, asked.name if asked else "")
        label = self._text[slice(*turn.label)]
        if label not in self._known:
            self._known[label] = self._name(folded(label).split()) or label
        return Mentioned(*turn.label, self._known[label])

    def _name(self, words: list[str]) -> str:
        """Return the only person's name that a label may stand for, or ""."""
        whole = [name for name in self._persons if folded(name).split() == words]
        ends = [name for name in self._persons if folded(name).split()[-len(words) :] == words]
        return (whole or (ends if len(ends) == 1 else [""]))[0]

    @cached_property
    def _persons(self) -> frozenset[str]:
        return frozenset(each.name for each in self._names if _is_person(each))

    def _asked(self) -> SuggestedName | None:
        """Return who is interviewed, if one person is plainly said to be."""
        first = self._turns[0].label[0]
        named = [each for each in self._names if _is_person(each) and each.start < first]
        found = {each.name: each for each in named if self._is_asked(each)}
        if not found:
            found = self._in_heading(named)
        return next(iter(found.values())) if len(found) == 1 else None

    def _in_heading(self, named: Sequence[SuggestedName]) -> dict[str, SuggestedName]:
        """Return the persons of the first line, if it is short and more is told of each."""
        end = self._text.find("\n", named[0].start if named else 0)
        heading = {each.name: each for each in named if each.start < end <= _HEADING}
        told = {each.name for each in named if each.start > end}
        return heading if told.issuperset(heading) else {}

    def _is_asked(self, person: SuggestedName) -> bool:
        start = min(person.start, person.title[0]) if person.title else person.start
        before = self._text[max(0, start - _NEAR) : start]
        match = _ASKED_BEFORE.search(before)
        return match is not None and not re.search(r"\bby\b|[.:;]", match[0])


def _is_person(name: SuggestedName) -> bool:
    return name.what == "person" and name.naming == "named"
