"""Which event of the case a document tells of, and who says so."""

from viewer.domain.accepting.reading import Reading, Span
from viewer.domain.records import Event, Evidence, Passage
from viewer.domain.suggestions import SuggestedEvent, SuggestedQuote


def claimed_in(reading: Reading, event: SuggestedEvent) -> SuggestedQuote | None:
    """Return the quote that tells of an event; None where the document tells of it, too."""
    quotes = [reading.quote_around(span) for span in (event.trigger, *event.also)]
    return quotes[0] if all(quote is not None for quote in quotes) else None


def told_event(reading: Reading, event: SuggestedEvent) -> str | None:
    """Return the event of the case that these words are evidence of.

    One sentence may tell of several: where words say what type they are, these decide.
    """
    for each in reading.marks.evidence(event.trigger):
        if each.field == "type" and isinstance(reading.case.find(each.record_id), Event):
            return each.record_id
    for each in reading.marks.evidence((event.start, event.end)):
        record = reading.case.find(each.record_id)
        if isinstance(record, Event) and each.field == "" and _may_be(reading, record, event):
            return record.id
    return None


def _may_be(reading: Reading, record: Event, event: SuggestedEvent) -> bool:
    """Whether no other words of the sentence than these say what the event is."""
    ties = reading.case.where(Evidence, record_id=record.id, field="type")
    spans = [_span(reading, tie.passage_id) for tie in ties]
    inside = [span for span in spans if span and event.start <= span[0] < event.end]
    start, end = event.trigger
    return not inside or any(a < end and start < b for a, b in inside)


def _span(reading: Reading, passage_id: str) -> Span | None:
    passage = reading.case.get(Passage, passage_id)
    is_here = passage.document_id == reading.document.id
    return (passage.start, passage.end) if is_here else None
