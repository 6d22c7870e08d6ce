"""The files that are mutated, plain and encrypted."""

import shutil
from pathlib import Path
from random import Random

from tests.mutating.mutations import BY_ENGINE, ON_BYTES
from viewer.domain.changes import ChangeSet, creation, edit
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Annotation,
    Case,
    Event,
    Evidence,
    Figure,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
)
from viewer.domain.sample import sample_case
from viewer.store import CaseFile
from viewer.store.keys import Key

#: How often the sample is mutated, rather than the small case.
_LARGER = 0.05


class Bases:
    """Sound case files, made once, each with a little history."""

    def __init__(self, folder: Path) -> None:
        self.key = Key.random()
        self.sample = _made(folder / "sample.casefile", None, *sample_case())
        small = (Case(id="1" * 36, title="Small"), _small())
        self.small = _made(folder / "small.casefile", None, *small)
        self.encrypted = _made(folder / "encrypted.casefile", self.key, *small)


def _small() -> ChangeSet:
    """A few records of each kind that a mutation could meet."""
    text = "Salma Rahim said in Basra that two men were taken away on 3 May 2020."
    document, content = received(text.encode(), text, title="A testimony")
    passage = passage_at(document, 0, 11)
    person, place = Person(id=new_id()), Place(id=new_id(), name="Basra")
    event = Event(id=new_id(), title="Abduction", place_id=place.id, date=Date(edtf="2020-05-03"))
    records = (
        document,
        passage,
        person,
        Name(id=new_id(), person_id=person.id, text="Salma Rahim"),
        place,
        event,
        Involvement(id=new_id(), event_id=event.id, person_id=person.id, role="witness"),
        Quote(id=new_id(), passage_id=passage.id, speaker_id=person.id),
        Figure(id=new_id(), number=2, counted="men", claimant_id=person.id),
        Evidence(id=new_id(), record_id=event.id, field="date", passage_id=passage.id),
        Annotation(id=new_id(), target_id=passage.id, body="Ask **her** brother."),
    )
    return creation(*records, contents=(content,))


def _made(path: Path, key: Key | None, case: Case, first: ChangeSet) -> Path:
    with CaseFile.create(path, case, first=first, key=key) as made:
        event = next(made.all(Event))
        made.apply(edit(event, title="Another title"))
        extra = Event(id="0" * 36, title="To be deleted")
        made.apply(creation(extra))
        made.apply(made.removal_of(extra.id))
        made.undo()
        made.redo()
    return path


def mutated(bases: Bases, room: Path, mutation: str, luck: Random) -> tuple[Path, Key | None]:
    """Make a mutated copy in an empty folder; returns it and what opens it."""
    is_encrypted = mutation == "encrypted"
    plain = bases.sample if luck.random() < _LARGER else bases.small
    base = bases.encrypted if is_encrypted else plain
    path = Path(shutil.copy(base, room / "mutated.casefile"))
    if is_encrypted:
        mutation = luck.choice(list(ON_BYTES))
    (ON_BYTES | BY_ENGINE)[mutation](path, luck)
    return path, bases.key if is_encrypted else None
