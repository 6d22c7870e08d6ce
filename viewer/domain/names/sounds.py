"""Words as sounds: one symbol for what is heard as one, whichever script wrote it.

A symbol is a letter. Small Latin letters are consonants and short vowels, A I U long vowels;
T, D and S stand for th, dh and sh, x for kh, c for ch. Arabic letters that Latin writes in
several ways stand for themselves, and `*` for hamza and ayn, of which Latin hears the vowel only.
"""

import re
import unicodedata
from functools import lru_cache

LONG, SHORT, HAMZA = "AIU", "aeiu", "*ؤئ"
VOWELS = frozenset(LONG + SHORT + HAMZA + "ىةي")

#: Letters of Arabic, Persian and Kurdish by what is heard.
_ARABIC = {
    letter: heard
    for heard, letters in {
        "*": "أإآٱءع", "A": "ا", "I": "يیېےێ", "U": "وۆۇۈۋ", "e": "ە",
        "b": "بپ", "t": "تط", "d": "د", "r": "رڕ", "z": "ز", "s": "سص", "S": "ش", "c": "چ",
        "j": "ژ", "f": "ف", "v": "ڤ", "k": "كکڪقڨ", "g": "گ", "x": "خ", "h": "حهھ",
        "l": "لڵ", "m": "م", "n": "ن",
    }.items()
    for letter in letters
} | {letter: letter for letter in "ؤئىةثجذضظغ"}  # fmt: skip

#: Longer spellings before shorter ones; read from left to right.
_LATIN = {
    "sch": "S", "tch": "c", "ch": "c", "sh": "S", "th": "T", "dh": "D", "kh": "x", "gh": "غ",
    "ph": "f", "zh": "j", "dj": "j", "ck": "k",
    "ishaq": "ishak", "ishak": "ishak", "eshaq": "ishak",
    "ai": "aI", "ei": "eI", "aa": "A", "ee": "I", "ii": "I", "ie": "I",
    "oo": "U", "ou": "U", "uu": "U",
    "a": "a", "e": "e", "i": "i", "o": "u", "u": "u", "y": "I", "w": "U",
    "c": "k", "p": "b", "q": "k",
}  # fmt: skip
_SPELLINGS = re.compile("|".join([*sorted(_LATIN, key=len, reverse=True), "."]))
_SOFT_C = re.compile("c(?=[eiy])")
_DIALECT = {"ç": "ch", "č": "ch", "ş": "sh", "š": "sh", "ș": "sh", "ğ": "gh", "ġ": "gh"} | {
    "ǧ": "j", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ḏ": "dh", "ṯ": "th", "ž": "zh", "ø": "o",
    "ł": "l", "đ": "d", "ð": "dh", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe",
}  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_SPECIAL = str.maketrans(_DIALECT)
#: The chat alphabet: figures for letters that Latin lacks.
_CHAT = str.maketrans({"2": "", "3": "", "5": "kh", "6": "t", "7": "h", "8": "gh"})

#: What is only heard in its neighbourhood, for finding words that may be alike.
_CLASSES = {
    **dict.fromkeys("tTdDzضظذث", "d"),
    **dict.fromkeys("kx", "k"),
    **dict.fromkeys("jgجغ", "g"),
    **dict.fromkeys("sSc", "s"),
    **{letter: letter for letter in "bflmnr"},
}


def plain(word: str) -> str:
    """Return a word in small letters without marks, each letter that matters still its own."""
    small = unicodedata.normalize("NFKC", word).casefold().translate(_SPECIAL)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFC", small)
        for letter in _bare(letter)
        if unicodedata.category(letter) not in ("Mn", "Cf") and letter != "ـ"
    )


def _bare(letter: str) -> str:
    return letter if letter in _ARABIC else unicodedata.normalize("NFKD", letter)


@lru_cache(maxsize=2**16)
def sounds(word: str) -> str:
    """Return the sounds of a word that went through `plain`."""
    heard = _of_arabic(word) if _is_arabic(word) else _of_latin(word)
    return _DOUBLED.sub(r"\1", heard)


def _is_arabic(word: str) -> bool:
    return any(letter in _ARABIC for letter in word)


def _of_arabic(word: str) -> str:
    heard = "".join(_ARABIC.get(letter, letter) for letter in word)
    first = {"A": "*", "ئ": "*", "ؤ": "*", "I": "y", "U": "w"}.get(heard[:1], heard[:1])
    # Who types leaves off or puts on the dots of a last ya or ha.
    last = {"I": "ي", "h": "ه"}.get(heard[1:][-1:], heard[1:][-1:])
    return first + heard[1:-1] + last


def _of_latin(word: str) -> str:
    if any(letter.isalpha() for letter in word):
        word = word.translate(_CHAT)
    heard = "".join(map(_spelled, _SPELLINGS.findall(_SOFT_C.sub("s", word))))
    heard = heard.replace("mb", "nb")  # n is heard as m there, and Arabic writes n
    if word[:1] in ("y", "w"):
        return word[0] + heard[1:]
    if word[:2] == "ou" and heard[1:2] in tuple(SHORT + LONG):
        return "w" + heard[1:]
    return {"A": "a", "I": "i", "U": "u"}.get(heard[:1], heard[:1]) + heard[1:]


def _spelled(letters: str) -> str:
    return _LATIN.get(letters, letters)


def key(heard: str) -> str:
    """Return the consonants of a word in classes: words that sound alike mostly share it.

    Vowels count at the beginning only, and so does h.
    """
    head = heard[:1]
    first = "'" if head in VOWELS else head if head in ("h", "y", "w") else ""
    return first + "".join(_CLASSES.get(symbol, "") for symbol in heard)
