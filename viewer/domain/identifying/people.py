"""The persons of a case for one audience: who is protected, who is close to whom, who is named."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from viewer.domain.audiences import treatment
from viewer.domain.identifying.phrase import Named
from viewer.domain.identifying.words import back, kin, kin_codes
from viewer.domain.protection import pseudonyms
from viewer.domain.reader import CaseReader
from viewer.domain.records import Audience, Involvement, Name, Person, Relationship
from viewer.domain.redaction import Form, Redactor, forms_of, parts_of
from viewer.domain.titles import title


@dataclass(frozen=True, slots=True)
class Closeness:
    """What a person is to another by a tie in the case: the codes of the kin it may be."""

    other_id: str
    codes: frozenset[str]


class People:
    """Who is who; everything is looked up once."""

    def __init__(self, case: CaseReader, audience: Audience) -> None:
        self._case = case
        self.persons = {person.id: person for person in case.all(Person)}
        self._treatments = {
            id: treatment(audience, person.protection) for id, person in self.persons.items()
        }
        self._pseudonyms = pseudonyms(case)
        self._names: dict[str, list[Name]] = defaultdict(list)
        for name in case.all(Name):
            self._names[name.person_id].append(name)

    @cached_property
    def protected(self) -> tuple[str, ...]:
        """The individuals whom the audience must not recognise."""
        return tuple(id for id in self.persons if self.is_protected(id))

    def is_protected(self, id: str) -> bool:
        """Whether that is an individual whom the audience must not recognise."""
        return not self.is_named(id) and self.persons[id].unit == "individual"

    def is_named(self, id: str) -> bool:
        """Whether the audience reads who that is."""
        return self._treatments.get(id, "named") == "named"

    def shown(self, id: str) -> str:
        """Return what a person is called for the audience, or may be called."""
        return title(self._case, self.persons[id]) if self.is_named(id) else self._pseudonyms[id]

    def names_of(self, id: str) -> list[Name]:
        """Return the names of a person."""
        return self._names[id]

    @cached_property
    def victims(self) -> frozenset[str]:
        """Whoever suffered something."""
        parts = self._case.where(Involvement, role="victim")
        return frozenset(part.person_id for part in parts)

    # Ties

    def close_to(self, id: str) -> list[Closeness]:
        """Return to whom a person is close, and as what."""
        return self._ties[id]

    def kin_of(self, id: str, other_id: str) -> frozenset[str]:
        """Return what a person may be to another, by the ties of the case."""
        found = (tie.codes for tie in self._ties[id] if tie.other_id == other_id)
        return frozenset[str]().union(*found)

    @cached_property
    def _ties(self) -> dict[str, list[Closeness]]:
        ties: dict[str, list[Closeness]] = defaultdict(list)
        for tie in self._case.all(Relationship):
            codes = _codes(tie)
            ties[tie.person_id].append(Closeness(tie.other_id, codes))
            ties[tie.other_id].append(Closeness(tie.person_id, back(codes) | _vague(tie)))
        return ties

    @cached_property
    def _known_as(self) -> dict[str, set[str]]:
        """Whom the details of ties call a brother, a mother and so on of somebody named."""
        known: dict[str, set[str]] = defaultdict(set)
        for tie in self._case.all(Relationship):
            said = kin_codes(tie.detail)
            ends = ((tie.person_id, tie.other_id, said), (tie.other_id, tie.person_id, back(said)))
            for id, other_id, codes in ends:
                for code in codes if self.is_named(other_id) else ():
                    known[code].add(id)
        return known

    def only_one(self, codes: frozenset[str]) -> str | None:
        """Return the one person of the case who is known as such kin of somebody named."""
        found = frozenset[str]().union(*(self._known_as[code] for code in codes))
        return next(iter(found)) if len(found) == 1 else None

    # Names in texts

    def names_in(self, text: str) -> list[Named]:
        """Return where names of the case's persons stand in a text, in order."""
        return [
            Named(match.start, match.end, frozenset(self._owners[match.form]))
            for match in self._finder.matches(text)
        ]

    @cached_property
    def _owners(self) -> dict[Form, set[str]]:
        owners: dict[Form, set[str]] = defaultdict(set)
        for form, id in self._forms():
            owners[form].add(id)
            if len(form) > 1:
                owners["".join(form),].add(id)
        return owners

    @cached_property
    def _finder(self) -> Redactor:
        return Redactor(dict.fromkeys(self._owners, "somebody"))

    def _forms(self) -> Iterator[tuple[Form, str]]:
        for id, person in self.persons.items():
            for name in self._names[id]:
                yield from ((form, id) for form in forms_of(name.text))
                if person.unit == "individual":
                    yield from ((form, id) for form in parts_of(name.text))


def _codes(tie: Relationship) -> frozenset[str]:
    """What the person is to the other: as the detail says, or else all that the tie may be."""
    said = kin_codes(tie.detail)
    return said | _vague(tie) if said else _all_of(tie.type)


def _vague(tie: Relationship) -> frozenset[str]:
    """What is true of one as of the other, and all where the detail says nothing."""
    if not kin_codes(tie.detail):
        return _all_of(tie.type)
    return frozenset({"relative"} if tie.type == "relative" else ())


@cache
def _all_of(type: str) -> frozenset[str]:
    if type == "other":
        return frozenset()
    wanted = {"relative", "partner"} if type == "relative" else {type}
    return frozenset(code for code, each in kin().items() if each.tie in wanted)
