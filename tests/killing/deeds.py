"""What a busy user does, drawn at random: each deed fits the case as it is."""

from dataclasses import replace
from hashlib import sha256
from random import Random
from typing import TypeVar

from viewer.domain.changes import Change, ChangeSet, combined, creation, deletion, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Annotation,
    Case,
    Document,
    Event,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Tag,
    Tagging,
)
from viewer.store import CaseFile

R = TypeVar("R", bound=Record)

#: Above this many records more is deleted than added.
_MANY = 250
#: Bytes that no file of an encrypted case may hold.
CANARY = b"Amjad"
_TEXT = "Amjad said: “we stay” 😀 قال أمجد: «نبقى». " * 40
_WORDS = ("Amjad", "أمجد الدهامات", "العِمارة", "Hasanain", "a march", "the square", "😀", "٤٤")
#: A field of each kind that takes any words.
_FREE = {
    "person": "about",
    "event": "description",
    "place": "name",
    "name": "text",
    "involvement": "detail",
    "quote": "note",
    "evidence": "note",
    "annotation": "body",
    "tag": "label",
    "document": "note",
    "case": "summary",
}


def fingerprint(record: Record) -> int:
    return int.from_bytes(sha256(repr(record).encode()).digest())


class Picture:
    """All records of a case, and one number for all of them, whatever their order."""

    def __init__(self, case_file: CaseFile) -> None:
        self.records = {r.id: r for kind in KINDS.values() for r in case_file.all(kind)}
        self.number = 0
        for record in self.records.values():
            self.number ^= fingerprint(record)

    def after(self, change_set: ChangeSet) -> int:
        number = self.number
        for change in change_set.changes:
            for record in (change.before, change.after):
                number ^= fingerprint(record) if record is not None else 0
        return number

    def follow(self, change_set: ChangeSet) -> None:
        self.number = self.after(change_set)
        for change in change_set.changes:
            self.records.pop(change.id, None)
            if change.after is not None:
                self.records[change.id] = change.after

    def of(self, kind: type[R]) -> list[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]


def any_deed(rng: Random, picture: Picture, case_file: CaseFile) -> ChangeSet:
    """Draw what is done next; perhaps nothing."""
    if len(picture.records) > _MANY:
        draw = rng.choice([_deleted, _deleted, _places_gone, _edited])
    else:
        draw = rng.choice([*_ADDING, _edited, _edited, _deleted, _merged])
    return draw(rng, picture, case_file)


def _words(rng: Random) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randint(1, 12)))


def _person(rng: Random, picture: Picture, _: CaseFile) -> ChangeSet:
    person = Person(id=new_id(), about=_words(rng))
    names = [Name(id=new_id(), person_id=person.id, text=_words(rng))]
    if rng.random() < 0.5:
        names.append(replace(names[0], id=new_id(), text=_words(rng), type="alias"))
    return creation(person, *names)


def _event(rng: Random, picture: Picture, _: CaseFile) -> ChangeSet:
    place = Place(id=new_id(), name=_words(rng))
    event = Event(id=new_id(), title=_words(rng), place_id=place.id)
    persons = picture.of(Person)
    chosen = rng.sample(persons, k=min(len(persons), rng.randint(0, 3)))
    parts = [Involvement(id=new_id(), event_id=event.id, person_id=p.id) for p in chosen]
    return creation(place, event, *parts)


def _document(rng: Random, picture: Picture, _: CaseFile) -> ChangeSet:
    text = _words(rng) + _TEXT
    document, content = received(text.encode(), text, title=_words(rng))
    return creation(document, contents=(content,))


def _quote(rng: Random, picture: Picture, case_file: CaseFile) -> ChangeSet:
    documents = picture.of(Document)
    if not documents:
        return _document(rng, picture, case_file)
    document = rng.choice(documents)
    start = rng.randrange(len(document.text) - 40)
    passage = passage_at(document, start, start + rng.randint(1, 40))
    persons: list[Person | None] = [*picture.of(Person), None]
    speaker = rng.choice(persons)
    quote = Quote(
        id=new_id(), passage_id=passage.id, speaker_id=speaker.id if speaker is not None else None
    )
    evidence = Evidence(id=new_id(), record_id=quote.id, field="form", passage_id=passage.id)
    return creation(passage, quote, evidence)


def _note(rng: Random, picture: Picture, _: CaseFile) -> ChangeSet:
    target = rng.choice([*picture.of(Person), *picture.of(Passage), *picture.of(Case)])
    note = Annotation(id=new_id(), target_id=target.id, body=_words(rng))
    tags = picture.of(Tag)
    tag = rng.choice(tags) if tags and rng.random() < 0.7 else Tag(id=new_id(), label=_words(rng))
    made = [] if tag in tags else [tag]
    return creation(note, *made, Tagging(id=new_id(), tag_id=tag.id, target_id=note.id))


def _places(rng: Random, picture: Picture, _: CaseFile) -> ChangeSet:
    return creation(*(Place(id=new_id(), name=_words(rng)) for _ in range(rng.randint(20, 80))))


def _places_gone(rng: Random, picture: Picture, case_file: CaseFile) -> ChangeSet:
    free = [place for place in picture.of(Place) if not case_file.referring(place.id)]
    return deletion(*free[: rng.randint(0, len(free))])


def _edited(rng: Random, picture: Picture, _: CaseFile) -> ChangeSet:
    several = rng.sample(list(picture.records.values()), k=min(3, len(picture.records)))
    known = [record for record in several if record.kind in _FREE][: rng.randint(1, 3)]
    return combined("Edit", [edit(r, **{_FREE[r.kind]: _words(rng)}) for r in known])


def _deleted(rng: Random, picture: Picture, case_file: CaseFile) -> ChangeSet:
    ids = [record.id for record in picture.records.values() if record.kind != "case"]
    return case_file.removal_of(rng.choice(ids)) if ids else ChangeSet("", ())


def _merged(rng: Random, picture: Picture, case_file: CaseFile) -> ChangeSet:
    """Give one person all that another has, and delete the other."""
    persons = picture.of(Person)
    if len(persons) < 2:
        return ChangeSet("", ())
    kept, gone = rng.sample(persons, k=2)
    changes = [Change(r, _given(r, gone.id, kept.id)) for r in case_file.referring(gone.id)]
    return ChangeSet("Merge persons", (*changes, Change(gone, None)))


def _given(record: Record, old: str, new: str) -> Record:
    match record:
        case Name():
            return replace(record, person_id=new, type="alias")
        case Quote():
            return replace(record, speaker_id=new)
        case Annotation():
            return replace(record, target_id=new)
        case Involvement():
            return replace(record, person_id=new)
    raise AssertionError(record)


_ADDING = (_person, _event, _quote, _quote, _note, _places, _document)
