"""A text as its letters: folded, what parts them in a few classes, what is not seen left out."""

import unicodedata
from functools import cached_property

from viewer.domain.redaction.look_alikes import latinised, may_look_alike
from viewer.domain.text import folded

#: What stands between letters: a space or sign, the end of a line, an apostrophe, a hyphen, and
#: the place of words that are gone, over which no name reaches.
GAP, LINE, SOFT, HYPHEN, GONE = " ", "\n", "'", "-", "\x01"
SEPARATORS = frozenset((GAP, LINE, SOFT, HYPHEN, GONE))

#: Code points that are no characters: in the place of words that are gone, and where texts that
#: are searched together are parted.
GONE_MARK, APART_MARK = "\ufdd1", "\ufdd0"

_UNSEEN = "\0"
_UNSEEN_CATEGORIES = frozenset(("Mn", "Me", "Cf", "Cc", "Cn", "Co", "Cs"))
#: Letters that show nothing.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_APOSTROPHES = frozenset("'’‘ʼʿʾʻʹ`´′＇՚")
_HYPHENS = frozenset("-‐‑﹣－")
_LINES = frozenset("\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029")
_SAME = {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ŧ": "t", "ɑ": "a", "ɡ": "g"} | {
    "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ے": "ي", "ۍ": "ي", "ڪ": "ك",
}  # fmt: skip
#: Letters in squares and circles that Unicode does not say to be letters: first and last of 26.
_FRAMED = ((0x1F150, 0x1F169), (0x1F170, 0x1F189), (0x1F1E6, 0x1F1FF))


class Letters:
    """The letters of a text.

    `folded` and `written` are of one length: each letter in small without its marks, or the class
    of what parts letters; and the code point that it comes from.
    """

    def __init__(self, text: str) -> None:
        self._text, self._found = text, text.translate(_TABLE)
        self._is_same = len(self._found) == len(text) and _UNSEEN not in self._found

    @cached_property
    def folded(self) -> str:
        """Each letter in small without its marks, or the class of what parts letters."""
        seen = self._found.replace(_UNSEEN, "")
        return latinised(seen, self.written) if may_look_alike(seen) else seen

    @cached_property
    def written(self) -> str:
        """The code point of the text that each of the folded letters comes from."""
        return self._text if self._is_same else "".join([self._text[at] for at in self._starts])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where letters stand in the text, half open, with the marks on the last one."""
        if self._is_same:
            return first, last + 1
        return self._starts[first], _end(self._text, self._starts[last])

    @cached_property
    def _starts(self) -> list[int]:
        if len(self._found) == len(self._text):
            return [at for at, letter in enumerate(self._found) if letter != _UNSEEN]
        pieces = [_TABLE[ord(character)] for character in self._text]
        return [at for at, piece in enumerate(pieces) for one in piece if one != _UNSEEN]


def is_lettered(text: str) -> bool:
    """Tell whether a text has letters or figures that are compared."""
    return any(map(str.isalnum, Letters(text).folded))


def _letter(letter: str) -> str:
    if letter in (GONE_MARK, APART_MARK):
        return GONE
    if letter in _LINES:
        return LINE
    if letter in _APOSTROPHES:
        return SOFT
    if letter in _HYPHENS:
        return HYPHEN
    if unicodedata.category(letter) in _UNSEEN_CATEGORIES or letter in _FILLERS:
        return _UNSEEN
    return _seen(letter)


def _seen(letter: str) -> str:
    if framed := _framed(letter):
        return framed
    found = "".join(_SAME.get(part, part) for part in folded(letter))
    if not found:
        return _UNSEEN
    return "".join(part for part in found if part.isalnum() or _is_vowel_sign(part)) or GAP


def _framed(letter: str) -> str:
    for first, last in _FRAMED:
        if first <= ord(letter) <= last:
            return chr(ord("a") + ord(letter) - first)
    return ""


def _is_vowel_sign(letter: str) -> bool:
    return unicodedata.category(letter) == "Mc"


class _Table(dict[int, str]):
    """Each letter folded once: texts are long, and their letters are few."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _letter(chr(code))
        return found


_TABLE = _Table()


def _end(text: str, last: int) -> int:
    """The marks that stand on the last letter belong to it."""
    end = last + 1
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end
