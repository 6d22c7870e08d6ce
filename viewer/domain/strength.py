"""How hard a passphrase is to guess, in words that promise no more than an estimate can.

zxcvbn tries what people choose: common passwords, English words and names, keys in a row, dates. Of
words parted by spaces it expects too much, so such a passphrase counts as if they were not, and
as so many words of a list; also those of a script of which it knows none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log2

from viewer import resources

#: Guesses a second of somebody with twenty strong graphics cards: at the key of a case file
#: (PBKDF2-HMAC-SHA512, 256,000 rounds), and at that of a PDF (AES-256, revision 6).
CASE, PDF = 100_000, 1_500_000
#: Letters that are looked at; more of them make nothing weaker.
_MOST = 72
#: Words of a language that we have no list of.
_OTHER_WORDS = 50_000
_PARTING = re.compile(r"[\s._-]+")
_MINUTE, _HOUR, _DAY, _YEAR = 60.0, 3_600.0, 86_400.0, 31_557_600.0
_WORDS = ("Very weak", "Weak", "Fair", "Strong", "Very strong")
#: Seconds from which on the second, third … of these words is said.
_STEPS = (_DAY, 10 * _YEAR, 1_000 * _YEAR, 1_000_000 * _YEAR)


@dataclass(frozen=True, slots=True)
class Strength:
    """What is known of a passphrase without keeping it.

    `seconds` are those that somebody with good hardware needs for all guesses up to it.
    """

    bits: float
    seconds: float

    @property
    def level(self) -> int:
        """How good it is, from 0 to 4."""
        return sum(self.seconds >= step for step in _STEPS)

    @property
    def word(self) -> str:
        """The level in words, as in "Weak"."""
        return _WORDS[self.level]

    @property
    def sentence(self) -> str:
        """How long it holds, as in "Guessed within hours by somebody with good hardware."."""
        return f"{_time(self.seconds)} by somebody with good hardware."


def strength_of(passphrase: str, known: Iterable[str] = (), rate: int = CASE) -> Strength:
    """Return how strong a passphrase is; `known` are words that whoever guesses tries first.

    `rate` is in guesses a second: `CASE` or `PDF`.
    """
    guesses = min(_by_patterns(passphrase, known), _by_words(passphrase))
    return Strength(log2(guesses), guesses / rate)


def _by_patterns(passphrase: str, known: Iterable[str]) -> float:
    from zxcvbn import zxcvbn  # late: its lists take a while to read

    told = [word for text in known for word in _PARTING.split(text) if len(word) > 2]
    forms = {passphrase[:_MOST], _PARTING.sub("", passphrase)[:_MOST]} - {""}
    try:
        return min((float(zxcvbn(form, told)["guesses"]) for form in forms), default=1.0)
    finally:
        # It would keep what it was told until it is asked again.
        zxcvbn("-", [])


def _by_words(passphrase: str) -> float:
    words = [word for word in _PARTING.split(passphrase.lower()) if word]
    if not words:
        return float("inf")
    sizes = [_size(word) for word in words]
    # Whoever guesses does not know of each word which list it is of.
    return float(min(max(sizes) ** len(words), 10**300)) if all(sizes) else float("inf")


def _size(word: str) -> int:
    """Return how long the list is that has a word; 0 where none may have it."""
    if word in suggestible():
        return len(suggestible())
    if word in _english():
        return len(_english())
    return _OTHER_WORDS if word.isalpha() and not word.isascii() else 0


def _time(seconds: float) -> str:
    for limit, name in ((_MINUTE, "seconds"), (_HOUR, "minutes"), (_DAY, "hours")):
        if seconds < limit:
            return f"Guessed within {name}"
    if seconds < 60 * _DAY:
        return "Guessed within days"
    if seconds < 2 * _YEAR:
        return "Guessed within months"
    years = seconds / _YEAR
    if years < 1_000_000:
        return f"Not guessed within {_rounded(years):,} years"
    return "Not guessed within a million years"


def _rounded(years: float) -> int:
    """Return years with one digit that counts, downwards: more would be pretended."""
    unit: int = 10 ** (len(str(int(years))) - 1)
    return int(years) // unit * unit


@cache
def suggestible() -> frozenset[str]:
    """Return the words that a suggested passphrase is made of: short and plain."""
    return _list("passphrase.txt")


@cache
def _english() -> frozenset[str]:
    return _list("english.txt")


def _list(name: str) -> frozenset[str]:
    lines = resources.path("words", name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
