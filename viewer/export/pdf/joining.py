"""Arabic letters whose joined shapes have no code point, such as ڵ, ێ and ە of Sorani Kurdish.

A font finds these shapes by substitution (OpenType, table GSUB, features init, medi and fina).
Each gets a code point to be drawn by: unassigned ones that run from the right, so that a line is
put in order as ever. What another program reads in the file is the letter itself.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from struct import unpack_from
from typing import Any

from arabic_reshaper.letters import LETTERS_ARABIC
from reportlab.pdfbase.ttfonts import TTFont

_FEATURES = (b"init", b"medi", b"fina")
#: Unassigned in Unicode, and of the right-to-left class by default (DerivedBidiClass).
_FIRST, _LAST = 0x1EF00, 0x1EFFF
#: What a text must not hold, as it would be drawn as something else.
TAKEN = f"{chr(_FIRST)}-{chr(_LAST)}"
_ARABIC = (*range(0x620, 0x700), *range(0x750, 0x780))
_CODE = re.compile(r"<(1EF[0-9A-F]{2})>")


class JoiningFont(TTFont):  # type: ignore[misc] # reportlab comes without types
    """A font that draws the joined shapes of more letters than Unicode has code points for."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        #: By letter: alone, at the beginning, in the middle and at the end of joined letters.
        self.shapes: dict[str, tuple[str, str, str, str]] = {}
        self._letters: dict[int, str] = {}
        if "GSUB" in self.face.table:
            self._learn(_substitutions(self.face.get_table("GSUB")))

    def _learn(self, shapes: list[dict[int, int]]) -> None:
        known = self.face.charToGlyph
        letters = [chr(c) for c in _ARABIC if _is_joined(chr(c)) and known.get(c) in shapes[2]]
        for number, letter in enumerate(letters):
            glyphs = [shape.get(known[ord(letter)]) for shape in shapes]
            codes = [_FIRST + number * len(shapes) + at for at in range(len(shapes))]
            initial, medial, final = (
                self._known(letter, code, glyph) for code, glyph in zip(codes, glyphs, strict=True)
            )
            self.shapes[letter] = (letter, initial, medial, final)

    def _known(self, letter: str, code: int, glyph: int | None) -> str:
        """Give a glyph a code point and return it; "" where the letter has no such shape."""
        if glyph is None:
            return ""
        width, _ = self.face.hmetrics[glyph]
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = width * 1000 / self.face.unitsPerEm
        self._letters[code] = letter
        return chr(code)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Reportlab asks for the font's objects: what is read is the letter, not our code."""
        super().addObjects(doc)
        for name, found in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                found.content = _CODE.sub(self._letter, found.content)

    def _letter(self, code: re.Match[str]) -> str:
        letter = self._letters.get(int(code[1], 16))
        return f"<{ord(letter):04X}>" if letter else code[0]


def _is_joined(letter: str) -> bool:
    return unicodedata.category(letter) == "Lo" and letter not in LETTERS_ARABIC


def _substitutions(gsub: bytes) -> list[dict[int, int]]:
    """Return which glyph stands for which, by feature."""
    found: list[dict[int, int]] = []
    for feature in _FEATURES:
        found.append({})
        for lookup in sorted(set(_lookups(gsub, feature))):
            found[-1] |= _single(gsub, lookup)
    return found


def _lookups(gsub: bytes, feature: bytes) -> Iterator[int]:
    features, lookups = _numbers(gsub, 6, 2)
    for number in range(_number(gsub, features)):
        record = features + 2 + 6 * number
        if gsub[record : record + 4] == feature:
            table = features + _number(gsub, record + 4)
            for index in _numbers(gsub, table + 4, _number(gsub, table + 2)):
                yield lookups + _number(gsub, lookups + 2 + 2 * index)


def _single(gsub: bytes, lookup: int) -> Iterable[tuple[int, int]]:
    """Return the pairs of a lookup that puts one glyph for one (type 1, format 2)."""
    pairs: list[tuple[int, int]] = []
    kind, _, count = _numbers(gsub, lookup, 3)
    for offset in _numbers(gsub, lookup + 6, count) if kind == 1 else ():
        form, coverage, length = _numbers(gsub, lookup + offset, 3)
        if form == 2:
            others = _numbers(gsub, lookup + offset + 6, length)
            pairs += zip(_covered(gsub, lookup + offset + coverage), others, strict=True)
    return pairs


def _covered(gsub: bytes, table: int) -> Iterator[int]:
    form, count = _numbers(gsub, table, 2)
    if form == 1:
        yield from _numbers(gsub, table + 4, count)
        return
    for number in range(count):
        first, last = _numbers(gsub, table + 4 + 6 * number, 2)
        yield from range(first, last + 1)


def _number(data: bytes, at: int) -> int:
    return _numbers(data, at, 1)[0]


def _numbers(data: bytes, at: int, count: int) -> tuple[int, ...]:
    return unpack_from(f">{count}H", data, at)
