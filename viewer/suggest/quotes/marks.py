"""Quotation marks of all kinds: where a mark stands, and whether it opens or closes.

What stands around a mark says more than its shape: an opening mark at the end of words closes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENS, CLOSES, EITHER = 1, -1, 0

_MARK = re.compile(
    r"""["“”„‟＂«»‹›「」『』]"""
    r"""|''|``|‘‘|’’"""
    r"""|(?<!\w)[‘'‚`](?=[\w“"$«])"""
    r"""|(?<=\S)['’](?!\w)"""
)
_FAMILIES = {"«": "«", "»": "«", "‹": "‹", "›": "‹", "「": "「", "」": "「", "『": "『", "』": "『"}
_SINGLE = frozenset("‘'’‚`")
_SHAPES = {
    **dict.fromkeys(("“", "„", "«", "‹", "「", "『", "``", "‘‘", "‘", "‚", "`"), OPENS),
    **dict.fromkeys(("”", "»", "›", "」", "』", "’’", "’"), CLOSES),
}
_MARKS = frozenset("\"“”„‟＂«»‹›「」『』‘’'`‚")
_BEFORE_OPENING = frozenset("([{—–-/…:")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/؟،؛。、")
#: Words whose first letters are left out: no quote begins there.
_ELIDED = re.compile(
    r"['’`](?:\d\ds?|em|til|till|cause|tis|twas|twere|n|round|bout|cuz|cos)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark; `family` is that of the marks which can close one another."""

    start: int
    end: int
    family: str
    way: int

    @property
    def single(self) -> bool:
        """Whether the mark might as well be an apostrophe."""
        return self.family == "'"


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks of a span of text, in order."""
    for match in _MARK.finditer(text, start, end):
        mark = _mark(text, match)
        if not (mark.single and mark.way == OPENS and _ELIDED.match(text, mark.start)):
            yield mark


def _mark(text: str, match: re.Match[str]) -> Mark:
    shape, (start, end) = match[0], match.span()
    family = "'" if shape in _SINGLE else _FAMILIES.get(shape, '"')
    return Mark(start, end, family, _way(text, start, end) or _SHAPES.get(shape, EITHER))


def _way(text: str, start: int, end: int) -> int:
    """Return what the letters beside a mark say of it: `OPENS`, `CLOSES` or `EITHER`."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = before.isspace() or before in _BEFORE_OPENING
    right = after.isspace() or after in _AFTER_CLOSING
    if before in _MARKS and not left:
        return CLOSES if right else EITHER
    if after in _MARKS and not right:
        return OPENS if left else CLOSES
    return left - right
