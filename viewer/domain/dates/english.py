"""Dates in English words."""

import re

from viewer.domain.dates.calendar import civil
from viewer.domain.dates.date import Offset
from viewer.domain.dates.edtf import EdtfPoint
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


class English:
    """How English says dates: "about October 2019", "five days after the killing of …"."""

    def point(self, point: EdtfPoint) -> str:
        """Return a point in time by itself."""
        said = _plain(point)
        if point.approximate:
            said = f"about {said}"
        return f"perhaps {said}" if point.uncertain else said

    def until(self, end: EdtfPoint) -> str:
        """Return an interval of which only the end is known."""
        return f"until {self.point(end)}"

    def since(self, start: EdtfPoint) -> str:
        """Return an interval that has not ended."""
        return f"since {self.point(start)}"

    def from_then(self, start: EdtfPoint) -> str:
        """Return an interval whose end is not known."""
        return f"from {self.point(start)}, end unknown"

    def between(self, start: EdtfPoint, end: EdtfPoint) -> str:
        """Return an interval with both its ends."""
        return f"{self.point(start)} to {self.point(end)}"

    def relative(self, offset: Offset, anchor: str) -> str:
        """Return a distance from what has the title `anchor`."""
        anchor = _KIND_OF_EVENT.sub(lambda match: f"the {match[0].lower()}", anchor)
        parts = [_counted(number, unit) for unit, number in offset.units.items() if number]
        if not parts:
            return f"at the time of {anchor}"
        return f"{' and '.join(parts)} {'after' if offset.sign > 0 else 'before'} {anchor}"

    def inferred(self, said: str) -> str:
        """Return a date in words, marked as a conclusion."""
        return f"{said} (inferred)"

    def moment(self, day: EdtfPoint, time: str) -> str:
        """Return a day and a UTC time such as "12:05"."""
        return f"{self.point(day)}, {time} UTC"


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


def _counted(number: int, unit: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {unit}" if number == 1 else f"{word} {unit}s"
