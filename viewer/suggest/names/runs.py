"""Runs of capitalised words, found by one expression; spans are code points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.suggest.names.words import lexicon

_UPPER = "".join(c for c in map(chr, (*range(0x530), *range(0x1E00, 0x1F00))) if c.isupper())
_U = f"[{_UPPER}]"
_ARTICLES = "sub|al|el|ul|ez|es|er|en|ed|et|as|ash|at|an|ar|az|ad|bin|ibn|abu|d|l|ben"
#: Abbreviations that keep their full stop, by length, as what looks back in a text needs it.
_ABBREVIATED = (
    "Mr|Ms|Dr|Lt|St|Mt|Fr|Jr|Sr|Co|No",
    "Mrs|Gen|Col|Sgt|Maj|Adm|Gov|Sen|Rep|Rev|Hon|Amb|Pvt|Cpl|Inc|Ltd",
    "Prof|Capt|Brig|Cmdr|Reps|Sens|Corp|Bros",
)
_STOPPED = "|".join(rf"(?<=\b(?:{words}))" for words in _ABBREVIATED)
_TAILS = "|".join(sorted(lexicon()["tails"]))
#: What may follow the first letter of a word: "U.S.", "S.Haddad", "J. Haddad", "Gen.", "Al-Amal".
_REST = (
    rf"(?:\.(?:{_U}\.){{1,7}}(?!\w)|\.(?:{_U}\.){{0,2}}{_U}\w+(?:[-'’]\w+)*|\.(?=[ \xa0]{_U})|"
    rf"\w*(?:(?!['’][sS]\b)(?!-(?:{_TAILS})\b)[-'’&]\w+)*(?:(?=\.)(?:{_STOPPED})\.)?)"
)
_SMALL = "|".join(sorted(lexicon()["particles"], key=len, reverse=True))
_LINK = (
    rf"(?:(?:of|for|on|and)[ \xa0](?:(?:the|an?)[ \xa0])?|&[ \xa0]|(?:(?:{_SMALL})[ \xa0]){{1,2}})"
)
#: The first letter stands first in the expression: so the text is skimmed for it.
_NEXT = rf"(?:['’]s?)?[ \xa0]{_LINK}?(?:(?:{_ARTICLES})[-'’])?{_U}{_REST}"
#: A run is cut after so many words.
_RUN = re.compile(rf"{_U}(?<!\w{_U}){_REST}(?:{_NEXT}){{0,40}}")
_ARTICLE_BEFORE = re.compile(rf"(?<!\w)(?:{_ARTICLES})[-'’]$")
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
        start, end = match.span()
        if start and text[start - 1] in "-'’":
            before = _ARTICLE_BEFORE.search(text, max(0, start - 5), start)
            start = before.start() if before else start
        yield Run(start, _SPACE.split(text[start:end]), _opens(text, start))


#: What ends a sentence before the white space, or opens one where it stands.
_ENDS = frozenset(".!?:…;\n\r\f\t•*–—-|>")
_OPENING = frozenset("\"'“‘«„([”’*")
_CLOSING = frozenset("\"”’'»)]")


def _opens(text: str, start: int) -> bool:
    """Return whether the word at `start` has its capital from its place in the sentence."""
    at = start - 1
    while at >= 0 and text[at] in _OPENING:
        at -= 1
    if at < start - 1 and (at < 0 or text[at] != "("):
        return True
    while at >= 0 and text[at] in " \xa0":
        at -= 1
    if at > 0 and text[at] in _CLOSING and text[at - 1] in ".!?,":
        return text[at - 1] != ","
    return at < 0 or text[at] in _ENDS
