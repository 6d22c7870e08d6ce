"""The files that are mutated: plain, encrypted, and of a stranger who gives the passphrase, too."""

import shutil
from pathlib import Path
from random import Random

from tests.mutating.byte_mutations import ON_BYTES
from tests.mutating.enciphering import deciphered, enciphered
from tests.mutating.engine_mutations import BY_ENGINE
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
#: Lines of a text that goes on over several pages of the file.
_LINES = 400
#: What is before the name of a mutation that is done beneath the encryption.
_BENEATH = "beneath a passphrase: "
_ALL = ON_BYTES | BY_ENGINE
BENEATH = [f"{_BENEATH}{mutation}" for mutation in _ALL]
#: Every kind of mutation.
MUTATIONS = [*_ALL, "encrypted", *BENEATH]


class Bases:
    """Sound case files, made once, each with a little history."""

    def __init__(self, folder: Path) -> None:
        self.key = Key.random()
        small = (Case(id="1" * 36, title="Small"), _small())
        self.small = _made(folder / "small.casefile", None, *small)
        self.sample = _made(folder / "sample.casefile", None, *sample_case())
        self.encrypted = _made(folder / "encrypted.casefile", self.key, *small)
        self.encrypted_sample = _made(folder / "secret.casefile", self.key, *sample_case())

    def chosen(self, luck: Random, *, is_encrypted: bool) -> Path:
        """Return the small case, or now and then the sample."""
        is_larger = luck.random() < _LARGER
        if is_encrypted:
            return self.encrypted_sample if is_larger else self.encrypted
        return self.sample if is_larger else self.small


def _small() -> ChangeSet:
    """A few records of each kind that a mutation could meet."""
    text = "Salma Rahim said in Basra that two men were taken away on 3 May 2020."
    text += "\nThe car was white, and nobody saw its number." * _LINES
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
        extra = Annotation(id="0" * 36, target_id=event.id, body="To be deleted. " * _LINES)
        made.apply(creation(extra))
        made.apply(made.removal_of(extra.id))
        made.undo()
        made.redo()
    return path


def mutated(bases: Bases, room: Path, mutation: str, luck: Random) -> tuple[Path, Key | None]:
    """Make a mutated copy in an empty folder; returns it and what opens it."""
    is_beneath, is_encrypted = mutation.startswith(_BENEATH), mutation == "encrypted"
    base = bases.chosen(luck, is_encrypted=is_beneath or is_encrypted)
    path = Path(shutil.copy(base, room / "mutated.casefile"))
    if is_beneath:
        path.write_bytes(deciphered(path, bases.key))
        _ALL[mutation.removeprefix(_BENEATH)](path, luck)
        path.write_bytes(enciphered(path.read_bytes(), bases.key, luck))
    else:
        _ALL[luck.choice(list(ON_BYTES)) if is_encrypted else mutation](path, luck)
    return path, bases.key if is_beneath or is_encrypted else None
