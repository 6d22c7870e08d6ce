"""Suggested events: what is proposed of them, and the records that they become."""

from collections.abc import Iterator

from viewer.domain.accepting.dates import date_of
from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.parts import write_parts
from viewer.domain.accepting.proposal import Proposal, joined
from viewer.domain.accepting.reading import Reading
from viewer.domain.accepting.told import claimed_in, told_event
from viewer.domain.ids import new_id
from viewer.domain.records import Event
from viewer.domain.suggestions import SuggestedEvent
from viewer.domain.text import shortened
from viewer.domain.vocabularies import vocabulary


def event_proposals(reading: Reading) -> Iterator[Proposal]:
    """Yield what is proposed of events, without those of the case and those turned down."""
    for event in reading.of(SuggestedEvent):
        is_rejected = reading.is_rejected("event", span=event.trigger)
        if told_event(reading, event) is None and not is_rejected:
            yield _proposal(reading, event)


def _proposal(reading: Reading, event: SuggestedEvent) -> Proposal:
    start, end = event.trigger
    also = (span for span in event.also if reading.words(span) is not None)
    return Proposal(
        key=f"event:{start}-{end}",
        kind="event",
        label=_title(event),
        detail=joined(*_details(reading, event)),
        spans=((event.start, event.end), *also),
        confidence=event.confidence,
        reason=event.reason,
        suggestions=(event,),
    )


def _title(event: SuggestedEvent) -> str:
    return " ".join(event.title.split()) or shortened(event.text)


def _details(reading: Reading, event: SuggestedEvent) -> Iterator[str]:
    yield vocabulary("act").label(event.act)
    yield date_of(reading, event.date).written
    yield reading.said_of("place", event.place)
    for part in event.parts:
        who = reading.said_of("person", part.who)
        yield f"{vocabulary('role').label(part.role).lower()}: {who}" if who else ""
    quote = claimed_in(reading, event)
    yield f"as {reading.said_of('person', quote.speaker) or 'somebody'} says" if quote else ""


def write_event(deed: Deed, event: SuggestedEvent) -> str:
    """Write an event with its place and parts; returns its id.

    What its date counts from, where that is another event, is written afterwards
    (`anchors.write_anchors`).
    """
    known = told_event(deed.reading, event)
    if known is not None:
        return known
    record = _record(deed, event)
    deed.draft.add(record)
    deed.events[event.trigger] = record.id
    _tie_fields(deed, record, event)
    write_parts(deed, record.id, event)
    return record.id


def _record(deed: Deed, event: SuggestedEvent) -> Event:
    return Event(
        id=new_id(),
        title=_title(event),
        type=event.act,
        date=date_of(deed.reading, event.date),
        place_id=deed.place(event.place),
        status="alleged" if claimed_in(deed.reading, event) else "reported",
    )


def _tie_fields(deed: Deed, record: Event, event: SuggestedEvent) -> None:
    for span in ((event.start, event.end), *event.also):
        deed.tie(record.id, "", span)
    if record.type != "other":
        deed.tie(record.id, "type", event.trigger)
    if event.date is not None and record.date.written:
        deed.tie(record.id, "date", (event.date.start, event.date.end))
    if record.place_id is not None:
        deed.tie_meant(record.id, "place_id", "place", event.place)
    quote = claimed_in(deed.reading, event)
    if quote is not None and quote.speaker is not None:
        span = (quote.speaker.start, quote.speaker.end)
        deed.tie(record.id, "status", span, note="One person says so")
