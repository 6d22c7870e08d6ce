"""What the words of a date say, before it is known from what they count.

Years are texts as in EDTF: "2019", "199X" for the nineties, "" where none is said.
"""

from dataclasses import dataclass
from functools import lru_cache

from viewer.domain.dates import EdtfError, parse_edtf

#: Letters of ISO 8601 for the units of an offset.
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season (21 to 24) or year, as far as it is said.

    `qualifier` is "~" for about, `weekday` 0 for Monday to 6, `which` "last", "this" or "next".
    `years` are counted from the year of the document, as in "May last year".
    """

    year: str = ""
    month: int = 0
    day: int = 0
    weekday: int = -1
    qualifier: str = ""
    which: str = ""
    years: int | None = None

    @property
    def edtf(self) -> str:
        """The EDTF text; "" without a year or where there is no such day."""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        edtf = f"{self.year}{month}{day}{self.qualifier}"
        return checked(edtf) if self.year not in ("", "..") else self.year


#: The end of what goes on.
OPEN = Moment("..")


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another, both included."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Numeric:
    """Day and month in digits, in which order is for the rest of the text to say."""

    first: int
    second: int
    year: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of units before or after the document's own date, as in "two days ago".

    `number` is negative for the past and None where it is not exact.
    """

    unit: str
    number: int | None
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The units up to the document's date or from it on, as in "the last two years"."""

    unit: str
    number: int | None


@dataclass(frozen=True, slots=True)
class FromEvent:
    """A number of units after, or if negative before, what the span tells of.

    Without a span (-1) it counts from the date that was told before, or with `or_document` from
    the document's date where none was.
    """

    unit: str
    number: int | None
    start: int = -1
    end: int = -1
    or_document: bool = False


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday; `which` is "last", "this", "next" or "" for the nearest."""

    which: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A date that is found but not read, for a reason that is told to the user."""

    reason: str


Reading = Moment | Range | Numeric | Counted | Period | FromEvent | Weekend | Unread


@lru_cache(4096)
def checked(edtf: str) -> str:
    """Return an EDTF text, or "" if it is none, as for 31 February."""
    try:
        parse_edtf(edtf)
    except EdtfError:
        return ""
    return edtf
