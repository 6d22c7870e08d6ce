"""A run of capitalised words taken apart: titles, peoples and the names between them."""

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.suggest.names.lists import (
    CALENDAR,
    HEADS,
    LINKS,
    NEVER,
    NEVER_HEADS,
    ORGANISATIONS,
    OWNERS,
    PLACE_HEADS,
    ROLES,
    SMALL,
    STOPS,
    TITLE_STARTS,
    TITLES,
    is_demonym,
    is_known,
)
from viewer.suggest.names.runs import Run
from viewer.suggest.names.words import common, given_names, plain

_JOINING = LINKS | SMALL | {"the", "a", "an"}
#: After these a title is part of a name, as in "Ministry of Justice".
_WITHIN = frozenset({"of", "for", "on", "the"})
#: The last word of a name even where a capital follows.
_ENDS = frozenset({"Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "Bros."})

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
        first = self._first() if self.opens else 0
        for begin, end, title in self._pieces(first):
            yield from self._titled(begin, end, title)

    def _first(self) -> int:
        """Return where the name begins in a run that opens a sentence."""
        words, at = self.words, 0
        while at < len(words) and (words[at] in STOPS or words[at] in _JOINING):
            if " ".join(words[at : at + 2]) in ORGANISATIONS:
                break
            at += 1
        return at

    def _pieces(self, first: int) -> Iterator[tuple[int, int, int | None]]:
        """Part the run at the small words that join two names rather than make one.

        The third number is where a title begins that "of" and an office follow, if there is one.
        """
        words, begin, title = self.words, first, None
        for at in range(first, len(words)):
            if at < begin:
                continue
            if words[at] in CALENDAR and not self._is_may(at):
                if at > begin:
                    yield begin, at, title
                begin, title = self._skip(at + 1), None
            elif (words[at] in _ENDS or at in self.owners) and at + 1 < len(words):
                yield begin, at + 1, title
                begin, title = self._skip(at + 1), None
            elif words[at] in LINKS and not self._joins(begin, at):
                office = self._office(begin, at)
                if office is not None:
                    if self._title_start(begin, at) > begin:
                        yield begin, self._title_start(begin, at), title
                    begin, title = office, self._title_start(begin, at)
                    continue
                yield begin, at, title
                begin, title = self._skip(at + 1), None
        if begin < len(words):
            yield begin, len(words), title

    def _is_may(self, at: int) -> bool:
        """Return whether a month's name is a person's, as in "Theresa May" and "April Jones"."""
        words = self.words
        if words[at] not in ("May", "April", "June", "August", "Jan"):
            return False
        return at > 0 and _is_given(words[at - 1])

    def _skip(self, at: int) -> int:
        while at < len(self.words) and self.words[at] in _JOINING:
            at += 1
        return at

    def _title_start(self, begin: int, at: int) -> int:
        """Return where the title begins that ends before `at`; `at` where there is none."""
        for start in range(max(begin, at - 3), at):
            if " ".join(self.words[start:at]) in TITLES:
                return start
        return at

    def _office(self, begin: int, at: int) -> int | None:
        """Return where the name behind "Minister of Health" begins; None without an office."""
        words = self.words
        if words[at] not in ("of", "for") or self._title_start(begin, at) == at:
            return None
        after = at
        while after < len(words) and (words[after] in _JOINING or _is_ordinary(words[after])):
            after += 1
        return after if after > self._skip(at) else None

    def _joins(self, begin: int, at: int) -> bool:
        """Return whether the small word at `at` stands within one name."""
        words, link, left = self.words, self.words[at], self.words[begin:at]
        after = self._skip(at + 1)
        right = words[after] if after < len(words) else ""
        if not left or not right or right in NEVER:
            return False
        if is_known(" ".join(words[begin : after + 1])):
            return True
        if link == "of":
            return self._joins_of(begin, at, after)
        if link in ("for", "on"):
            return left[-1] in HEADS or left[-1] in NEVER_HEADS
        if link == "&" or (_is_headed(left) and _goes_on(right)):
            return True
        return self._is_double(left, after)

    def _joins_of(self, begin: int, at: int, after: int) -> bool:
        """Whether "of" stands within a name, as in "Bank of Iraq", not "Minister of Iraq"."""
        words, last = self.words, self.words[at - 1]
        if self._title_start(begin, at) < at:
            return False
        if last in HEADS or last in PLACE_HEADS or last in NEVER_HEADS:
            return True
        right = words[after : after + 2]
        return last.lower() in common() and not (
            is_known(right[0]) or is_known(" ".join(right)) or _is_given(right[0])
        )

    def _is_double(self, left: list[str], after: int) -> bool:
        """Whether "and" joins two words before one head, as in "Food and Drug Administration"."""
        if left[-1].lower() not in common() or left[-1] in HEADS or left[-1] in TITLES:
            return False
        words, end = self.words, after
        while end < len(words) and words[end] not in LINKS:
            end += 1
        return 2 <= end - after <= 4 and words[end - 1] in HEADS and not is_known(words[after])

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
        if at > begin and (_is_given(words[at - 1]) or not self._is_behind(begin, at, end, length)):
            return 0
        within = at > begin and words[at - 1] in _WITHIN
        return 0 if length == 1 and within and not _is_next(words, at + 1, end) else length

    def _is_behind(self, begin: int, at: int, end: int, length: int) -> bool:
        """Return whether a title may stand behind a word: no name ends in one."""
        before = self.words[at - 1]
        if at + length < end or _is_ordinary(before) or is_demonym(before):
            return True
        return before.isupper() or is_known(" ".join(self.words[begin:at]))

    def _named(self, begin: int, end: int, title: int | None) -> Iterator[Candidate]:
        """Yield the names of a piece without titles: peoples before them are left out."""
        words = self.words
        if title is None:
            begin = self._without_people(begin, end)
        while end > begin and (words[end - 1] in _JOINING or words[end - 1] in _BEHIND):
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
                if end - at > 1 and _is_given(words[at]):
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


def _is_ordinary(word: str) -> bool:
    return word.lower() in common() or word in HEADS or word in PLACE_HEADS


def _is_given(word: str) -> bool:
    return plain(word).lower() in given_names()


def _is_headed(left: list[str]) -> bool:
    """Whether a name like "Ministry of Health" may go on behind "and"."""
    return any(word in HEADS for word in left) and any(word in _WITHIN for word in left)


def _goes_on(right: str) -> bool:
    return right.lower() in common() and right not in HEADS and right not in TITLES


def _is_next(words: list[str], at: int, end: int) -> bool:
    """Return whether a name of a person may begin at `at`, rather than more of a title."""
    return at < end and not _is_ordinary(words[at])


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
