"""A run of capitalised words parted at small words, months and what belongs to somebody."""

from collections.abc import Iterator

from viewer.suggest.names.lists import (
    CALENDAR,
    HEADS,
    JOINING,
    LINKS,
    NEVER,
    NEVER_HEADS,
    ORGANISATIONS,
    PLACE_HEADS,
    STOPS,
    TITLES,
    WITHIN,
    is_given,
    is_known,
    is_ordinary,
)
from viewer.suggest.names.words import common

#: The last word of a name even where a capital follows.
_ENDS = frozenset({"Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "Bros."})

#: Numbers of words: where a piece begins and ends, and where a title begins before it that "of" and
#: an office follow, if there is one.
Piece = tuple[int, int, int | None]


def pieces(words: list[str], owners: set[int], *, opens: bool) -> Iterator[Piece]:
    """Yield the pieces of a run, each of one name or of names side by side.

    `owners` are the numbers of the words that a name ends with, for "'s" was behind them; a run
    that `opens` begins a sentence.
    """
    parting = _Parting(words, owners)
    return parting.pieces(parting.first() if opens else 0)


class _Parting:
    """The words of one run; places in it are their numbers."""

    def __init__(self, words: list[str], owners: set[int]) -> None:
        self._words, self._owners = words, owners

    def first(self) -> int:
        """Return where the name begins in a run that opens a sentence."""
        words, at = self._words, 0
        while at < len(words) and (words[at] in STOPS or words[at] in JOINING):
            if " ".join(words[at : at + 2]) in ORGANISATIONS:
                break
            at += 1
        return at

    def pieces(self, first: int) -> Iterator[Piece]:
        """Part the run at the small words that join two names rather than make one.

        The third number is where a title begins that "of" and an office follow, if there is one.
        """
        words, begin, title = self._words, first, None
        for at in range(first, len(words)):
            if at < begin:
                continue
            if words[at] in CALENDAR and not self._is_may(at):
                if at > begin:
                    yield begin, at, title
                begin, title = self._skip(at + 1), None
            elif (words[at] in _ENDS or at in self._owners) and at + 1 < len(words):
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
        words = self._words
        if words[at] not in ("May", "April", "June", "August", "Jan"):
            return False
        return at > 0 and is_given(words[at - 1])

    def _skip(self, at: int) -> int:
        while at < len(self._words) and self._words[at] in JOINING:
            at += 1
        return at

    def _title_start(self, begin: int, at: int) -> int:
        """Return where the title begins that ends before `at`; `at` where there is none."""
        for start in range(max(begin, at - 3), at):
            if " ".join(self._words[start:at]) in TITLES:
                return start
        return at

    def _office(self, begin: int, at: int) -> int | None:
        """Return where the name behind "Minister of Health" begins; None without an office."""
        words = self._words
        if words[at] not in ("of", "for") or self._title_start(begin, at) == at:
            return None
        after = at
        while after < len(words) and (words[after] in JOINING or is_ordinary(words[after])):
            after += 1
        return after if after > self._skip(at) else None

    def _joins(self, begin: int, at: int) -> bool:
        """Return whether the small word at `at` stands within one name."""
        words, link, left = self._words, self._words[at], self._words[begin:at]
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
        words, last = self._words, self._words[at - 1]
        if self._title_start(begin, at) < at:
            return False
        if last in HEADS or last in PLACE_HEADS or last in NEVER_HEADS:
            return True
        right = words[after : after + 2]
        return last.lower() in common() and not (
            is_known(right[0]) or is_known(" ".join(right)) or is_given(right[0])
        )

    def _is_double(self, left: list[str], after: int) -> bool:
        """Whether "and" joins two words before one head, as in "Food and Drug Administration"."""
        if left[-1].lower() not in common() or left[-1] in HEADS or left[-1] in TITLES:
            return False
        words, end = self._words, after
        while end < len(words) and words[end] not in LINKS:
            end += 1
        return 2 <= end - after <= 4 and words[end - 1] in HEADS and not is_known(words[after])


def _is_headed(left: list[str]) -> bool:
    """Whether a name like "Ministry of Health" may go on behind "and"."""
    return any(word in HEADS for word in left) and any(word in WITHIN for word in left)


def _goes_on(right: str) -> bool:
    return right.lower() in common() and right not in HEADS and right not in TITLES
