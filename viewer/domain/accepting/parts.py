"""Who took part in a suggested event, with the words that say so."""

from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.reading import Span
from viewer.domain.ids import new_id
from viewer.domain.records import Involvement
from viewer.domain.suggestions import Part, SuggestedEvent

#: Code points that words may be long in which somebody's part is told.
_LONG = 160


def write_parts(deed: Deed, event_id: str, event: SuggestedEvent) -> None:
    """Write everybody's part; of one who has the same part twice, further words for it."""
    written: dict[tuple[str, str], str] = {}
    for part in event.parts:
        person_id = deed.person(part.who)
        if person_id is None:
            continue
        id = written.get((person_id, part.role)) or _write(deed, event_id, person_id, part)
        written[person_id, part.role] = id
        note = deed.reading.note_on("person", part.who)
        deed.tie(id, "", _telling(event, part), note=note)


def _write(deed: Deed, event_id: str, person_id: str, part: Part) -> str:
    involvement = Involvement(id=new_id(), event_id=event_id, person_id=person_id, role=part.role)
    return deed.draft.add(involvement)


def _telling(event: SuggestedEvent, part: Part) -> Span:
    """Return the words from who it is to what happened, as in "Salma Rahim was arrested"."""
    who = (part.who.start, part.who.end)
    start, end = min(who[0], event.trigger[0]), max(who[1], event.trigger[1])
    is_told = event.start <= start and end <= event.end
    if is_told and end - start <= _LONG:
        return start, end
    told_in = ((event.start, event.end), *event.also)
    return next((span for span in told_in if span[0] <= who[0] and who[1] <= span[1]), who)
