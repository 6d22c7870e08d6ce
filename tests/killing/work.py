"""What a child does in a case, deed by deed, each with a promise before and a word after it."""

from collections.abc import Callable
from random import Random

from tests.killing.deeds import Picture, any_deed
from tests.killing.keys import KEYS
from viewer.domain.changes import ChangeSet, creation
from viewer.domain.forgetting import planned
from viewer.domain.ids import new_id
from viewer.domain.records import Name, Person
from viewer.errors import CasefileError, Unconfirmed, Untidied
from viewer.store import CaseFile, access_to
from viewer.store.backup import Backup, back_up
from viewer.store.rekeying import rekey

Say = Callable[[str], None]
#: Refusals one after the other, after which there is no point in going on.
_PATIENCE = 4


class Working:
    """Does deeds until it has done enough, is killed, or is refused too often."""

    def __init__(self, case_file: CaseFile, rng: Random, key: str, say: Say) -> None:
        self.case_file, self.rng, self.key, self.say = case_file, rng, key, say
        self.picture = Picture(case_file)
        self.done: list[ChangeSet] = []
        self.undone: list[ChangeSet] = []
        self.number = self.refusals = 0
        self.is_sure = True
        self.say(f"try 0 {self.picture.number:x} {key}")
        self.say("done 0")

    def go_on(self, special: "Deed | None", most: int) -> None:
        while self.number < most and self.refusals < _PATIENCE:
            if special is not None and self.rng.random() < 0.5:
                special(self)
            else:
                self.edit()

    def edit(self) -> None:
        chance = self.rng.random()
        if chance < 0.2 and self.done:
            self.back(self.done, self.undone, self.case_file.undo)
        elif chance < 0.35 and self.undone:
            self.back(self.undone, self.done, self.case_file.redo)
        else:
            self.write(any_deed(self.rng, self.picture, self.case_file))

    def write(self, change_set: ChangeSet) -> None:
        if change_set.is_empty:
            return
        if self.attempt(change_set, lambda: self.case_file.apply(change_set, "Child")):
            self.done.append(change_set)
            self.undone.clear()

    def back(
        self, source: list[ChangeSet], target: list[ChangeSet], move: Callable[[str], ChangeSet]
    ) -> None:
        inverse = source[-1].inverse
        if self.attempt(inverse, lambda: move("Child")):
            source.pop()
            target.append(inverse)

    def attempt(self, change_set: ChangeSet, deed: Callable[[], object], key: str = "") -> bool:
        """Do a deed that leaves the case as `change_set` says, under `key`; whether it is done."""
        before, after = self.picture.number, self.picture.after(change_set)
        self.number += 1
        self.say(f"try {self.number} {after:x} {key or self.key}")
        try:
            deed()
        except CasefileError as error:
            self.refusals += 1
            if isinstance(error, Unconfirmed | Untidied):
                # Nobody was told that it is done, but it is.
                self.key = key or self.key
                self.picture.follow(change_set)
                self.is_sure = False
                return True
            self.say(f"failed {self.number} {type(error).__name__}")
            if self.found() == after != before:
                self.say(f"late {self.number}")
                self.picture.follow(change_set)
            return False
        self.refusals, self.is_sure = 0, True
        self.key = key or self.key
        self.picture.follow(change_set)
        self.say(f"done {self.number}")
        return True

    def found(self) -> int:
        """Return what is in the case now; raises a `CasefileError` where nothing can be read."""
        return Picture(self.case_file).number


Deed = Callable[[Working], None]

NOTHING = ChangeSet("", ())


def imports(working: Working) -> None:
    """Take a document in, parsed in a process of its own."""
    from viewer.sources.reading import document_of, read

    folder = working.case_file.path.parent.with_name("sources")
    chosen = working.rng.choice(sorted(folder.iterdir()))
    document, content = document_of(read(chosen), title=f"{chosen.name} {working.number}")
    working.write(creation(document, label="Import document", contents=(content,)))


def rekeys(working: Working) -> None:
    """Set, change or remove the passphrase."""
    key = working.rng.choice([key for key in KEYS if key != working.key])
    path = working.case_file.path
    if working.attempt(NOTHING, lambda: rekey(working.case_file, KEYS[key]), key):
        working.case_file = CaseFile.open(path, key=KEYS[key])


def backs_up(working: Working) -> None:
    """Make a backup beside the case, which is then to be found there."""
    made: list[Backup] = []
    access = access_to(working.case_file)
    if working.attempt(NOTHING, lambda: made.append(back_up(access, keep=3))) and made:
        working.say(f"backup {working.picture.number:x} {made[0].path.name}")


def removes(working: Working) -> None:
    """Add somebody of a name that nobody else has, and remove them for good."""
    name = f"Zebrowska{working.rng.randrange(10**9)}"
    person = Person(id=new_id())
    working.write(creation(person, Name(id=new_id(), person_id=person.id, text=name)))
    if person.id not in working.picture.records:
        return
    case_file = working.case_file
    target = case_file.target(person.id)
    plan = planned(case_file, target, case_file.content, otherwise="take-out")
    if working.attempt(plan.change_set, lambda: case_file.forget(plan, "Child")):
        working.done.clear()
        working.undone.clear()
        if working.is_sure:
            working.say(f"gone {name}")


WORK: dict[str, Deed | None] = {
    "edit": None,
    "import": imports,
    "migration": None,
    "passphrase": rekeys,
    "backup": backs_up,
    "removal": removes,
}
