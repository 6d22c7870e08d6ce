"""The seam between what dates mean and how a language writes them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from viewer.suggest.article import Span
from viewer.suggest.dates.readings import Reading

#: White space within an expression: a line may end in it, a paragraph may not.
GAP = r"(?:[^\S\n\f]{1,3}|[^\S\n\f]?\n[^\S\n\f]?)"
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


#: Where a form matches.
Found = tuple[int, int, Form, re.Match[str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Forms that all hold a match of one seed, which is fast to find.

    They are looked for from so many code points before each seed to so many after it.
    """

    seed: re.Pattern[str]
    forms: tuple[Form, ...]
    before: int = 50
    after: int = 50

    def matches(self, text: str) -> Iterator[Found]:
        """Yield every match of every form, in no order."""
        for window in self._windows(text):
            for form in self.forms:
                for match in form.pattern.finditer(text, *window):
                    yield *_span(match), form, match

    def _windows(self, text: str) -> list[Span]:
        """Return the parts of a text around its seeds, without overlaps."""
        windows: list[Span] = []
        for seed in self.seed.finditer(text):
            at = seed.start()
            start, end = max(0, at - self.before), _after_word(text, at + self.after)
            if windows and start <= windows[-1][1]:
                start, _ = windows.pop()
            windows.append((start, end))
        return windows


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes dates.

    Of two forms that begin at one place the longer counts, then the first. `since` and `until`
    match words that stand before a date that begins or ends a period; `between` words before two
    that do, `joins` what stands between the two, or after `between` also `ands`. `tense` tells of
    a word in small letters whether it speaks of what is to come (True) or of what was (False).
    """

    groups: tuple[Group, ...]
    since: re.Pattern[str]
    until: re.Pattern[str]
    between: re.Pattern[str]
    joins: re.Pattern[str]
    ands: re.Pattern[str]
    tense: Callable[[str], bool | None]

    def mentions(self, text: str) -> Iterator[Mention]:
        """Yield the dates of a text in order, none within another."""
        found = [match for group in self.groups for match in group.matches(text)]
        at = 0
        for start, end, form, match in sorted(found, key=lambda each: (each[0], -each[1])):
            if start >= at and (reading := form.read(match)) is not None:
                at = end
                yield Mention(start, end, reading)


def _after_word(text: str, at: int) -> int:
    """Return the end of the word at a place, so that no number is cut in two."""
    rest = _REST_OF_WORD.match(text, at)
    return rest.end() if rest else at


def _span(match: re.Match[str]) -> Span:
    return match.span("date") if "date" in match.re.groupindex else match.span()
