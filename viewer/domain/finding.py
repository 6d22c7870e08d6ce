"""Finding words in one text as one types: without regard to case, diacritics, tashkeel, variants
of letters and where lines end. Spans are code points, half open."""

import re
from array import array
from collections.abc import Sequence
from unicodedata import category

from viewer.domain.text import folded

Span = tuple[int, int]

_TATWEEL = "ـ"


class Findable:
    """A text folded once, however often words are looked for in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        letters = set(text)
        folds = {letter: folded(letter) for letter in letters}
        self._folded = text.lower() if text.isascii() else text.translate(_table(folds))
        is_plain = all(len(fold) == 1 for fold in folds.values())
        #: The place in the text from which each folded letter comes.
        self._origin: Sequence[int] = range(len(text)) if is_plain else _origins(text, folds)
        #: What belongs to the letter before it.
        self._joined = frozenset(letter for letter in letters if _joins(letter))

    def spans(self, wanted: str, *, whole_words: bool = False) -> list[Span]:
        """Return where words stand, in the order of the text; any white space stands for any other.

        A span takes the marks of its last letter along. Words without any letter stand nowhere.
        """
        parts = folded(wanted).split()
        if not parts:
            return []
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        places = [match.span() for match in pattern.finditer(self._folded)]
        if whole_words:
            places = [place for place in places if self._is_whole(*place)]
        return self._in_text(places)

    def _is_whole(self, start: int, end: int) -> bool:
        return not (self._is_inside_word(start) or self._is_inside_word(end))

    def _is_inside_word(self, at: int) -> bool:
        around = self._folded[at - 1 : at + 1] if at else ""
        return len(around) == 2 and around.isalnum()

    def _in_text(self, places: list[Span]) -> list[Span]:
        origin = self._origin
        spans = [(origin[start], origin[end - 1] + 1) for start, end in places]
        if self._joined:
            spans = [(start, self._joined_from(end)) for start, end in spans]
        # One letter may fold to several, as “…” does, and then holds several places.
        return spans if isinstance(origin, range) else list(dict.fromkeys(spans))

    def _joined_from(self, end: int) -> int:
        while self._text[end : end + 1] in self._joined:
            end += 1
        return end


def _table(folds: dict[str, str]) -> dict[int, str]:
    return {ord(letter): fold for letter, fold in folds.items()}


def _origins(text: str, folds: dict[str, str]) -> Sequence[int]:
    return array("I", [at for at, letter in enumerate(text) for _ in folds[letter]])


def _joins(letter: str) -> bool:
    return letter == _TATWEEL or category(letter) == "Mn"
