"""What dates mean: EDTF where it is sure, an anchor and an offset where it is relative."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from viewer.domain.dates import Offset, civil, iso_day, parse_edtf
from viewer.suggest.dates.context import Context
from viewer.suggest.dates.readings import (
    UNITS,
    Counted,
    FromEvent,
    Moment,
    Numeric,
    Period,
    Range,
    Reading,
    Unread,
    Weekend,
    checked,
)

_SURE, _LIKELY, _OPEN = 0.95, 0.8, 0.6
#: So many days ahead a day without a year is still the coming one, if nothing says it is past.
_SOON = 100
_FULL_YEAR = 4
_TO_MONTH = 7


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a date, and why; the fields are those of `SuggestedDate`."""

    edtf: str = ""
    anchor: str = ""
    offset: str = ""
    anchor_start: int = -1
    anchor_end: int = -1
    confidence: float = _SURE
    reason: str = ""


def value_of(reading: Reading, context: Context, start: int, end: int) -> Value:
    """Return what a date means that stands from `start` to `end`."""
    value = _value(reading, context, start, end)
    return replace(value, edtf=checked(value.edtf)) if value.edtf else value


def _value(reading: Reading, context: Context, start: int, end: int) -> Value:
    match reading:
        case Moment():
            return _moment(reading, context, start, end)
        case Range():
            return _range(reading, context, start, end)
        case Numeric():
            return _numeric(reading, context)
        case Counted():
            return _counted(reading, context)
        case Period():
            return _period(reading, context)
        case FromEvent():
            return _from_event(reading, context, start)
        case Weekend():
            return _weekend(reading, context, start, end)
        case Unread():
            return Value(confidence=_OPEN, reason=reading.reason)


def _moment(moment: Moment, context: Context, start: int, end: int) -> Value:
    if moment.year:
        return _dated(moment)
    if moment.years is not None:
        return _in_year(moment, moment.years, context)
    if moment.month:
        return _without_year(moment, context, start, end)
    return _weekday(moment, context, start, end)


def _dated(moment: Moment) -> Value:
    if not moment.edtf:
        return Value(confidence=_OPEN, reason="There is no such day in the calendar")
    return Value(moment.edtf, reason="A date as it is written")


def _in_year(moment: Moment, years: int, context: Context) -> Value:
    edtf = context.from_document(
        lambda day: replace(moment, year=f"{civil(day)[0] + years:04}", years=None).edtf
    )
    return replace(_of_document(edtf, ""), offset="")


def _without_year(moment: Moment, context: Context, start: int, end: int) -> Value:
    if not moment.which and (told := context.month_before(start)):
        found = replace(moment, year=told[:_FULL_YEAR])
        if found.edtf[:_TO_MONTH] >= told[:_TO_MONTH]:
            return Value(found.edtf, confidence=_LIKELY, reason="In the year that was told before")
    is_future = moment.which == "next" or context.is_future(start, end)
    edtf = context.from_document(lambda day: _nearest(moment, day, is_future))
    reason = "Without a year; counted from the document's date" if edtf else "Without a year"
    return Value(edtf, "document", confidence=_LIKELY if edtf else _OPEN, reason=reason)


@lru_cache(1024)
def _nearest(moment: Moment, day: int, is_future: bool | None) -> str:
    """Return the moment in the year that is meant on a day: the last one, or the coming one."""
    year = civil(day)[0]
    years = (year, year + 1) if is_future else (year, year - 1)
    found = [replace(moment, year=f"{each:04}") for each in years]
    fitting = [each for each in found if each.edtf and _fits(each, day, is_future)]
    return fitting[0].edtf if fitting else ""


def _fits(moment: Moment, day: int, is_future: bool | None) -> bool:
    date = parse_edtf(moment.edtf)
    if moment.weekday >= 0 and (date.earliest - 1) % 7 != moment.weekday:
        return False
    if moment.which == "this":
        return True
    if moment.which == "last":
        return date.latest < day
    if is_future:
        return date.latest >= day
    return date.earliest <= day + (_SOON if is_future is None and moment.day else 0)


def _weekday(moment: Moment, context: Context, start: int, end: int) -> Value:
    which = moment.which
    is_future = which == "next" or (not which and context.is_future(start, end) is True)
    edtf = context.from_document(lambda day: iso_day(_day_named(moment, day, is_future)))
    reason = "The nearest such day to the document's date" if edtf else "A day of some week"
    return Value(edtf, "document", confidence=_LIKELY if edtf else _OPEN, reason=reason)


def _day_named(moment: Moment, day: int, is_future: bool) -> int:
    """Return the last or the coming day of that name; a day is nearest to itself."""
    if is_future:
        ahead = (moment.weekday - (day - 1)) % 7
        return day + (ahead or 7 * (moment.which == "next"))
    back = ((day - 1) - moment.weekday) % 7
    return day - (back or 7 * (moment.which == "last"))


def _weekend(weekend: Weekend, context: Context, start: int, end: int) -> Value:
    is_future = weekend.which == "next" or context.is_future(start, end) is True
    edtf = context.from_document(lambda day: _saturday_and_sunday(weekend, day, is_future))
    reason = "The nearest weekend to the document's date" if edtf else "Some weekend"
    return Value(edtf, "document", confidence=_LIKELY if edtf else _OPEN, reason=reason)


def _saturday_and_sunday(weekend: Weekend, day: int, is_future: bool) -> str:
    """Return the weekend that is, or else the last or the coming one."""
    back = (day - 1 - 5) % 7
    is_now = back <= 1 and weekend.which not in ("last", "next")
    saturday = day - back + (7 if is_future and not is_now else 0)
    if weekend.which == "last" and back <= 1:
        saturday -= 7
    return f"{iso_day(saturday)}/{iso_day(saturday + 1)}"


def _range(reading: Range, context: Context, start: int, end: int) -> Value:
    if reading.last.year:
        last, year = _moment(reading.last, context, start, end), reading.last.edtf[:_FULL_YEAR]
        first = replace(reading.first, year=reading.first.year or year)
        return _from_to(first.edtf, last.edtf, last)
    begins = _moment(reading.first, context, start, end)
    first = replace(reading.first, year=begins.edtf[:_FULL_YEAR])
    return _from_to(begins.edtf, _next_after(first, reading.last).edtf, begins)


def _from_to(first: str, last: str, value: Value) -> Value:
    edtf = checked(f"{first}/{last}") if first and last else ""
    return replace(value, edtf=edtf, reason=value.reason if edtf else "From one date to another")


def _next_after(first: Moment, last: Moment) -> Moment:
    """Return the last end of a time in the year of the first, or in the next one."""
    if not first.year:
        return last
    is_later = (last.month, last.day or first.day) >= (first.month, first.day)
    return replace(last, year=f"{int(first.year) + (not is_later):04}")


def _numeric(reading: Numeric, context: Context) -> Value:
    year = _full_year(reading.year, context)
    days_first = Moment(year, reading.second, reading.first).edtf
    months_first = Moment(year, reading.first, reading.second).edtf
    possible = {edtf for edtf in (days_first, months_first) if edtf}
    if len(possible) == 1:
        return Value(possible.pop(), reason="A date in digits that can be read in one way only")
    if not possible or context.day_first is None:
        return Value(confidence=_OPEN, reason="Which is the day and which the month is not said")
    edtf = days_first if context.day_first else months_first
    return Value(edtf, confidence=_LIKELY, reason="Day and month in the order of this text")


def _full_year(year: str, context: Context) -> str:
    """Return a year of two digits as the last such year of the document's time."""
    if len(year) == _FULL_YEAR:
        return year
    return context.from_document(lambda day: _last_year(int(year), civil(day)[0]))


def _last_year(two_digits: int, now: int) -> str:
    year = now - now % 100 + two_digits
    return str(year if year <= now + 1 else year - 100)


def _counted(reading: Counted, context: Context) -> Value:
    number = reading.number
    if number is None:
        return Value(anchor="document", confidence=_OPEN, reason="Before the document's date")
    edtf = context.from_document(lambda day: _shifted(reading.unit, number, day))
    edtf = edtf and checked(f"{edtf}{reading.qualifier}") if "/" not in edtf else edtf
    offset = "" if reading.qualifier else _offset(reading.unit, number)
    return _of_document(edtf, offset)


def _of_document(edtf: str, offset: str) -> Value:
    if edtf:
        reason = "Counted from the document's date"
        return Value(edtf, "document", offset, reason=reason, confidence=_SURE)
    reason = "Counts from the document's date, which is not known so exactly"
    return Value("", "document", offset, reason=reason, confidence=_LIKELY)


def _offset(unit: str, number: int) -> str:
    return f"{'-' if number < 0 else ''}P{abs(number)}{UNITS[unit]}"


def _shifted(unit: str, number: int, day: int) -> str:
    """Return the day, week, month or year so far from a day, as exact as its unit."""
    there = Offset.parse(_offset(unit, number)).added_to(day)
    return _UNIT_OF[unit](there)


def _week(day: int) -> str:
    monday = day - (day - 1) % 7
    return f"{iso_day(monday)}/{iso_day(monday + 6)}"


_UNIT_OF: dict[str, Callable[[int], str]] = {
    "day": iso_day,
    "week": _week,
    "month": lambda day: iso_day(day)[:-3],
    "year": lambda day: iso_day(day)[:-6],
}
#: Where a period of one unit begins and ends is told in the next smaller one.
_SMALLER = {"year": "month", "month": "day", "week": "day", "day": "day"}


def _period(reading: Period, context: Context) -> Value:
    number = reading.number
    if number is None:
        reason = "A time that is not exact, up to the document's date or from it on"
        return Value(anchor="document", confidence=_OPEN, reason=reason)
    smaller = reading.unit if abs(number) > 1 and reading.unit != "week" else ""
    unit = smaller or _SMALLER[reading.unit]
    edtf = context.from_document(lambda day: _stretch(reading.unit, number, unit, day))
    return _of_document(edtf, _offset(reading.unit, number))


def _stretch(unit: str, number: int, precision: str, day: int) -> str:
    there = Offset.parse(_offset(unit, number)).added_to(day)
    ends = [_UNIT_OF[precision](each) for each in sorted((there, day))]
    return "/".join(ends)


def _from_event(reading: FromEvent, context: Context, start: int) -> Value:
    number = reading.number
    is_told = context.told_before(start) and not context.is_future(start, start)
    if reading.or_document and not is_told:
        return _counted(Counted(reading.unit, number), context)
    offset = "" if number is None else _offset(reading.unit, number)
    if reading.start >= 0:
        return Value("", "event", offset, reading.start, reading.end, _SURE, "Counts from an event")
    edtf = "" if number is None else _after_told(reading.unit, number, context.told_before(start))
    reason = "Counts from the date before it" if edtf else "Counts from what was told before"
    return Value(edtf, "event", offset, confidence=_LIKELY if edtf else _OPEN, reason=reason)


def _after_told(unit: str, number: int, edtf: str) -> str:
    """Return a date so far from another, if that is at least as exact as the unit."""
    if not edtf:
        return ""
    date = parse_edtf(edtf)
    earliest, latest = (_shifted(unit, number, day) for day in (date.earliest, date.latest))
    return earliest if earliest == latest else ""


def opened(value: Value, lead: str) -> Value:
    """Return what a date means after "since" or "until": a period without its other end."""
    if not value.edtf or value.edtf[:2] == ".." or value.edtf[-2:] == "..":
        return value
    first, _, last = value.edtf.partition("/")
    edtf = f"{first}/.." if lead == "since" else f"../{last or first}"
    return replace(value, edtf=checked(edtf))
