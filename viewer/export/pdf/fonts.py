"""The fonts of the PDF: what they can show, and what stands in for what they cannot."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from viewer import resources
from viewer.export.pdf.joining import TAKEN, JoiningFont

REGULAR = "Vazirmatn"
BOLD = "Vazirmatn-Bold"
#: What draws the letters that a font lacks: Cyrillic, Greek, transliteration.
_SECOND = {REGULAR: "NotoSans", BOLD: "NotoSans-Bold"}
_FILES = {
    REGULAR: "Vazirmatn-Regular.ttf",
    BOLD: "Vazirmatn-Bold.ttf",
    _SECOND[REGULAR]: "NotoSans-Regular.ttf",
    _SECOND[BOLD]: "NotoSans-Bold.ttf",
}

#: Shown for a character that the fonts lack, so that a reader sees that something is there.
PLACEHOLDER = "\ufffd"
#: Letters of transliteration that the fonts lack, and their look-alikes.
_LOOK_ALIKES = {"ʿ": "‘", "ʾ": "’", "ʼ": "’", "→": "›", "←": "‹", "‑": "-", "−": "–"}
#: Kept until the order of a line is settled: marks, embeddings and isolates of UAX #9.
_ORDER = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_RIGHT_TO_LEFT = re.compile(f"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc{TAKEN}]")
_TAKEN = re.compile(f"[{TAKEN}]")
#: Beside Arabic, the parts of 2020-03-14 or of +964 770 would be put in the opposite order.
_NUMBER = re.compile(r"\d+(?:[-/.:]\d+)+[~?%]?|\d+[~?%]|\+\d[\d -]*\d")

_OPENING = dict(zip("([{<«‹", ")]}>»›", strict=True))
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}


@cache
def _font(name: str) -> JoiningFont:
    """Registering is once and for all; a document's subsets are kept with the document."""
    made = JoiningFont(name, str(resources.path("fonts", _FILES[name])))
    pdfmetrics.registerFont(made)
    return made


def _face(font: str) -> Any:
    return _font(font).face


@cache
def _reshaper() -> ArabicReshaper:
    # The library's default drops the vowel signs, and with them part of the words.
    made = ArabicReshaper({"delete_harakat": False, "shift_harakat_position": False})
    made.letters = made.letters | _font(REGULAR).shapes
    return made


def one_line(text: str) -> str:
    """Return text for bookmarks and metadata, which a viewer orders and shapes by itself."""
    ordered = (c for c in text if unicodedata.category(c) != "Cf")
    return "".join(c if c.isprintable() else " " for c in ordered)


def load() -> None:
    """Make the fonts known to reportlab, and its pages binary: that is faster, and smaller."""
    rl_config.useA85 = 0
    for font in (REGULAR, BOLD):
        _face(font)


@lru_cache(maxsize=65536)
def width(text: str, font: str) -> float:
    """Return the width of shaped text in points at a size of one point."""
    return sum(_width(run, name) for name, run in runs(text, font))


def _width(run: str, font: str) -> float:
    face = _face(font)
    widths, default = face.charWidths, face.defaultWidth
    return float(sum(widths.get(ord(c), default) for c in run if c not in _ORDER)) / 1000


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield (font, piece) of shaped text: letters that the font lacks go to the second one."""
    if text.isascii():
        yield font, text
        return
    known = _face(font).charToGlyph
    for is_known, letters in groupby(text, key=lambda c: ord(c) in known or c in _ORDER):
        yield font if is_known else _SECOND[font], "".join(letters)


@lru_cache(maxsize=65536)
def shaped(word: str) -> str:
    """Return a word as the fonts show it: Arabic letters joined, the unknown replaced."""
    if word.isascii():
        return _shown(word)
    plain = _TAKEN.sub(PLACEHOLDER, unicodedata.normalize("NFC", word))
    joined = _reshaper().reshape(plain)
    return _shown(joined)


def _shown(word: str) -> str:
    if word.isascii() and word.isprintable():
        return word
    return "".join(_glyphs(character) for character in word)


def _is_known(character: str) -> bool:
    if ord(character) in _face(REGULAR).charToGlyph:
        return True
    return ord(character) in _face(_SECOND[REGULAR]).charToGlyph


@lru_cache(maxsize=4096)
def _glyphs(character: str) -> str:
    if character in _ORDER:
        return character
    if unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    if _is_known(character):
        return character
    for other in (_LOOK_ALIKES.get(character), _unligated(character)):
        if other and all(map(_is_known, other)):
            return other
    return PLACEHOLDER


def _unligated(character: str) -> str:
    """A letter and its accent may be known apart; a joined form at least unjoined."""
    return unicodedata.normalize("NFKD", character)


def visual(text: str, is_rtl: bool) -> str:
    """Return shaped text in the order in which it is drawn from left to right."""
    if is_rtl or _RIGHT_TO_LEFT.search(text):
        isolated = _NUMBER.sub(_kept, text)
        text = mirrored(str(get_display(isolated, base_dir="R" if is_rtl else "L")), is_rtl)
    return text if text.isascii() else "".join(c for c in text if c not in _ORDER)


def _kept(number: re.Match[str]) -> str:
    """Return a number that keeps its order: behind Latin letters it is a part of their words."""
    if _nearest(reversed(number.string[: number.start()])) is False:
        return f"{number[0]}\u200e"
    return f"\u2066{number[0]}\u2069"


def mirrored(text: str, is_rtl: bool) -> str:
    """Return text in visual order with brackets that belong to Arabic turned round (UAX #9, L4).

    A pair that closes on the left of where it opens was written from right to left; a single
    bracket goes with what is on both sides of it, or with the line.
    """
    letters = list(text)
    opened: list[int] = []
    closed: list[int] = []
    for at, letter in enumerate(text):
        if letter in _CLOSING:
            if opened and text[opened[-1]] == _CLOSING[letter]:
                opened.pop()
            else:
                closed.append(at)
        elif letter in _OPENING:
            if closed and text[closed[-1]] == _OPENING[letter]:
                letters[closed.pop()], letters[at] = letter, _OPENING[letter]
            else:
                opened.append(at)
    for at in (*opened, *closed):
        before, after = _nearest(reversed(text[:at])), _nearest(text[at + 1 :])
        if before if before == after else is_rtl:
            letters[at] = _OPENING.get(text[at]) or _CLOSING[text[at]]
    return "".join(letters)


def _nearest(text: Iterable[str]) -> bool | None:
    """Tell whether the nearest strong character is of Arabic or Hebrew."""
    strong = (d for c in text if (d := _direction(c)) in ("L", "R", "AL"))
    return next((direction != "L" for direction in strong), None)


def _direction(shape: str) -> str:
    return "R" if _TAKEN.match(shape) else unicodedata.bidirectional(shape)
