"""Whether a pattern whose letters follow one another in a text stands there as a name."""

import re
from collections.abc import Iterator, Set
from itertools import repeat
from typing import NamedTuple

from viewer.domain.redaction.automaton import Automaton, Pattern
from viewer.domain.redaction.letters import GAP, HYPHEN, LINE, SEPARATORS, SOFT, Letters
from viewer.domain.redaction.words import Words

#: So much may stand between two words of a name: "Amjad, ", "**Amjad** **Aldhamat**".
_WIDEST = 12
_SIGNS = 5
#: A full name that is shown is nothing but its words: "Omar. Rashid left" is two sentences.
_NARROW = re.compile(r"[\s_'’‐‑-]{1,3}")
#: A name turned or in short is written so; else two mentions would be read as one.
COMMON_GAP = re.compile(r"[\s.,،_'’/‐‑-]{1,3}")
_BROKEN_LINE = re.compile("-[ ]*\n[ \n]*")
SENTENCE_END = re.compile(r"[.!?…؟۔]+[\"'’”»)\]]*\s")
#: "Dr.", "Md.", "St."
_LONGEST_SHORTENED = 2
#: Fewer letters in two pieces come about by chance: "has an".
_LEAST_IN_PIECES = 5
_LEAST_WITHOUT_CAPITALS = 6
_LEAST_SPELLED = 3
#: An initial and a name written as one word, as in addresses: "aldhamat" with "m".
_LEAST_GLUED = 6
_ARTICLES = frozenset(("al", "el"))


class Occurrence(NamedTuple):
    """Where a pattern stands: the places of its first and its last letter."""

    first: int
    last: int
    pattern: Pattern


class _Break(NamedTuple):
    """What parts two letters of a pattern, the second of which is letter `at` of it."""

    at: int
    start: int
    end: int


def occurrences(letters: Letters, automaton: Automaton, public: Set[str]) -> Iterator[Occurrence]:
    """Yield where patterns stand in the letters of a text; they may overlap."""
    judge = _Judge(letters, public)
    for last, patterns in automaton.ends(letters.folded):
        for pattern in patterns:
            found = judge.occurrence(last, pattern)
            if found is not None:
                yield found


class _Judge:
    def __init__(self, letters: Letters, public: Set[str]) -> None:
        self._folded, self._written = letters.folded, letters.written
        self._words = Words(letters, public)

    def occurrence(self, last: int, pattern: Pattern) -> Occurrence | None:
        places = self._places(last, pattern.key)
        if places is None:
            return None
        first, breaks = places
        if pattern.needs_capital and not breaks and not self._is_capital(first, last):
            return None
        stands = self._is_kept if pattern.is_kept else self._stands
        return Occurrence(first, last, pattern) if stands(first, last, pattern, breaks) else None

    def _places(self, last: int, key: str) -> tuple[int, list[_Break]] | None:
        """Return where the first letter stands and what parts the letters; None if too wide."""
        first = last - len(key) + 1
        if first >= 0 and self._folded.startswith(key, first):
            return first, []
        breaks, at = [], last
        for letter in range(len(key) - 1, 0, -1):
            before = at - 1
            while self._folded[before] in SEPARATORS:
                before -= 1
            if before < at - 1:
                if at - before - 1 > _WIDEST:
                    return None
                breaks.append(_Break(letter, before + 1, at))
            at = before
        return at, breaks[::-1]

    def _is_capital(self, first: int, last: int) -> bool:
        letter = self._written[first]
        if not letter.isupper() and letter.lower() != letter.upper():
            return False
        is_article = self._folded[first : last + 1] in _ARTICLES
        return not (is_article and self._folded[last + 1 : last + 2] == HYPHEN)

    def _is_kept(self, first: int, last: int, pattern: Pattern, breaks: list[_Break]) -> bool:
        if any(each.at not in pattern.joints for each in breaks):
            return False
        gaps = (self._written[each.start : each.end] for each in breaks)
        if not all(_NARROW.fullmatch(gap) for gap in gaps):
            return False
        left, right = _sides(len(pattern.key), breaks)
        return self._words.is_joined(first, last, left, right)

    def _stands(self, first: int, last: int, pattern: Pattern, breaks: list[_Break]) -> bool:
        odd = [each for each in breaks if each.at not in pattern.joints and self._is_odd(each)]
        if odd:
            return self._is_in_pieces(first, last, pattern, breaks, odd)
        if pattern.is_turned and (self._words.before(first) or self._words.after(last)):
            return False
        left, right = _sides(len(pattern.key), breaks)
        if not self._words.is_apart(first, last, left, right):
            return False
        ends = [first - 1, *(each.end - 1 for each in breaks)]
        lengths = [each.start - 1 - end for each, end in zip(breaks, ends, strict=False)]
        return all(
            map(self._is_gap, breaks, lengths, repeat(pattern.is_partial))
        ) and self._is_initialled(first, last, pattern, breaks)

    def _is_gap(self, each: _Break, letters_before: int, is_partial: bool) -> bool:
        """No name goes on behind the end of a sentence, but “A. Aldhamat” is one."""
        gap = self._written[each.start : each.end]
        if letters_before > _LONGEST_SHORTENED and SENTENCE_END.match(gap):
            return False
        if is_partial:
            return COMMON_GAP.fullmatch(gap) is not None
        return sum(not letter.isspace() for letter in gap) <= _SIGNS

    def _is_odd(self, each: _Break) -> bool:
        """Nobody parts a name so, unless a line ends there."""
        gap = self._folded[each.start : each.end]
        return gap.strip(SOFT) != "" and not _BROKEN_LINE.fullmatch(gap)

    def _is_in_pieces(
        self, first: int, last: int, pattern: Pattern, breaks: list[_Break], odd: list[_Break]
    ) -> bool:
        has_initial = pattern.is_partial and any(len(word) == 1 for word in pattern.form)
        if pattern.is_turned or has_initial or self._words.before(first):
            return False
        if self._words.after(last) not in ("", "s"):
            return False
        length = len(pattern.key)
        if len(breaks) == length - 1:
            return length >= _LEAST_SPELLED
        return len(odd) <= 2 and self._is_broken(first, last, length, breaks)

    def _is_broken(self, first: int, last: int, length: int, breaks: list[_Break]) -> bool:
        """“Ra shid” is a name in pieces, “just in” and “has an” are words."""
        has_case = self._written[first].lower() != self._written[first].upper()
        least = _LEAST_IN_PIECES if has_case else _LEAST_WITHOUT_CAPITALS
        if length < least or (has_case and not self._written[first].isupper()):
            return False
        if any(each.end - each.start > 2 for each in breaks):
            return False
        starts = [first, *(each.end for each in breaks)]
        ends = [*(each.start for each in breaks), last + 1]
        pieces = (self._folded[start:end] for start, end in zip(starts, ends, strict=True))
        return not all(map(self._words.is_known, pieces))

    def _is_initialled(self, first: int, last: int, pattern: Pattern, breaks: list[_Break]) -> bool:
        """An initial is a capital, or stands before a point: “A. Aldhamat”, not “a hope”."""
        form = pattern.form
        if len(form) == 1 or pattern.is_turned or not pattern.is_partial:
            return True
        if len(form[0]) == 1 and not self._leads(first, last, pattern, breaks):
            return False
        return len(form[-1]) > 1 or self._follows(last, pattern, breaks)

    def _leads(self, first: int, last: int, pattern: Pattern, breaks: list[_Break]) -> bool:
        if self._folded[max(first - 1, 0)] == SOFT:
            return False
        gap = next((each for each in breaks if each.at == 1), None)
        if gap is None:
            is_word = not self._words.before(first) and not self._words.after(last)
            return is_word and len(pattern.key) >= _LEAST_GLUED
        if (parted := self._is_parted(gap)) is not None:
            return parted
        return self._written[first].isupper() and self._written[gap.end].isupper()

    def _follows(self, last: int, pattern: Pattern, breaks: list[_Break]) -> bool:
        gap = next((each for each in breaks if each.at == len(pattern.key) - 1), None)
        if gap is None or self._words.after(last):
            return False
        if (parted := self._is_parted(gap)) is not None:
            return parted
        after = self._written[last + 1 : last + 2]
        is_small = self._written[last].islower()
        return after == "." or not (is_small or after in (LINE, GAP) or after.isalnum())

    def _is_parted(self, gap: _Break) -> bool | None:
        """Tell whether signs part an initial from the name; None if it may be a word as well."""
        written = self._written[gap.start : gap.end]
        if "." in written or not any(map(str.isspace, written)):
            return SOFT not in self._folded[gap.start : gap.end]
        return None


def _sides(length: int, breaks: list[_Break]) -> tuple[int, int]:
    """Return how many letters stand before the first break and behind the last one."""
    return (breaks[0].at, length - breaks[-1].at) if breaks else (length, length)
