"""Which written forms mean the person who is removed, and which stay with somebody else."""

from collections.abc import Collection, Iterable, Iterator

from viewer.domain.forgetting.parts import Shared, Target
from viewer.domain.records import Name, Person, Record
from viewer.domain.redaction import Form, Redactor, forms_of, parts_of
from viewer.domain.redaction.forms import parted
from viewer.domain.redaction.owners import redactor_of
from viewer.domain.snapshot import Snapshot
from viewer.domain.titles import title
from viewer.domain.wording import Wording


class Naming:
    """The names of who is removed, against those of the persons who stay."""

    def __init__(self, target: Target, staying: Collection[Record], wording: Wording) -> None:
        self._target, self._staying = target, staying
        self._said = wording("withheld.removed")
        #: The full names of those who stay, by form.
        self._owners: dict[Form, Name] = {}
        self._part_owners: dict[Form, Name] = {}
        for name in _names(staying):
            self._owners |= dict.fromkeys(forms_of(name.text), name)
            self._part_owners |= dict.fromkeys(parts_of(name.text), name)

    @property
    def own(self) -> tuple[str, ...]:
        """The names that mean nobody else."""
        return tuple(n for n in self._target.names if not forms_of(n) & self._owners.keys())

    def redactor(self) -> Redactor:
        """Return what finds the name, and puts that it was removed in its place."""
        if not isinstance(self._target.record, Person) or not self.own:
            return Redactor({})
        person = self._target.record
        names = (Name(id=f"{n}", person_id=person.id, text=t) for n, t in enumerate(self.own))
        case = Snapshot([*self._staying, person, *names])
        return redactor_of(case, {person.id: self._said}, nobody=self._said)

    def shared(self) -> Iterator[Shared]:
        """Yield the names, and parts of them, that stay because somebody who stays has them."""
        case = Snapshot(self._staying)
        for name in self._target.names:
            for words, owner in self._sharing(name):
                person = case.find(owner.person_id)
                if person is not None:
                    yield Shared(words, title(case, person))

    def _sharing(self, name: str) -> Iterator[tuple[str, Name]]:
        whole = [self._owners[form] for form in forms_of(name) if form in self._owners]
        if whole:
            yield name, whole[0]
            return
        known = self._owners | self._part_owners
        for word in parted(name):
            found = [known[form] for form in sorted(parts_of(word)) if form in known]
            if found:
                yield word, found[0]


def _names(records: Iterable[Record]) -> Iterator[Name]:
    return (record for record in records if isinstance(record, Name))
