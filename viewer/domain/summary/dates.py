"""Dates of a report: put in words, with the days they allow."""

from viewer.domain.dates import FOREVER, NEVER, Date, iso_day
from viewer.domain.snapshot import Snapshot
from viewer.domain.spans import span_of
from viewer.domain.summary.leaves import Dated, Reference
from viewer.domain.titles import date_phrase, title_of
from viewer.domain.wording import Wording


def dated(view: Snapshot, date: Date, references: tuple[Reference, ...], wording: Wording) -> Dated:
    """Return a date in words, with what a reader needs to judge it."""
    span = span_of(view, date)
    return Dated(
        phrase=date_phrase(view, date, wording),
        relative_to=title_of(view, date.anchor_id, wording),
        written=date.written,
        basis=date.basis,
        earliest="" if span.is_empty or span.earliest == NEVER else iso_day(span.earliest),
        latest="" if span.is_empty or span.latest == FOREVER else iso_day(span.latest),
        references=references,
    )
