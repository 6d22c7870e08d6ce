"""Quotes with the name of their speaker under them or after a dash."""

import re

from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.reading import Paragraph

_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAME = rf"({_WORD}(?: (?:(?:de|da|del|der|von|van|bin|bint|al|el|of|the) ){{0,2}}{_WORD}){{0,5}})"
_DASH = r"\s*(?:[—–―]|--?)\s*"
_AFTER_DASH = re.compile(rf"{_DASH}{_NAME}(?=[,(]|[.\"”]{{0,3}}\s*\Z)")
#: Under a quote whose closing mark stands only after the name.
_ENCLOSED = re.compile(rf"{_NAME}(?=,[^\"”]{{0,80}}[\"”]\Z|\.?[\"”]\Z)")
#: The longest paragraph, in code points, that may be a signature.
_LONGEST = 90


def signature(text: str, paragraph: Paragraph, following: Paragraph) -> Cue | None:
    """Return who signs the quote of a paragraph in the next: "— Rana Qasim, a nurse"."""
    if following.end - following.start > _LONGEST:
        return None
    last = paragraph.sentences[-1].quotes[-1:]
    pattern = _AFTER_DASH if last and last[0].closed else _ENCLOSED
    return _cue(pattern.match(text, following.start, following.end))


def signed(mask: str, start: int, end: int) -> Cue | None:
    """Return who signs a quote right after it: “…” — Rana Qasim."""
    return _cue(_AFTER_DASH.match(mask, start, end))


def _cue(match: re.Match[str] | None) -> Cue | None:
    return Cue(*match.span(1), match.span(1), match.end()) if match else None
