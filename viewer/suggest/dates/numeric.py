"""Dates in digits alone, which every language writes: 2019-10-03, 3/10/2019, 3.10.2019."""

import re

from viewer.suggest.dates.language import Form, Group
from viewer.suggest.dates.readings import Moment, Numeric, Reading

_FULL_YEAR = 4
_MONTHS = 12


def _iso(match: re.Match[str]) -> Reading | None:
    moment = Moment(_digits(match["year"]), int(match["month"]), int(match["day"]))
    return moment if _is_likely(moment.year) and moment.edtf else None


def _is_likely(year: str) -> bool:
    return len(year) < _FULL_YEAR or 1500 <= int(year) < 2100


def _digits(written: str) -> str:
    return str(int(written)).zfill(len(written))


def _numeric(match: re.Match[str]) -> Reading | None:
    first, second = int(match["first"]), int(match["second"])
    year = _digits(match["year"])
    if not (_is_likely(year) and 1 <= min(first, second) <= _MONTHS and max(first, second) <= 31):
        return None
    if match["sign"] != ".":
        return Numeric(first, second, year)
    return Moment(year, second, first) if second <= _MONTHS and len(year) == _FULL_YEAR else None


_FORMS: tuple[Form, ...] = (
    Form(
        re.compile(
            r"(?<![\w/.\-])(?P<year>\d{4})(?P<sign>[-/])(?P<month>\d\d?)(?P=sign)"
            r"(?P<day>\d\d?)(?=T\d\d:|(?![\w/\-]|\.\d))"
        ),
        _iso,
    ),
    # The one day that is known by its digits alone.
    Form(re.compile(r"(?<![\w/.,\-])9/11(?![\w/.,]*\d)"), lambda _: Moment("2001", 9, 11)),
    Form(
        re.compile(
            r"(?<![\w/.,\-$€£])(?P<first>\d\d?)(?P<sign>[/.\-])"
            r"(?P<second>\d\d?)(?P=sign)(?P<year>\d{4}|\d\d)"
            r"(?![\w/\-]|\.\d)"
        ),
        _numeric,
    ),
)
GROUP = Group(re.compile(r"\d[/.\-]\d"), _FORMS, before=10, after=20)
