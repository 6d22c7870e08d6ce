"""The script that a name is written in."""

import unicodedata
from collections import Counter
from functools import cache

#: What Unicode's names of letters begin with, and the code of ISO 15924.
SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "SYRIAC": "Syrc",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "CYRILLIC": "Cyrl",
    "ETHIOPIC": "Ethi",
    "TIFINAGH": "Tfng",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "MYANMAR": "Mymr",
    "CJK": "Hani",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
}

#: What the scripts are called, by code.
SCRIPT_LABELS = {code: name.capitalize() for name, code in SCRIPTS.items()} | {"Hani": "Chinese"}

#: Written from right to left.
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})


def script_of(text: str) -> str:
    """Return the code (ISO 15924) of the script most letters are of; "" where that is unknown."""
    found = Counter(_script(letter) for letter in text if letter.isalpha())
    return found.most_common(1)[0][0] if found else ""


@cache
def _script(letter: str) -> str:
    return SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0], "")
