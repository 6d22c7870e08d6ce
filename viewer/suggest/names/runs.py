"""Runs of capitalised words, found by one expression; spans are code points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.suggest.names.words import lexicon

_UPPER = "".join(c for c in map(chr, (*range(0x530), *range(0x1E00, 0x1F00))) if c.isupper())
_U = f"[{_UPPER}]"
_ARTICLE = r"(?:(?:sub|al|el|ul|as|ash|at|an|ar|az|ad|bin|ibn|abu|d|l|ben)[-'’])?"
_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sgt|Maj|Brig|Cmdr|Adm|Gov|Sen|Rep|Reps|Sens|Rev|Fr|St|Mt|"
    "Hon|Amb|Jr|Sr|Pvt|Cpl|Inc|Corp|Co|Ltd|Bros|No|Messrs"
)
_TAILS = "|".join(sorted(lexicon()["tails"]))
_OWNERS = "|".join(sorted(lexicon()["owners"]))
_TOKEN = "|".join(
    [
        rf"(?:{_OWNERS})['’]s?(?=[ \xa0]{_U})",
        rf"(?:{_U}\.){{2,}}(?!\w)",
        rf"(?:{_U}\.){{1,3}}{_U}\w+(?:[-'’]\w+)*",
        rf"{_U}\.(?=[ \xa0]{_U})",
        rf"(?:{_ABBREVIATED})\.",
        rf"{_ARTICLE}{_U}\w*(?:(?!['’][sS]\b)(?!-(?:{_TAILS})\b)[-'’&]\w+)*",
    ]
)
_SMALL = "|".join(sorted(lexicon()["particles"], key=len, reverse=True))
_LINK = rf"(?:(?:of|for|on|and)[ \xa0](?:the[ \xa0])?|&[ \xa0]|(?:(?:{_SMALL})[ \xa0]){{1,2}})"
_RUN = re.compile(rf"(?<!\w)(?:{_TOKEN})(?:[ \xa0]{_LINK}?(?:{_TOKEN}))*")
_SPACE = re.compile(r"[ \xa0]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words from `start` on, with a space between; `opens` says that a sentence begins here."""

    start: int
    words: list[str]
    opens: bool


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of capitalised words in the order of the text."""
    for match in _RUN.finditer(text):
        start = match.start()
        yield Run(start, _SPACE.split(match[0]), _opens(text, start))


#: What ends a sentence before the white space, or opens one where it stands.
_ENDS = frozenset(".!?:…;\n\r\f\t•*–—-|>")
_OPENING = frozenset("\"'“‘«„([”’*")


def _opens(text: str, start: int) -> bool:
    """Return whether the word at `start` has its capital from its place in the sentence."""
    at = start - 1
    while at >= 0 and text[at] in _OPENING:
        at -= 1
    if at < start - 1 and (at < 0 or text[at] != "("):
        return True
    while at >= 0 and text[at] in " \xa0":
        at -= 1
    if at >= 0 and text[at] in "\"”’'»)]" and at > 0 and text[at - 1] in ".!?,":
        return text[at - 1] != ","
    return at < 0 or text[at] in _ENDS
