"""The seam between what dates mean and how a language writes them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from viewer.suggest.article import Span
from viewer.suggest.dates.readings import Reading

#: White space within an expression: a line may end in it, a paragraph may not.
GAP = r"(?:[^\S\n\f]{1,3}|[^\S\n\f]?\n[^\S\n\f]?)"
#: How far from a seed an expression can begin or end.
_REACH = 60
_REST_OF_WORD = re.compile(r"\w{0,60}")


#: Makes something of a match; None where it is no date.
Read = Callable[[re.Match[str]], Reading | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date: its pattern, and what a match of it says; None for no date.

    The mention is the group `date` of the match where there is one, otherwise the whole match.
    """

    pattern: re.Pattern[str]
    read: Read


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a date stands and what its words say."""

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes dates.

    Every date holds a match of one of the `seeds`, which are fast to find. Of two forms that begin
    at one place the longer counts, then the first. `since` and `until` match words that stand
    before a date that begins or ends a period; `between` words before two that do, `joins` what
    stands between the two, or after `between` also `ands`; `future` words of a sentence about what
    is to come and `past` about what was.
    """

    seeds: tuple[re.Pattern[str], ...]
    forms: tuple[Form, ...]
    since: re.Pattern[str]
    until: re.Pattern[str]
    between: re.Pattern[str]
    joins: re.Pattern[str]
    ands: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]

    def mentions(self, text: str) -> list[Mention]:
        """Return the dates of a text in order, none within another."""
        found = [
            (*_span(match), rank, match)
            for window in self._windows(text)
            for rank, form in enumerate(self.forms)
            for match in form.pattern.finditer(text, *window)
        ]
        return list(self._chosen(sorted(found, key=lambda each: (each[0], -each[1], each[2]))))

    def _chosen(self, found: list[tuple[int, int, int, re.Match[str]]]) -> Iterator[Mention]:
        at = 0
        for start, end, rank, match in found:
            if start >= at and (reading := self.forms[rank].read(match)) is not None:
                at = end
                yield Mention(start, end, reading)

    def _windows(self, text: str) -> list[Span]:
        """Return the parts of a text around its seeds, without overlaps."""
        seeds = sorted(match.start() for seed in self.seeds for match in seed.finditer(text))
        windows: list[Span] = []
        for seed in seeds:
            start, end = max(0, seed - _REACH), _after_word(text, seed + _REACH)
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], end)
            else:
                windows.append((start, end))
        return windows


def _after_word(text: str, at: int) -> int:
    """Return the end of the word at a place, so that no number is cut in two."""
    rest = _REST_OF_WORD.match(text, at)
    return rest.end() if rest else at


def _span(match: re.Match[str]) -> Span:
    return match.span("date") if "date" in match.re.groupindex else match.span()
