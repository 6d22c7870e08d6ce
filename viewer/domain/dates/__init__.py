"""Dates as people give them: as written, as EDTF, relative to a document or an event."""

from viewer.domain.dates.calendar import FOREVER, NEVER, civil, day_number, iso_day
from viewer.domain.dates.date import NO_DATE, UNDATED, Date, Offset, Span
from viewer.domain.dates.edtf import EdtfError, parse_edtf
from viewer.domain.dates.phrases import moment_phrase, phrase

__all__ = [
    "FOREVER",
    "NEVER",
    "NO_DATE",
    "UNDATED",
    "Date",
    "EdtfError",
    "Offset",
    "Span",
    "civil",
    "day_number",
    "iso_day",
    "moment_phrase",
    "parse_edtf",
    "phrase",
]
