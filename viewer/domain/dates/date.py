"""A date of a record: as written, as EDTF, or by its distance from something else."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from viewer.domain.dates.calendar import FOREVER, NEVER, add_months
from viewer.domain.dates.edtf import parse_edtf
from viewer.domain.text import shortened
from viewer.errors import InvalidRecordError

_OFFSET = re.compile(
    r"(?P<sign>-?)P(?:(?P<years>\d{1,5})Y)?(?:(?P<months>\d{1,6})M)?"
    r"(?:(?P<weeks>\d{1,6})W)?(?:(?P<days>\d{1,7})D)?",
    re.ASCII,
)


class Span(NamedTuple):
    """The earliest and the latest day that a date allows, as day numbers.

    An undated record has the empty span (`FOREVER`, `NEVER`): it sorts last and no range meets it.
    """

    earliest: int
    latest: int

    @property
    def is_empty(self) -> bool:
        """Whether no day is known at all."""
        return self.earliest > self.latest


UNDATED = Span(FOREVER, NEVER)


@dataclass(frozen=True, slots=True)
class Offset:
    """A signed distance in time: an ISO 8601 duration such as `P5D`, `-P1Y` or `P2W`."""

    sign: int = 1
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Offset":
        """Read a duration; raises `InvalidRecordError`."""
        match = _OFFSET.fullmatch(text)
        if match is None or text.endswith("P"):
            raise InvalidRecordError(
                f"“{shortened(text, 40)}” is not a distance in time. Write for example "
                "P5D (five days after), -P2W (two weeks before), P1Y (a year after) or "
                "P0D (the same day)."
            )
        numbers = {k: int(v) for k, v in match.groupdict("0").items() if k != "sign"}
        return cls(sign=-1 if match["sign"] else 1, **numbers)

    @property
    def units(self) -> dict[str, int]:
        """How many of each unit, from the longest."""
        return {"year": self.years, "month": self.months, "week": self.weeks, "day": self.days}

    def added_to(self, day: int) -> int:
        """Return the day number so far from `day`; no limit stays no limit."""
        if day in (NEVER, FOREVER):
            return day
        months = self.years * 12 + self.months
        return add_months(day, self.sign * months) + self.sign * (self.weeks * 7 + self.days)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as the source gives it.

    `written` holds the source's words, `edtf` an EDTF text of level 0 or 1 (ISO 8601-2). A
    relative date has `anchor_id`, the event or document it counts from, and `offset`, an
    ISO 8601 duration. `basis` says why a value is inferred; it is empty when the source says it.
    """

    written: str = ""
    edtf: str = ""
    anchor_id: str | None = field(default=None)
    offset: str = ""
    basis: str = ""

    @property
    def is_inferred(self) -> bool:
        """Whether the value is a conclusion rather than what the source says."""
        return bool(self.basis)

    @property
    def type(self) -> str:
        """The code of the vocabulary `date_type` that describes it."""
        if not self.edtf:
            return "relative" if self.anchor_id else "undated"
        date = parse_edtf(self.edtf)
        if date.end is not None:
            return "interval"
        if date.start.uncertain or date.start.approximate:
            return "uncertain"
        return "exact" if date.start.precision == "day" else "partial"

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is known."""
        return self == Date()

    def checked(self) -> "Date":
        """Return the date itself; raises `InvalidRecordError` when it cannot be read."""
        if self.edtf:
            parse_edtf(self.edtf)
        if self.offset:
            Offset.parse(self.offset)
        if self.offset and self.anchor_id is None:
            raise InvalidRecordError(
                "A distance in time needs something to count from: choose the event or document."
            )
        return self

    def span(self, anchor: Span | None = None) -> Span:
        """Return the days that the date allows; a relative one needs its anchor's span."""
        if self.edtf:
            date = parse_edtf(self.edtf)
            return Span(date.earliest, date.latest)
        if self.anchor_id is None or anchor is None or anchor.is_empty:
            return UNDATED
        offset = Offset.parse(self.offset or "P0D")
        return Span(offset.added_to(anchor.earliest), offset.added_to(anchor.latest))


#: The date of a record of which nothing is known.
NO_DATE = Date()
