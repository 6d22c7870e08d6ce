"""The days that a date of a case allows, a relative date followed to what it counts from."""

from viewer.domain.dates import UNDATED, Date, Span
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Event, Figure

#: A chain of relative dates longer than this is taken for a circle.
LONGEST = 100


def span_of(case: CaseReader, date: Date, depth: int = 0) -> Span:
    """Return the earliest and latest day of a date; `UNDATED` where none is known."""
    if date.edtf or not date.anchor_id or depth > LONGEST:
        return date.span()
    match case.find(date.anchor_id):
        case Event(date=anchor) | Document(published=anchor) | Figure(period=anchor):
            return date.span(span_of(case, anchor, depth + 1))
    return UNDATED
