"""The pieces of a run taken apart: titles, peoples and the names between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.suggest.names.lists import (
    HEADS,
    JOINING,
    NEVER_HEADS,
    ORGANISATIONS,
    OWNERS,
    PLACE_HEADS,
    ROLES,
    TITLE_STARTS,
    TITLES,
    WITHIN,
    is_demonym,
    is_given,
    is_known,
    is_ordinary,
)
from viewer.suggest.names.pieces import pieces
from viewer.suggest.names.runs import Run

#: Letters behind a name that are no part of it.
_BEHIND = frozenset({"I", "KC", "QC", "SC", "OBE", "MBE", "CBE", "MP", "MEP", "PhD", "MD"})
_OWN = frozenset({"'s", "’s", "'", "’"})

Span = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """Words that may be a name, from `start` to `end`; `title` is the span of a title before.

    `opens` says that its capital may come from its place in the sentence alone.
    """

    start: int
    end: int
    words: list[str]
    opens: bool = False
    title: Span | None = None

    @property
    def key(self) -> str:
        """The words as one text, the same for all mentions written alike."""
        return " ".join(self.words)


def candidates(run: Run) -> Iterator[Candidate]:
    """Yield what may be names in a run, in its order."""
    return _Splitting(run).candidates()


class _Splitting:
    """One run while it is taken apart; places in it are numbers of words."""

    def __init__(self, run: Run) -> None:
        self.words = run.words
        self.opens = run.opens
        self.starts: list[int] = []
        #: The numbers of the words that a name ends with, for "'s" was behind them.
        self.owners: set[int] = set()
        at = run.start
        for number, word in enumerate(run.words):
            self.starts.append(at)
            at += len(word) + 1
            if word[-2:] in _OWN or word[-1:] in _OWN:
                self._own(number, word)

    def _own(self, number: int, word: str) -> None:
        bare = word.rstrip("s").rstrip("'’") if word[-1:] == "s" else word[:-1]
        if bare not in OWNERS:
            self.words[number] = bare
            self.owners.add(number)

    def candidates(self) -> Iterator[Candidate]:
        for begin, end, title in pieces(self.words, self.owners, opens=self.opens):
            yield from self._titled(begin, end, title)

    def _titled(self, begin: int, end: int, title: int | None) -> Iterator[Candidate]:
        """Part a piece at the titles in it, which belong to the name behind them."""
        at = begin
        while at < end:
            length = self._title(begin, at, end)
            if not length:
                at += 1
                continue
            if at > begin:
                yield from self._named(begin, at, title)
                title = None
            title = at if title is None else title
            begin = at = at + length
        if begin < end:
            yield from self._named(begin, end, title)

    def _title(self, begin: int, at: int, end: int) -> int:
        """Return how many words from `at` on are a title; 0 where none is."""
        words = self.words
        length = _title_length(words, at, end)
        if not length or _is_name(words, begin, end):
            return 0
        if at > begin and (is_given(words[at - 1]) or not self._is_behind(begin, at, end, length)):
            return 0
        within = at > begin and words[at - 1] in WITHIN
        return 0 if length == 1 and within and not _is_next(words, at + 1, end) else length

    def _is_behind(self, begin: int, at: int, end: int, length: int) -> bool:
        """Return whether a title may stand behind a word: no name ends in one."""
        before = self.words[at - 1]
        if at + length < end or is_ordinary(before) or is_demonym(before):
            return True
        return before.isupper() or is_known(" ".join(self.words[begin:at]))

    def _named(self, begin: int, end: int, title: int | None) -> Iterator[Candidate]:
        """Yield the names of a piece without titles: peoples before them are left out."""
        words = self.words
        if title is None:
            begin = self._without_people(begin, end)
        while end > begin and (words[end - 1] in JOINING or words[end - 1] in _BEHIND):
            end -= 1
        if begin >= end:
            return
        pair = self._pair(begin, end)
        if pair:
            yield from pair
            return
        parted = self._parted(begin, end)
        for number, (one, other) in enumerate(parted):
            yield self._candidate(one, other, title if number == len(parted) - 1 else None)

    def _without_people(self, begin: int, end: int) -> int:
        words = self.words
        while end - begin > 1 and is_demonym(words[begin]):
            headed = any(word in HEADS or word in PLACE_HEADS for word in words[begin:end])
            if headed or is_known(" ".join(words[begin:end])):
                break
            begin += 1
        return begin

    def _pair(self, begin: int, end: int) -> list[Candidate]:
        """Return both places of "Israel-Lebanon" or "Japan-South Korea"; none otherwise."""
        words = self.words
        at = next((at for at in range(begin, end) if "-" in words[at]), end)
        if at == end or at - begin > 2 or is_known(words[at]):
            return []
        one, _, other = words[at].partition("-")
        left = [*words[begin:at], one]
        right = self._known_from(other, at + 1, end)
        if not right or not is_known(" ".join(left)):
            return []
        middle = self.starts[at] + len(one)
        stop = middle + 1 + len(" ".join(right))
        return [
            Candidate(self.starts[begin], middle, left),
            Candidate(middle + 1, stop, right),
        ]

    def _known_from(self, first: str, at: int, end: int) -> list[str]:
        """Return a known name of `first` and perhaps words that follow it; none otherwise."""
        for stop in range(min(end, at + 2), at - 1, -1):
            found = [first, *self.words[at:stop]]
            if is_known(" ".join(found)):
                return found
        return []

    def _parted(self, begin: int, end: int) -> list[Span]:
        """Part "Iran Ebrahim Raisi" behind the place, and cut "Paris Agreement" down to it."""
        words = self.words
        if end - begin > 1 and not is_known(" ".join(words[begin:end])):
            for length in (3, 2, 1):
                at = begin + length
                if at >= end or not is_known(" ".join(words[begin:at])):
                    continue
                if words[end - 1] in NEVER_HEADS:
                    return [(begin, at)]
                if end - at > 1 and is_given(words[at]):
                    return [(begin, at), (at, end)]
        return [(begin, end)]

    def _candidate(self, begin: int, end: int, title: int | None) -> Candidate:
        words, starts = self.words, self.starts
        span = None
        if title is not None:
            before = begin - 1
            span = (starts[title], starts[before] + len(words[before]))
        stop = starts[end - 1] + len(words[end - 1])
        opens = self.opens and begin == 0
        return Candidate(starts[begin], stop, words[begin:end], opens, span)


def _is_next(words: list[str], at: int, end: int) -> bool:
    """Return whether a name of a person may begin at `at`, rather than more of a title."""
    return at < end and not is_ordinary(words[at])


def _title_length(words: list[str], at: int, end: int) -> int:
    if words[at] in TITLE_STARTS:
        for length in (3, 2, 1):
            if at + length <= end and " ".join(words[at : at + length]) in TITLES:
                return length
    is_role = words[at].lower() in ROLES and words[at][1:].islower()
    return 1 if is_role and _is_next(words, at + 1, end) else 0


def _is_name(words: list[str], begin: int, end: int) -> bool:
    """Whether a title's word is part of a name, as in "Justice Department"."""
    if end - begin < 2:
        return False
    last = words[end - 1]
    if last in HEADS or last in NEVER_HEADS or " ".join(words[begin:end]) in ORGANISATIONS:
        return True
    return last in PLACE_HEADS and words[begin] not in TITLES
