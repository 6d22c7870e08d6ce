"""Dates as people say them: "about October 2019", "five days after the killing of …"."""

import re

from viewer.domain.dates.calendar import civil
from viewer.domain.dates.date import Date, Offset
from viewer.domain.dates.edtf import Edtf, EdtfError, EdtfPoint, parse_edtf
from viewer.domain.dates.months import MONTHS

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]

#: A title such as "Killing of …" becomes part of a sentence: "five days after the killing of …".
_KIND_OF_EVENT = re.compile(r"^[A-Z][a-z]+(?= of )")


def phrase(date: Date, anchor: str = "") -> str:
    """Return the date in words; `anchor` is the title of what a relative date counts from.

    A year that the source does not give is marked as inferred. A blank date gives "".
    """
    if date.edtf:
        said = edtf_phrase(parse_edtf(date.edtf))
        return f"{said} (inferred)" if date.is_inferred else said
    if date.anchor_id is not None and anchor:
        return relative_phrase(Offset.parse(date.offset or "P0D"), anchor)
    return date.written


def moment_phrase(moment: str) -> str:
    """Return a UTC time of ISO 8601 in words, to the minute; anything else as it is."""
    day, _, time = moment.partition("T")
    try:
        return f"{edtf_phrase(parse_edtf(day))}, {time[:5]} UTC" if time else moment
    except EdtfError:
        return moment


def edtf_phrase(date: Edtf) -> str:
    """Return an EDTF date or interval in words."""
    if date.end is None:
        return _point(date.start)
    if date.start.precision in ("open", "unknown"):
        return f"until {_point(date.end)}"
    if date.end.precision == "open":
        return f"since {_point(date.start)}"
    if date.end.precision == "unknown":
        return f"from {_point(date.start)}, end unknown"
    return f"{_point(date.start)} to {_point(date.end)}"


def _point(point: EdtfPoint) -> str:
    said = _plain(point)
    if point.approximate:
        said = f"about {said}"
    return f"perhaps {said}" if point.uncertain else said


def _plain(point: EdtfPoint) -> str:
    year, month, day = civil(point.earliest)
    name = str(year) if year > 0 else f"{1 - year} BCE"
    match point.precision:
        case "day":
            return f"{day} {MONTHS[month - 1]} {name}"
        case "month":
            return f"{MONTHS[month - 1]} {name}"
        case "season" if month == 12 and year > 0:
            # The months after New Year belong to it.
            return f"winter {name}/{(year + 1) % 100:02}"
        case "season":
            return f"{_SEASONS[month]} {name}"
        case "decade" if year > 0:
            return f"the {name}s"
        case "decade":
            return f"the years {name} to {year + 9}"
        case "century":
            return f"the years {name} to {year + 99}"
        case _:
            return name


def relative_phrase(offset: Offset, anchor: str) -> str:
    """Return a distance from something in words."""
    units = {
        "year": offset.years,
        "month": offset.months,
        "week": offset.weeks,
        "day": offset.days,
    }
    anchor = _KIND_OF_EVENT.sub(lambda match: f"the {match[0].lower()}", anchor)
    parts = [_counted(number, unit) for unit, number in units.items() if number]
    if not parts:
        return f"at the time of {anchor}"
    return f"{' and '.join(parts)} {'after' if offset.sign > 0 else 'before'} {anchor}"


def _counted(number: int, unit: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {unit}" if number == 1 else f"{word} {unit}s"
