"""When and where what a figure counts took place, as its sentence says."""

import re
from collections.abc import Iterable

from viewer.domain.suggestions import Mentioned, SuggestedDate, SuggestedName
from viewer.suggest.article import Span

#: Before a date of the report, and not of what is reported.
_REPORTED = re.compile(
    r"\b(?:said|says|told\s[\w\s]{1,30}|reported|announced|statement|report|published|released)"
    r"(?:\s(?:on|in|late|early|of|dated))?\s$"
)
_REPORTED_BEHIND = re.compile(r"\s(?:report|statement|count|survey|tally)\b")
_IN = re.compile(r"\b(?:in|at|near|across|throughout|around|from)\s(?:[\w'’-]+\s){0,4}$")
_BACK = 40


def period_of(text: str, number: Span, dates: Iterable[SuggestedDate]) -> SuggestedDate | None:
    """Return the date behind a number in its sentence, or else the last one before it."""
    told = [date for date in dates if not _is_of_report(text, date)]
    after = [date for date in told if date.start >= number[1]]
    before = [date for date in told if date.end <= number[0]]
    return after[0] if after else (before[-1] if before else None)


def _is_of_report(text: str, date: SuggestedDate) -> bool:
    before = text[max(0, date.start - _BACK) : date.start]
    return bool(_REPORTED.search(before) or _REPORTED_BEHIND.match(text, date.end))


def place_of(text: str, number: Span, names: Iterable[SuggestedName]) -> Mentioned | None:
    """Return the place behind a number that "in" or the like leads to, or else one before it."""
    places = [name for name in names if name.what == "place" and _is_where(text, name.start)]
    after = [place for place in places if place.start >= number[1]]
    chosen = after[:1] or places[-1:]
    return Mentioned(chosen[0].start, chosen[0].end, chosen[0].name) if chosen else None


def _is_where(text: str, at: int) -> bool:
    return _IN.search(text[max(0, at - _BACK) : at]) is not None
