"""The lines of a page: PDFium gives characters, a line's place is that of its outer ones."""

import re
import unicodedata
from collections.abc import Iterator
from ctypes import byref
from dataclasses import dataclass

from pypdfium2 import PdfTextPage
from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode

#: PDFium's sign for a hyphen at which a word was broken; the next line follows directly.
_BROKEN = "\x02"
_ENDS = re.compile(rf"[\r\n]+|{_BROKEN}[\r\n]*")
#: Letters as they are joined on paper, Latin and Arabic, are written as they are typed.
_JOINED = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")


@dataclass(slots=True)
class Line:
    """Words on one line, with their place in points from the lower left corner.

    `is_broken` says that the last word goes on in the next line; its hyphen is not in `text`.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    is_broken: bool = False

    @property
    def height(self) -> float:
        """The size of its letters."""
        return max(self.top - self.bottom, 0.1)


def lines_of(page: PdfTextPage) -> Iterator[Line]:
    """Yield the lines of a page that have words, in the order in which the PDF draws them."""
    codes = [FPDFText_GetUnicode(page, index) for index in range(page.count_chars())]
    text = "".join(map(chr, codes))
    start = 0
    for end in _ENDS.finditer(text):
        yield from _line(page, text, start, end.start(), end[0].startswith(_BROKEN))
        start = end.end()
    yield from _line(page, text, start, len(text), False)


def _line(page: PdfTextPage, text: str, start: int, end: int, is_broken: bool) -> Iterator[Line]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip()) - 1
    if first <= last:
        one, other = _box(page, first), _box(page, last)
        left, right = min(one.left, other.left), max(one.right, other.right)
        place = (left, right, min(one.bottom, other.bottom), max(one.top, other.top))
        yield Line(_as_typed(words), *place, is_broken)


def _box(page: PdfTextPage, index: int) -> FS_RECTF:
    box = FS_RECTF()
    FPDFText_GetLooseCharBox(page, index, byref(box))
    return box


def _as_typed(words: str) -> str:
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _JOINED.sub(lambda letter: unicodedata.normalize("NFKC", letter[0]), whole).strip()
