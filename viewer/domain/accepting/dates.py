"""Suggested dates as records keep them: as written, and counted only from what is known."""

import re

from viewer.domain.accepting.reading import Reading
from viewer.domain.dates import NO_DATE, Date, EdtfError, Offset, parse_edtf, phrase
from viewer.domain.suggestions import SuggestedDate
from viewer.domain.text import folded
from viewer.errors import InvalidRecordError

#: A distance in days is one; "last year" is none, and would give a day that nobody names.
_DAYS = re.compile(r"-?P\d+D")
_YEAR = re.compile(r"\d\d(\d\d)")


def date_of(reading: Reading, suggested: SuggestedDate | None) -> Date:
    """Return a suggested date. What its words do not say by themselves has its basis."""
    if suggested is None:
        return NO_DATE
    words = reading.words((suggested.start, suggested.end))
    if words is None:
        return NO_DATE
    edtf = suggested.edtf if _is_edtf(suggested.edtf) else ""
    if edtf:
        return Date(words.line, edtf, basis=_basis(reading, suggested, words.line))
    if suggested.anchor == "document" and _DAYS.fullmatch(suggested.offset):
        return Date(words.line, anchor_id=reading.document.id, offset=suggested.offset)
    return Date(words.line)


def _is_edtf(text: str) -> bool:
    try:
        return bool(text) and bool(parse_edtf(text))
    except EdtfError:
        return False


def is_offset(text: str) -> bool:
    """Whether a text is a distance in time."""
    try:
        return bool(text) and bool(Offset.parse(text))
    except InvalidRecordError:
        return False


def _basis(reading: Reading, suggested: SuggestedDate, line: str) -> str:
    published = phrase(reading.document.published)
    match suggested.anchor:
        case "document":
            return f"Counted from the date of the document{', ' if published else ''}{published}"
        case "event":
            anchor = reading.words((suggested.anchor_start, suggested.anchor_end))
            return f"Counted from “{anchor.line}”" if anchor else "Counted from another event"
        case _:
            year = _YEAR.match(suggested.edtf)
            is_said = year is None or year[1] in folded(line)
            return "" if is_said else "The year does not stand in these words"
