"""Where sentences end, in text of any language that ends them with a mark."""

import re
from collections.abc import Iterator

from viewer.domain.text import words

Span = tuple[int, int]

_END = re.compile(r"[.!?…؟。]['\"”’»›)\]]{0,4}\s+(?=['\"“‘«‹„(\[—–-]{0,4}[^\Wa-z_])")
_LAST_WORD = re.compile(r"[\w.]{1,12}\Z")
#: Followed by a point that does not end the sentence.
_SHORTENED = frozenset(
    [
        "i.e",
        "e.g",
        *words(
            "mr mrs ms mx messrs dr prof sen sens rep reps gov govs gen col lt sgt cpl pvt capt "
            "cmdr maj brig adm pres supt det insp rev fr hon amb st mt ft jan feb mar apr jun jul "
            "aug sep sept oct nov dec no nos vs cf approx dept est fig vol pp eds"
        ),
    ]
)
#: What begins a sentence even after "U.S." or an initial.
_BEGINS = re.compile(
    r"(?:The|He|She|It|They|We|I|But|And|In|On|At|A|An|This|That|These|There|If|When|While|After|"
    r"As|For|His|Her|Their|Its|So|What|Who|Why|How|You|No|Not)\b"
)


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the spans of the sentences within a span, without the white space between them."""
    start, end = within
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "." or _ends(text, match.start(), match.end()):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    if start < end:
        yield start, end


def _ends(text: str, point: int, after: int) -> bool:
    """Return whether a point ends a sentence rather than only a shortened word."""
    last = _LAST_WORD.search(text, max(0, point - 12), point)
    word = last[0] if last else ""
    if word.lower() in _SHORTENED:
        return False
    initial = word[-1:].isupper() and (len(word) == 1 or word[-2] == ".")
    return not initial or _BEGINS.match(text, after) is not None
