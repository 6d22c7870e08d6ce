"""Whether two names may be one person's, and why: never by a surname alone."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.fuzz import token_sort_ratio

from viewer.domain.names.distance import distance, limit
from viewer.domain.names.spoken import Spoken, Word

#: From best to worst, and the score that each is worth when every sound agrees.
_WORTH = {"same": 100, "sound": 96, "order": 94, "short": 80, "initial": 66, "letters": 64}
#: What a distance of 1 between two words takes off the score.
_PER_DISTANCE = 22
#: The distance of a word from itself with one slip of the hand, and how long it has to be.
_MISTYPED, _LONG = 0.7, 7
#: How many consonants of two words that are one may belong to different classes.
_CONSONANTS = 1
#: How alike the letters of two organisations' names are to be, in percent.
_SPELLED = 90


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two names look like one.

    `kind`: "same" letters, the same in another "order", alike in "sound" or "spelling", one a
    "short" form of the other, one with an "initial", one made of the first "letters" of the other.
    `score` goes from 0 to 100.
    """

    kind: str
    score: int


@lru_cache(maxsize=2**16)
def alike(one: Word, other: Word) -> float | None:
    """Return how far apart two words sound; None when they are taken for two."""
    if one.sounds == other.sounds:
        return 0.0
    if Levenshtein.distance(one.key, other.key, score_cutoff=_CONSONANTS) > _CONSONANTS:
        return None  # soon said, and true of most words that are compared
    across = one.is_arabic != other.is_arabic
    apart = distance(one.sounds, other.sounds, across=across)
    if apart <= limit(one.sounds, other.sounds):
        return apart
    return _MISTYPED if not across and _is_mistyped(one.letters, other.letters) else None


def _is_mistyped(one: str, other: str) -> bool:
    """One slip in a long word: a letter too many, too few, another one, or two that swapped."""
    is_long = min(len(one), len(other)) >= _LONG and one[:1] == other[:1] and one[-1] == other[-1]
    return is_long and OSA.distance(one, other, score_cutoff=1) <= 1


def likeness(one: Spoken, other: Spoken) -> Likeness | None:
    """Return why two names may be one person's; None when they are taken for two.

    Of two names with a word too many each, or with a surname only in common, they are two.
    """
    if not one.words or not other.words:
        return None
    shorter, longer = sorted((one, other), key=lambda name: len(name.words))
    if len(longer.words) > 2 and len(shorter.words) == 1:
        return _letters(shorter, longer)
    if len(shorter.words) == len(longer.words):
        return _of_one_length(shorter, longer)
    return _short(shorter, longer)


def title_likeness(one: Spoken, other: Spoken) -> Likeness | None:
    """Return why the names of two groups or organisations may be one's."""
    found = likeness(one, other)
    if found is not None or min(len(one.words), len(other.words)) < 2:
        return found
    letters = [" ".join(word.letters for word in name.words) for name in (one, other)]
    ratio = token_sort_ratio(*letters, score_cutoff=_SPELLED)
    return Likeness("spelling", round(ratio) - 10) if ratio else None


def _of_one_length(one: Spoken, other: Spoken) -> Likeness | None:
    apart = _in_order(one.words, other.words)
    if apart is not None:
        same = [w.letters for w in one.words] == [w.letters for w in other.words]
        return _scored("same" if same else "sound", apart)
    turned = _in_any_order(one.words, other.words)
    if turned is not None:
        return _scored("order", turned)
    return _initial(one, other)


def _in_order(one: tuple[Word, ...], other: tuple[Word, ...]) -> float | None:
    total = 0.0
    for mine, yours in zip(one, other, strict=True):
        apart = None if mine.is_initial or yours.is_initial else alike(mine, yours)
        if apart is None:
            return None
        total += apart
    return total


def _in_any_order(one: tuple[Word, ...], other: tuple[Word, ...]) -> float | None:
    left, total = list(other), 0.0
    for word in one:
        near = [(apart, w) for w in left if (apart := alike(word, w)) is not None]
        if not near or word.is_initial:
            return None
        apart, taken = min(near, key=lambda each: each[0])
        left.remove(taken)
        total += apart
    return total


def _short(shorter: Spoken, longer: Spoken) -> Likeness | None:
    """A short form keeps the first name and, in their order, some of the others.

    “Hassan Aldhamat” is no short form of “Amjad Hassan Aldhamat”: it is the father's name.
    """
    if len(shorter.words) < 2:
        return None
    total = alike(shorter.words[0], longer.words[0])
    if total is None:
        return None
    place = 1
    for word in shorter.words[1:]:
        found = _next_alike(word, longer.words, place)
        if found is None:
            return None
        place = found[0] + 1
        total += found[1]
    return _scored("short", total)


def _next_alike(word: Word, others: tuple[Word, ...], start: int) -> tuple[int, float] | None:
    for place in range(start, len(others)):
        apart = alike(word, others[place])
        if apart is not None:
            return place, apart
    return None


def _initial(one: Spoken, other: Spoken) -> Likeness | None:
    """At least one word in full, and initials that fit."""
    total, fitting = 0.0, 0
    for mine, yours in zip(one.words, other.words, strict=True):
        if mine.is_initial != yours.is_initial:
            fitting += 1
            if mine.key[:1] != yours.key[:1]:
                return None
            continue
        apart = alike(mine, yours)
        if apart is None:
            return None
        total += apart
    return _scored("initial", total) if 0 < fitting < len(one.words) else None


def _letters(shorter: Spoken, longer: Spoken) -> Likeness | None:
    first = "".join(word.letters[0] for word in longer.words)
    is_short = shorter.words[0].letters == first and shorter.text.isupper()
    return Likeness("letters", _WORTH["letters"]) if is_short else None


def _scored(kind: str, apart: float) -> Likeness:
    return Likeness(kind, max(round(_WORTH[kind] - _PER_DISTANCE * apart), 1))
