"""Text as it is compared and searched: folded, in Latin and Arabic script alike."""

import re
import unicodedata
from collections.abc import Iterator

#: Left after decomposition, yet written for one another by the same hand.
_SAME_LETTER = str.maketrans(
    {
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ٱ": "ا",
        "ـ": None,
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʿ": "'",
        "ʾ": "'",
    }
)
_WORD = re.compile(r"[^\W_]+")

#: Keeps a left-to-right run, such as a date, in its order beside Arabic (UAX #9).
_ISOLATE = "\u2066{}\u2069"
_ISOLATES = re.compile("[\u2066-\u2069]")


def normalised(text: str) -> str:
    """Return the text as documents and records keep it: Unicode NFC."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Return the text without case, diacritics, tashkeel, tatweel and variant letters or digits."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).casefold().translate(_FOLDING)


def _fold_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("Mn", "Cf"):
        return ""
    same = str(unicodedata.digit(letter)) if category == "Nd" else letter
    return same.translate(_SAME_LETTER)


class _Folding(dict[int, str]):
    """Each letter folded once: texts are long, and their letters are few."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


_FOLDING = _Folding()


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return _WORD.findall(folded(text))


def direction(text: str) -> bool | None:
    """Tell whether the first strong character is from the right (UAX #9, P2); None without one."""
    if text.isascii():
        return False if any(c.isalpha() for c in text) else None
    for character in text:
        strong = unicodedata.bidirectional(character)
        if strong in ("L", "R", "AL"):
            return strong != "L"
    return None


def isolated(text: str) -> str:
    """Return a left-to-right text that keeps its order wherever it is shown."""
    return _ISOLATE.format(text)


def in_own_direction(text: str) -> str:
    """Return words that read from their own side within a line of another direction."""
    leftwards = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return f"\u2068{text}\u2069" if leftwards else text


def unisolated(text: str) -> str:
    """Return a text without the marks of `isolated`, for a terminal or a file."""
    return _ISOLATES.sub("", text)


def shortened(text: str, length: int = 80) -> str:
    """Return at most `length` code points of a text, on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: max(length - 1, 0)]
    if line[len(head)] != " " and " " in head[length // 2 :]:
        head = head.rsplit(" ", 1)[0]
    return f"{head}…" if length > 0 else ""


def occurrences(text: str, wanted: str) -> Iterator[int]:
    """Yield the code-point offsets at which `wanted` stands in `text`, overlaps included.

    Empty words stand nowhere.
    """
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
