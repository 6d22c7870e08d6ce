"""Whether two names may be one person's, and why: never by a surname alone."""

from dataclasses import dataclass
from functools import lru_cache

from viewer.domain.names.distance import distance, limit
from viewer.domain.names.spoken import Spoken, Word

#: From best to worst, and the score that each is worth when every sound agrees.
_WORTH = {"same": 100, "order": 94, "sound": 96, "short": 80, "initial": 66, "letters": 64}
#: What a distance of 1 between two words takes off the score.
_PER_DISTANCE = 22


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two names look like one.

    `kind`: "same" letters, the same in another "order", alike in "sound", one a "short" form
    of the other, one with an "initial", one made of the first "letters" of the other.
    `score` goes from 0 to 100.
    """

    kind: str
    score: int


@lru_cache(maxsize=2**16)
def alike(one: Word, other: Word) -> float | None:
    """Return how far apart two words sound; None when they are taken for two."""
    if one.sounds == other.sounds:
        return 0.0
    apart = distance(one.sounds, other.sounds, across=one.is_arabic != other.is_arabic)
    return apart if apart <= limit(one.sounds, other.sounds) else None


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
    total, place = 0.0, 0
    for number, word in enumerate(shorter.words):
        found = _next_alike(word, longer.words, place)
        if found is None or (number == 0 and found[0] != 0):
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
