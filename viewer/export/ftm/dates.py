"""Dates as FollowTheMoney has them: `2019`, `2019-10` or `2019-10-25`, and nothing between.

What such a prefix cannot say (about, perhaps, a season, why it is inferred) stands in words beside.
"""

import re
from datetime import datetime

from viewer.domain.dates import Date, iso_day, parse_edtf
from viewer.domain.dates.calendar import FOREVER, NEVER, civil
from viewer.domain.snapshot import Snapshot
from viewer.domain.spans import span_of
from viewer.domain.text import unisolated
from viewer.domain.titles import date_phrase

#: Years that its dates can have.
_YEARS = range(1000, 10_000)
_MOMENT = re.compile(r"[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def when(view: Snapshot, date: Date) -> dict[str, str]:
    """Return the properties of a date: `date`, or `startDate` and `endDate` of an interval."""
    if date.type == "interval":
        interval = parse_edtf(date.edtf)
        assert interval.end is not None
        ends = {"startDate": interval.start, "endDate": interval.end}
        return {name: prefix(end.earliest, end.latest) for name, end in ends.items()}
    span = span_of(view, date)
    return {} if span.is_empty else {"date": prefix(span.earliest, span.latest)}


def moment(written: str) -> str:
    """Return a UTC time of ISO 8601 as the format has it, without its "Z"; "" for anything else."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return ""
    return written[:-1] if _MOMENT.fullmatch(written) else ""


def prefix(earliest: int, latest: int) -> str:
    """Return the day, month or year that two days (their numbers) lie in; "" for none."""
    if NEVER in (earliest, latest) or FOREVER in (earliest, latest):
        return ""
    (year, month, _), (last_year, last_month, _) = civil(earliest), civil(latest)
    if year != last_year or year not in _YEARS:
        return ""
    if earliest == latest:
        return iso_day(earliest)
    return iso_day(earliest)[: 7 if month == last_month else 4]


def in_words(view: Snapshot, date: Date) -> str:
    """Return a date as it is shown and as the source says it, where its prefix is not all."""
    prefixes = set(when(view, date).values())
    if date.is_blank or (prefixes == {date.edtf} and not date.written and not date.is_inferred):
        return ""
    said = unisolated(date_phrase(view, date))
    written = f" (“{date.written}”)" if date.written not in ("", said) else ""
    return f"{said}{written}" + (f", inferred: {date.basis}" if date.is_inferred else "")
