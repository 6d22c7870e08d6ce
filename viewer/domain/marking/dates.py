"""The date that words name, so that it need not be typed again."""

import re
from collections.abc import Iterator

from viewer.domain.dates import NO_DATE, Date, EdtfError, parse_edtf
from viewer.domain.dates.months import months_by_name
from viewer.domain.finding import Findable
from viewer.domain.text import folded
from viewer.domain.text import words as words_of

_NAMES = months_by_name()
_DAY_BEFORE = re.compile(r"(?<![\w.])(\d{1,2})(?:st|nd|rd|th)?\.?(?: of)?\s+$")
_AFTER = re.compile(r"(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?=,|\s+\d{4}|\W|$))?(?:,?\s+(\d{4})(?!\w))?")
#: What stands before a month that has neither day nor year, which might be another word.
_LEADS = frozenset(words_of("in since until last early late mid في شهر منذ خلال"))
#: After these it is where a time begins or ends, and not the date itself.
_OPEN = frozenset(words_of("since until before after by from منذ حتى قبل بعد"))
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-])")
_RELATIVE = re.compile(
    r"\b(?:last (?:year|month|week|night)|yesterday|\w+ (?:days?|weeks?|months?|years?) "
    r"(?:ago|after|before|later|earlier))\b",
    re.IGNORECASE,
)


def date_of(text: str) -> Date:
    """Return the one date that a text names, as it is written there; none where it names several.

    A relative one is only as written: from what it counts is the user's to say.
    """
    found = list(dict.fromkeys(_months(text))) or _years(text) or _relative(text)
    return found[0] if len(found) == 1 else NO_DATE


def _months(text: str) -> Iterator[Date]:
    findable = Findable(text)
    for name, month in _NAMES:
        for start, end in findable.spans(name, whole_words=True):
            if not text[start].islower() and (date := _around(text, start, end, month)):
                yield date


def _around(text: str, start: int, end: int, month: int) -> Date | None:
    before, after = _DAY_BEFORE.search(text[:start]), _AFTER.match(text, end)
    day_after, year = after.groups() if after else (None, None)
    day = before[1] if before else day_after
    if not (day or year):
        return Date(written=text[start:end]) if _lead(text, start) in _LEADS else None
    begin = before.start() if before else start
    return _date(text, begin, after.end() if after else end, _edtf(year, month, day))


def _edtf(year: str | None, month: int, day: str | None) -> str:
    if year is None:
        return ""
    edtf = f"{int(year):04}-{month:02}" + (f"-{int(day):02}" if day else "")
    try:
        parse_edtf(edtf)
    except EdtfError:
        return ""
    return edtf


def _years(text: str) -> list[Date]:
    found = (_date(text, *match.span(), str(int(match[0]))) for match in _YEAR.finditer(text))
    return list(dict.fromkeys(found))


def _date(text: str, start: int, end: int, edtf: str) -> Date:
    edtf = "" if _lead(text, start) in _OPEN else edtf
    return Date(written=" ".join(text[start:end].split()), edtf=edtf)


def _lead(text: str, at: int) -> str:
    """Return the folded word before a place; "" at the beginning."""
    return (folded(text[:at]).split()[-1:] or [""])[0]


def _relative(text: str) -> list[Date]:
    return [Date(written=" ".join(match[0].split())) for match in _RELATIVE.finditer(text)]
