"""Whole numbers as a text writes them: in digits of any script, or in English words."""

import re
from typing import NamedTuple

from viewer.domain.text import words

#: Digits in groups of three, or plain; no part of a longer number, a decimal or a word.
DIGITS = r"(?<![\w.,])(?:\d{1,3}(?:[,.٬ \u202f\u00a0]\d{3})+|\d+)(?![\w])(?![.,]\d)"
_UNITS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {
    word: number * 10 for number, word in enumerate(_TENS, start=2)
}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_DIGITS = re.compile(DIGITS)
_WORD = re.compile(r"[a-z]+")
_SMALL_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_LARGE_WORD = "|".join(_LARGE)

#: A number in English words, in the letters that it is written in; “a dozen” without its “a”.
NUMBER_WORDS = (
    rf"(?i:\b(?:{_SMALL_WORD}|dozen|(?<=\ba )hundred|(?<=\ba )thousand)\b"
    rf"(?:(?:-|[ ]and[ ]|[ ])(?:{_SMALL_WORD}|{_LARGE_WORD})\b){{0,7}})"
)


class Number(NamedTuple):
    """A number and where it stands, in code points."""

    value: int
    start: int
    end: int


def first_number(text: str) -> Number | None:
    """Return the first number in digits, or else the first in words."""
    return _in_digits(text) or _in_words(text)


def number_of(written: str) -> int | None:
    """Return the number that words or digits are; None where they are none."""
    found = first_number(written)
    return found.value if found else None


def _in_digits(text: str) -> Number | None:
    match = _DIGITS.search(text)
    if match is None:
        return None
    digits = "".join(letter for letter in match[0] if letter.isdigit())
    return Number(int(digits), match.start(), match.end())


def _in_words(text: str) -> Number | None:
    """Read a number such as “forty-four” or “two hundred and six”."""
    total = part = 0
    begin = end = -1
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if word in _SMALL:
            part += _SMALL[word]
        elif word in _LARGE and (begin >= 0 or word == "dozen"):
            part, total = _scaled(part, total, _LARGE[word])
        elif word != "and" or begin < 0:
            if begin >= 0:
                break
            continue
        if word != "and":
            begin, end = (match.start() if begin < 0 else begin), match.end()
    is_nobody = text[begin:end].lower() == "one" and text[:begin].lower().rstrip().endswith("no")
    return None if begin < 0 or is_nobody else Number(total + part, begin, end)


def _scaled(part: int, total: int, scale: int) -> tuple[int, int]:
    """Return part and total after a word such as “hundred”; thousands close a part."""
    if scale < _LARGE["thousand"]:
        return (part or 1) * scale, total
    return 0, total + (part or 1) * scale
