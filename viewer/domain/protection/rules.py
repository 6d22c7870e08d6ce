"""Who and what is kept from an audience, decided before anything is replaced."""

from dataclasses import dataclass

from viewer.domain.audiences import gives, treatment
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Annotation,
    Audience,
    Document,
    Event,
    Evidence,
    Figure,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
)
from viewer.domain.text import words

_WORDS = ("Person", "Individual", "Human")
#: Fields of a quote whose words introduce, and so describe, the speaker.
_SPEAKER = ("speaker_id", "attribution")
_WHERE_AND_WHEN = ("place_id", "date")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is hidden, who is masked (id to pseudonym), and of whom details are withheld."""

    audience: Audience
    #: Persons and items of whom nothing is given, and places that would tell of others.
    hidden: frozenset[str]
    #: Those of the hidden that are places, whose names must not be read either.
    places: frozenset[str]
    #: Persons who appear under a pseudonym.
    masks: dict[str, str]
    #: Those of the masked whose details are withheld.
    bare: frozenset[str]
    #: Persons who do not appear at all.
    absent: frozenset[str]
    #: Events of which place and date would single somebody out.
    singling: frozenset[str]
    #: Records whose evidence describes somebody of whom details are withheld.
    describing: frozenset[str]
    #: Quotes of such speakers: what introduces a speaker describes the speaker.
    spoken: frozenset[str]

    @property
    def protected(self) -> frozenset[str]:
        """The persons whose names must not be read."""
        return self.absent | self.masks.keys()

    def is_of_a_detail(self, evidence: Evidence) -> bool:
        """Tell whether a piece of evidence speaks of a detail that is withheld."""
        of_person = evidence.record_id in self.describing
        of_speaker = evidence.record_id in self.spoken and evidence.field in _SPEAKER
        of_event = evidence.record_id in self.singling and evidence.field in _WHERE_AND_WHEN
        return of_person or of_speaker or of_event


def pseudonyms(case: CaseReader) -> dict[str, str]:
    """Return every person's pseudonym by id: the given one, or "Person 4" by order of entry."""
    persons = list(case.all(Person))
    taken, word = {person.pseudonym for person in persons}, _word_for_persons(case)
    free = (name for n in range(1, 2 * len(persons) + 1) if (name := f"{word} {n}") not in taken)
    return {
        person.id: person.pseudonym or fallback
        for person, fallback in zip(persons, free, strict=False)
    }


def _word_for_persons(case: CaseReader) -> str:
    """A word that is nobody's name."""
    names = {word for name in case.all(Name) for word in words(name.text)}
    return next((word for word in _WORDS if word.lower() not in names), _WORDS[0])


def rules_for(case: CaseReader, audience: Audience) -> Rules:
    """Return what is kept from an audience."""
    appears = {p.id: treatment(audience, p.protection) for p in case.all(Person)}
    names = pseudonyms(case)
    bare = frozenset(id for id, how in appears.items() if how == "bare")
    absent = frozenset(id for id, how in appears.items() if how == "left_out")
    singling = frozenset(i.event_id for i in case.all(Involvement) if i.person_id in bare)
    withheld = frozenset(p.id for p in case.all(Place) if not gives(audience, p.protection))
    places = withheld | _telling_places(case, singling)
    return Rules(
        audience=audience,
        hidden=absent | places | _items(case, audience),
        places=places,
        masks={id: names[id] for id, how in appears.items() if how in ("pseudonym", "bare")},
        bare=bare,
        absent=absent,
        singling=singling,
        describing=bare | {part.id for part in case.all(Involvement) if part.person_id in bare},
        spoken=frozenset(quote.id for quote in case.all(Quote) if quote.speaker_id in bare),
    )


def _items(case: CaseReader, audience: Audience) -> frozenset[str]:
    """Return the events, documents and notes that are not given."""
    items: tuple[Event | Document | Annotation, ...] = (
        *case.all(Event),
        *case.all(Document),
        *case.all(Annotation),
    )
    gone = {item.id for item in items if not gives(audience, item.protection)}
    if audience.notes != "included":
        gone |= {note.id for note in case.all(Annotation)}
    return frozenset(gone)


def _telling_places(case: CaseReader, singling: frozenset[str]) -> frozenset[str]:
    """A place that is only there because of those events would still say where they were."""
    if not singling:
        return frozenset()
    told = {event.place_id for event in case.all(Event) if event.id in singling}
    others = {event.place_id for event in case.all(Event) if event.id not in singling}
    others |= {figure.place_id for figure in case.all(Figure)}
    others |= {place.part_of_id for place in case.all(Place) if place.id not in told}
    return frozenset(id for id in told - others if id)
