"""How far apart two words sound: the cheapest way from the sounds of one to those of the other."""

from functools import lru_cache

from viewer.domain.names.sounds import HAMZA, LONG, SHORT, VOWELS

#: Sounds that one hand writes so and another so, and what it costs to take one for the other.
_NEAR = {
    "ضd": 0.0, "ضD": 0.0, "ضz": 0.2, "ضT": 0.3, "ضظ": 0.2,
    "ظD": 0.0, "ظz": 0.0, "ظT": 0.2, "ظd": 0.3, "ظذ": 0.4,
    "ذD": 0.0, "ذd": 0.1, "ذz": 0.1, "ذT": 0.2,
    "ثT": 0.0, "ثt": 0.1, "ثs": 0.3, "ثD": 0.4,
    "جj": 0.0, "جg": 0.1, "جc": 0.4, "جغ": 0.6,
    "غg": 0.0, "غk": 0.4,
    "kg": 0.3, "kx": 0.2, "kc": 0.4, "xh": 0.3, "xc": 0.3,
    "gj": 0.3, "gc": 0.5,
    "Sc": 0.1, "Ss": 0.4, "cs": 0.4, "sz": 0.5,
    "Dd": 0.15, "Dz": 0.15, "DT": 0.25, "Tt": 0.1, "zd": 0.6, "zT": 0.6,
    "bv": 0.5, "fv": 0.2, "wv": 0.1, "vU": 0.2, "wU": 0.1, "wu": 0.2,
    "yI": 0.1, "yi": 0.1, "yj": 0.4,
    "ei": 0.1, "eI": 0.1, "ae": 0.1, "uU": 0.0, "iI": 0.0, "aA": 0.0, "eA": 0.15, "eu": 0.4,
    "au": 0.6, "ai": 0.65, "aI": 0.7, "aU": 0.8, "eU": 0.9, "iA": 0.7, "uA": 0.7, "iu": 0.7,
    "يi": 0.0, "يI": 0.0, "يe": 0.1, "يy": 0.1, "يى": 0.0, "يa": 0.45, "يA": 0.7,
    "ىa": 0.0, "ىA": 0.0, "ىe": 0.0, "ىi": 0.1, "ىI": 0.1,
    "ةa": 0.0, "ةe": 0.0, "ةA": 0.1, "ةh": 0.0, "ةt": 0.1, "ةى": 0.2,
    "هh": 0.0, "هa": 0.1, "هe": 0.1, "هA": 0.2, "هة": 0.0,
    "*a": 0.0, "*e": 0.0, "*i": 0.0, "*u": 0.0, "*A": 0.0, "*I": 0.5, "*U": 0.5,
    "ئi": 0.0, "ئe": 0.0, "ئI": 0.1, "ئa": 0.1, "ئy": 0.1, "ئ*": 0.0,
    "ؤu": 0.0, "ؤU": 0.1, "ؤa": 0.1, "ؤ*": 0.0,
}  # fmt: skip
_COSTS = {**_NEAR, **{pair[::-1]: cost for pair, cost in _NEAR.items()}}
#: What two words that are one may be apart, by how many consonants the shorter has.
_LIMITS = (0.3, 0.35, 0.5, 0.6, 0.65, 0.7)
#: Beyond it, how far does not matter any more.
_FAR = _LIMITS[-1]


def limit(one: str, other: str) -> float:
    """Return how far apart two words may be and still be taken for one."""
    consonants = min(sum(symbol not in VOWELS for symbol in word) for word in (one, other))
    return _LIMITS[min(consonants, len(_LIMITS) - 1)]


@lru_cache(maxsize=2**16)
def distance(one: str, other: str, *, across: bool) -> float:
    """Return how far apart the sounds of two words are; 0 for the same.

    `across` says that one of them is in Arabic letters and the other in Latin: the short
    vowels of the other have nothing that answers them.
    """
    others = _omissions(other, across)
    before = [0.0]
    for _, cost in others:
        before.append(before[-1] + cost)
    for mine, dropped in _omissions(one, across):
        row = [before[0] + dropped]
        for place, (symbol, cost) in enumerate(others, start=1):
            row.append(
                min(
                    before[place] + dropped,
                    row[-1] + cost,
                    before[place - 1] + _substitution(mine, symbol),
                )
            )
        if min(row) > _FAR:
            return min(row)
        before = row
    return before[-1]


def _substitution(one: str, other: str) -> float:
    return 0.0 if one == other else _COSTS.get(one + other, 1.0)


def _omissions(word: str, across: bool) -> list[tuple[str, float]]:
    """Return each sound with what it costs to leave it out."""
    return [(symbol, _omission(word, place, symbol, across)) for place, symbol in enumerate(word)]


def _omission(word: str, place: int, symbol: str, across: bool) -> float:
    if symbol in HAMZA:
        return 0.6 if place == 0 else 0.1
    if symbol == "a" and place == len(word) - 1:
        return 0.7  # “Nabila” is not “Nabil”
    if symbol in SHORT:
        return 0.4 if place == 0 else 0.05 if across else 0.35
    if symbol == "ه":
        return 0.1
    if symbol in ("ى", "ة", "ي"):
        return 0.3
    if symbol == "A":
        # Latin has one letter for ayn and alif together, as in “Adel”.
        return 0.05 if across and word[:place] == "*" else 0.62
    if symbol in LONG:
        return _long_omission(word, place)
    if symbol == "h" and place > 0:
        return 0.1 if place == len(word) - 1 else 0.3
    return 1.0


def _long_omission(word: str, place: int) -> float:
    """A long vowel of the last syllable is always heard; before it, French spells short ones so."""
    is_last = not any(symbol in VOWELS for symbol in word[place + 1 :])
    return 0.9 if place == 0 or is_last else 0.35
