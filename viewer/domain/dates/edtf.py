"""Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019; Library of Congress, 2019).

Reads a date, a date and time, a season, a long year, unspecified digits, qualifiers and
intervals into their earliest and latest day. Nothing is padded: `2019~` spans the year 2019.
Seasons are those of the northern half of the world: spring (21) begins in March, and winter (24)
in December of its year, to end in February of the next.
"""

import re
from dataclasses import dataclass
from typing import Literal

from viewer.domain.dates.calendar import FOREVER, NEVER, day_number, month_length
from viewer.domain.text import shortened
from viewer.errors import InvalidRecordError

Precision = Literal["day", "month", "season", "year", "decade", "century", "open", "unknown"]

_DATE = re.compile(
    r"""(?P<year>Y-?[1-9]\d{4,8}|-?\d{4}|\d{3}X|\d{2}XX)
        (?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?
        (?P<time>T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}(?::\d{2})?)?)?
        (?P<qualifier>[?~%]?)""",
    re.VERBOSE | re.ASCII,
)
_TIME = re.compile(r"T(\d\d):(\d\d):(\d\d)(?:Z|[+-](\d\d)(?::(\d\d))?)?", re.ASCII)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_CERTAINTY: dict[str, tuple[bool, bool]] = {
    "": (False, False),
    "?": (True, False),
    "~": (False, True),
    "%": (True, True),
}


class EdtfError(InvalidRecordError):
    """A text that is not EDTF of level 0 or 1."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{shortened(text, 40)}” is not a date that Casefile can sort. Write for example "
            "2019, 2019-10, 2019-10-25, 2019~ (about), 2019? (perhaps), 2019-10/2020-02 or "
            "2019-10/.. (since)."
        )


@dataclass(frozen=True, slots=True)
class EdtfPoint:
    """One end of an interval, or a date by itself, with its first and last day."""

    earliest: int
    latest: int
    precision: Precision
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, or an interval when `end` is given."""

    start: EdtfPoint
    end: EdtfPoint | None = None

    @property
    def earliest(self) -> int:
        """The first day that the date allows, as a day number; `NEVER` when open."""
        return self.start.earliest

    @property
    def latest(self) -> int:
        """The last day that the date allows, as a day number; `FOREVER` when open."""
        return (self.end or self.start).latest


_OPEN = EdtfPoint(NEVER, FOREVER, "open")
_UNKNOWN = EdtfPoint(NEVER, FOREVER, "unknown")


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF text; raises `EdtfError`."""
    start, slash, end = text.partition("/")
    if not slash:
        return Edtf(_point(start, text))
    if not _is_bounded(start) and not _is_bounded(end):
        raise EdtfError(text)
    interval = Edtf(_interval_end(start, text), _interval_end(end, text))
    if interval.earliest > interval.latest:
        raise EdtfError(text)
    return interval


def _is_bounded(text: str) -> bool:
    return text not in ("", "..")


def _interval_end(part: str, text: str) -> EdtfPoint:
    if part == "..":
        return _OPEN
    if "T" in part:
        raise EdtfError(text)  # the standard leaves the time of day out of intervals
    return _point(part, text) if part else _UNKNOWN


def _point(part: str, text: str) -> EdtfPoint:
    match = _DATE.fullmatch(part)
    if match is None or not _time_is_valid(match):
        raise EdtfError(text)
    try:
        earliest, latest, precision = _days(match["year"], match["month"], match["day"])
    except ValueError:
        raise EdtfError(text) from None
    return EdtfPoint(earliest, latest, precision, *_CERTAINTY[match["qualifier"]])


def _time_is_valid(match: re.Match[str]) -> bool:
    if match["time"] is None:
        return True
    parts = _TIME.fullmatch(match["time"])
    if parts is None or match["day"] in (None, "XX") or match["qualifier"]:
        return False
    hour, minute, second, zone_hour, zone_minute = (int(part or 0) for part in parts.groups())
    in_day = hour <= 23 and minute <= 59 and second <= 59
    return in_day and zone_hour <= 14 and zone_minute <= 59


def _days(year: str, month: str | None, day: str | None) -> tuple[int, int, Precision]:
    if year.startswith("Y") and month is not None:
        raise ValueError(year)
    if year.startswith("Y") or "X" in year:
        if month not in (None, "XX") or day not in (None, "XX"):
            raise ValueError(year)
        return _years(year)
    return _days_of_year(_number(year), month, day)


def _number(year: str) -> int:
    if year == "-0000":
        raise ValueError(year)
    return int(year)


def _years(year: str) -> tuple[int, int, Precision]:
    if year.startswith("Y"):
        number = int(year[1:])
        return day_number(number), day_number(number, 12, 31), "year"
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return day_number(low), day_number(high, 12, 31), "century" if "XX" in year else "decade"


def _days_of_year(year: int, month: str | None, day: str | None) -> tuple[int, int, Precision]:
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError(day)
        return day_number(year), day_number(year, 12, 31), "year"
    number = int(month)
    if number in _SEASONS and day is None:
        return _season(year, _SEASONS[number])
    if not 1 <= number <= 12:
        raise ValueError(month)
    return _days_of_month(year, number, day)


def _season(year: int, first: int) -> tuple[int, int, Precision]:
    last_year, last = divmod(year * 12 + first + 1, 12)
    length = month_length(last_year, last + 1)
    return day_number(year, first), day_number(last_year, last + 1, length), "season"


def _days_of_month(year: int, month: int, day: str | None) -> tuple[int, int, Precision]:
    length = month_length(year, month)
    if day is None or day == "XX":
        return day_number(year, month), day_number(year, month, length), "month"
    if not 1 <= int(day) <= length:
        raise ValueError(day)
    number = day_number(year, month, int(day))
    return number, number, "day"
