"""Telling a leak from words that merely stand beside each other, and from the program's own.

The texts of a summary were searched one by one before anything was written. In a file they stand
side by side, broken over lines and, in Arabic, read from the wrong end: so a name may seem to be
there that nobody wrote. What was found is explained where it and the words around it are a run of
a text that was searched, or an end of one and the beginning of the next.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, pairwise

from viewer.domain.redaction import Redactor, form_of
from viewer.export.leaks.finding import Found
from viewer.export.leaks.places import APART, Reading

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
_FROM_THE_RIGHT = re.compile(f"[{_RIGHT}]")
_LEFT = rf"[^\W\d_{_RIGHT}]"
_TURN = re.compile(rf"(?<=[{_RIGHT}])[\W\d_]*(?={_LEFT})|(?<={_LEFT})[\W\d_]*(?=[{_RIGHT}])")
#: What stands for the words of the case in a blank, and other numbers.
_NUMBERS = re.compile(r"\d+|\n")
#: A name of more words is not cut at every place.
_MOST_WORDS = 8

_Words = tuple[str, ...]
#: A neighbour that says that the text ends here.
_END = ("",)


class Honest:
    """The texts that what was found may be made of."""

    def __init__(
        self,
        texts: Iterable[str],
        own: Iterable[Reading],
        guard: Redactor,
        instead: Collection[str] = (),
    ) -> None:
        """`instead` stands for names in the texts, in brackets, and is nobody's name."""
        said = (text for text in set(texts) if not guard.finds(_without(text, instead)))
        self._case = _joined(said)
        self._own = {
            place: _joined(_NUMBERS.split("\n".join(said)))
            for place, said in _by_place(own).items()
        }
        self._known: dict[tuple[str, str, str, str], bool] = {}

    def explains(self, found: Found) -> bool:
        """Tell whether nothing was told by what was found."""
        key = (found.place, found.before, found.words, found.after)
        if key not in self._known:
            self._known[key] = any(self._is_made_of_texts(found.place, *w) for w in _ways(*key[1:]))
        return self._known[key]

    def _is_made_of_texts(self, place: str, before: _Words, words: _Words, after: _Words) -> bool:
        if self._has(place, before, words, after):
            return True
        return any(
            all(self._has(place, *part) for part in _parts(before, words, after, cuts))
            for number in range(1, min(len(words), _MOST_WORDS))
            for cuts in combinations(range(1, len(words)), number)
        )

    def _has(self, place: str, before: _Words, words: _Words, after: _Words) -> bool:
        """Tell whether a text has these words between the same neighbours, or between its ends."""
        inside = " ".join(words)
        lefts = ["\n ", *(f" {word} " for word in before)] if before else [" "]
        rights = [" \n", *(f" {word} " for word in after)] if after else [" "]
        return any(
            f"{left}{inside}{right}" in text
            for text in (self._own.get(place, ""), self._case)
            for left in lefts
            for right in rights
        )


def _parts(
    before: _Words, words: _Words, after: _Words, cuts: tuple[int, ...]
) -> Iterator[tuple[_Words, _Words, _Words]]:
    """Cut words; at a cut a text must end and another begin."""
    ends = (0, *cuts, len(words))
    for start, end in pairwise(ends):
        left = before if start == 0 else _END
        right = after if end == len(words) else _END
        yield left, words[start:end], right


def _ways(before: str, words: str, after: str) -> Iterator[tuple[_Words, _Words, _Words]]:
    """As it stands, and with the letters of each word, the order of the words or both turned."""
    for side, inside, other in (
        (before, _words_of(words), after),
        (before[::-1], _words_of(words[::-1])[::-1], after[::-1]),
    ):
        left, right = _neighbour(side, inside), _neighbour(other, inside)
        yield left, inside, right
        yield right, inside[::-1], left


def _neighbour(text: str, beside: _Words) -> _Words:
    """Of words of the other direction nobody knows whether they are the next ones in a text."""
    if APART in text:
        return _END
    return tuple(word for word in _words_of(text) if _is_rtl(word) == _is_rtl("".join(beside)))


def _is_rtl(word: str) -> bool:
    return bool(_FROM_THE_RIGHT.match(word))


def _without(text: str, instead: Iterable[str]) -> str:
    for shown in instead:
        text = text.replace(f"[{shown}]", "[]")
    return text


def _joined(texts: Iterable[str]) -> str:
    """Put texts in lines. Where the direction changes, a page may show what follows anywhere."""
    runs = (run for text in texts for run in _TURN.split(text))
    return "\n".join(["", *(f" {' '.join(form_of(run))} " for run in runs), ""])


def _words_of(text: str) -> _Words:
    return form_of(_TURN.sub(" ", text))


def _by_place(readings: Iterable[Reading]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for reading in readings:
        found.setdefault(reading.place, []).append(reading.text)
    return found
