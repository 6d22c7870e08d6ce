"""Lines of a page put together to paragraphs, by their place and by what they say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from viewer.sources.pdf.lines import Line

#: Of the usual distance between lines: more parts paragraphs.
_WIDE = 1.3
#: Of the size of letters: other sizes are headings or notes.
_OTHER_SIZE = 0.12
#: Of the size of letters: a line that begins so far in begins a paragraph.
_INDENT = 0.8
_ITEM = re.compile(r"(?:[•▪‣●○◦·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_SENTENCE_END = re.compile(r"[.!?:؟۔…][\"'”’»)\]]*$")
_FIRST_WORD = re.compile(r"\S+")
#: Beginnings of words that keep their hyphen.
_PREFIXES = frozenset(
    {
        "self",
        "non",
        "ex",
        "co",
        "anti",
        "pro",
        "half",
        "well",
        "all",
        "cross",
        "post",
        "pre",
        "semi",
    }
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "al", "el"}
)


def paragraphs_in(lines: Sequence[Line], words: "Words") -> list[str]:
    """Return the paragraphs that lines make, words broken at a line's end made whole."""
    pitch, margins = _pitch(lines), _margins(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, pitch, margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return ["".join(_joined(group, words)) for group in groups]


class Words:
    """The words of a whole document: what is written elsewhere says how a broken word reads."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known: set[str] = set()
        for text in texts:
            self._known.update(re.findall(r"\w+(?:-\w+)*", text.lower()))

    def made_whole(self, head: str, tail: str) -> str:
        """Return what joins two parts of a broken word: "-" or nothing."""
        head, tail = head.lower(), tail.lower()
        if f"{head}-{tail}" in self._known:
            return "-"
        if head + tail in self._known:
            return ""
        return "-" if head in _PREFIXES else ""


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line."""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    sizes = [line.height for line in lines]
    near = [s for s, size in zip(steps, sizes, strict=False) if 0.5 * size < s < 2.5 * size]
    return median(near) if near else median(sizes or [1.0]) * 1.2


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    return min(line.left for line in lines), max(line.right for line in lines)


def _goes_on(group: list[Line], line: Line, pitch: float, margins: tuple[float, float]) -> bool:
    last = group[-1]
    if last.is_broken:
        return True
    if _ITEM.match(line.text) or _differs(last.height, line.height):
        return False
    step = last.bottom - line.bottom
    if abs(step) < 0.3 * last.height:
        return True
    if step < 0:
        # The top of a column or of what is beside it.
        return line.text[:1].islower() and not _SENTENCE_END.search(last.text)
    if step > pitch * _WIDE:
        return False
    return not (_has_room(group, line, margins) or _is_indented(group, line))


def _differs(one: float, other: float) -> bool:
    return abs(one - other) > _OTHER_SIZE * max(one, other)


def _has_room(group: list[Line], line: Line, margins: tuple[float, float]) -> bool:
    """Whether the next line's first word would have had room in the last: it was ended on purpose.

    Room is measured to the farthest that a line of the paragraph reaches, or a line right below.
    """
    last = group[-1]
    word = _FIRST_WORD.match(line.text)
    wide = (line.right - line.left) / max(len(line.text), 1) * (len(word[0]) + 1 if word else 1)
    if _is_arabic(last.text):
        reach = min(each.left for each in (*group, line))
        return last.left - wide > max(reach, margins[0])
    reach = max(each.right for each in (*group, line))
    return last.right + wide < min(reach, margins[1])


def _is_indented(group: list[Line], line: Line) -> bool:
    body = group[1:] or group
    if _is_arabic(line.text):
        return line.right < max(each.right for each in body) - _INDENT * line.height
    return line.left > min(each.left for each in body) + _INDENT * line.height


def _is_arabic(text: str) -> bool:
    strong = (unicodedata.bidirectional(letter) for letter in text[:200])
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _joined(group: list[Line], words: Words) -> Iterator[str]:
    for line, after in pairwise([*group, None]):
        assert line is not None
        yield line.text.removesuffix("\u00ad")
        if after is not None:
            yield _between(line, after, words)


def _between(line: Line, after: Line, words: Words) -> str:
    head = re.search(r"\w+$", line.text.removesuffix("-"))
    tail = re.match(r"\w+", after.text)
    if line.text.endswith("\u00ad"):
        return ""
    if not line.is_broken:
        return "" if line.text.endswith("-") else " "
    if head is None or tail is None or not tail[0][0].islower():
        return "-"
    return words.made_whole(head[0], tail[0])
