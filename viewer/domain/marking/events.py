"""Marked words as an event: what happened, where, and who had which part in it."""

from collections.abc import Iterable

from viewer.domain.ids import new_id
from viewer.domain.marking.acts import act_of
from viewer.domain.marking.draft import Draft, Marked, names_of, names_of_place, within
from viewer.domain.marking.passages import Words
from viewer.domain.marking.people import New
from viewer.domain.reader import CaseReader
from viewer.domain.records import Event, Involvement, Person, Place


def event(
    case: CaseReader,
    words: Words,
    event: Event,
    parts: Iterable[tuple[str, str]] = (),
    news: Iterable[New] = (),
) -> Marked:
    """Return an event that words tell of, with who took part and whom and what that creates.

    `parts` are ids of persons with their roles. The words are evidence of the event as a whole
    and of each field and part that they name.
    """
    draft = Draft(case)
    names = {new.id: [new.text] for new in news}
    for new in news:
        draft.new(new, within(words, new.text))
    draft.add(event)
    draft.tie(event.id, "", words)
    _tie_fields(draft, words, event, _forms(case, event.place_id, names))
    for person_id, role in parts:
        part = Involvement(id=new_id(), event_id=event.id, person_id=person_id, role=role)
        draft.add(part)
        if _first_within(words, _forms(case, person_id, names)) is not None:
            draft.tie(part.id, "", words)
    return Marked(draft.change_set("Add event"), event.id, draft.passage(words).id)


def _tie_fields(draft: Draft, words: Words, event: Event, places: list[str]) -> None:
    if event.type == act_of(words.text) != "other":
        draft.tie(event.id, "type", words)
    if event.date.written and (date := within(words, event.date.written)) is not None:
        draft.tie(event.id, "date", date)
    if (place := _first_within(words, places)) is not None:
        draft.tie(event.id, "place_id", place)


def _first_within(words: Words, names: list[str]) -> Words | None:
    return next((found for name in names if (found := within(words, name)) is not None), None)


def _forms(case: CaseReader, id: str | None, new: dict[str, list[str]]) -> list[str]:
    """Return every written form of a person or place, of the case or about to be in it."""
    record = case.find(id) if id else None
    match record:
        case Person():
            return names_of(case, record)
        case Place():
            return names_of_place(record)
        case _:
            return new.get(id or "", [])
