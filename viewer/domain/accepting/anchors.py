"""Dates that count from another event of the same document, as in "two days after the arrest"."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from viewer.domain.accepting.dates import is_offset
from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.reading import Reading, Span
from viewer.domain.accepting.told import told_event
from viewer.domain.dates import Date
from viewer.domain.marking.acts import act_of
from viewer.domain.records import Document, Event
from viewer.domain.suggestions import SuggestedEvent, SuggestedName


def write_anchors(deed: Deed) -> None:
    """Let the dates of events count from one another, where both are known and one is new."""
    if not deed.events:
        return
    for event in deed.reading.of(SuggestedEvent):
        other = _anchor(deed.reading, event)
        if other is not None and {event.trigger, other.trigger} & deed.events.keys():
            _write(deed, event, _id(deed, event), _id(deed, other))


def _id(deed: Deed, event: SuggestedEvent) -> str | None:
    return deed.events.get(event.trigger) or told_event(deed.reading, event)


def _write(deed: Deed, event: SuggestedEvent, id: str | None, anchor: str | None) -> None:
    if id is None or anchor is None or event.date is None:
        return
    record = deed.draft.get(Event, id)
    words = deed.reading.words((event.date.start, event.date.end))
    if words is not None and record.date == Date(words.line) and not _leads(deed, anchor, id):
        offset = event.date.offset
        deed.draft.edit(record, date=replace(record.date, anchor_id=anchor, offset=offset))


def _leads(deed: Deed, id: str | None, to: str) -> bool:
    """Whether a date counts in the end from an event or document."""
    seen: set[str] = set()
    while id is not None and id not in seen and id != to:
        seen.add(id)
        id = _date(deed, id).anchor_id
    return id == to


def _date(deed: Deed, id: str) -> Date:
    record = deed.draft.find(id)
    match record:
        case Event():
            return record.date
        case Document():
            return record.published
        case _:
            return Date()


def _anchor(reading: Reading, event: SuggestedEvent) -> SuggestedEvent | None:
    """Return the one event that the words tell of from which a date counts."""
    if event.date is None or event.date.anchor != "event" or not is_offset(event.date.offset):
        return None
    words = (event.date.anchor_start, event.date.anchor_end)
    others = [each for each in reading.of(SuggestedEvent) if each.trigger != event.trigger]
    ways: tuple[Callable[[SuggestedEvent], bool], ...] = (
        lambda other: any(_holds(words, span) for span in (other.trigger, *other.also)),
        lambda other: _is_same_act(reading, words, other),
        lambda other: any(_holds(span, words) for span in other.also),
    )
    found = (_only(filter(way, others)) for way in ways)
    return next((other for other in found if other is not None), None)


def _only(found: Iterable[SuggestedEvent]) -> SuggestedEvent | None:
    events = list(found)
    return events[0] if len(events) == 1 else None


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_same_act(reading: Reading, span: Span, event: SuggestedEvent) -> bool:
    """Whether words name the act of an event and one of those who took part in it."""
    words = reading.words(span)
    if words is None or not event.act == act_of(words.text) != "other":
        return False
    names = {part.who.name for part in event.parts if part.who.name}
    mentions = reading.of(SuggestedName)
    return any(m.name in names and _holds(span, (m.start, m.end)) for m in mentions)
