"""Whose each written form is, and what stands for it: the forms of a case for one audience.

A full name is always its bearer's. A part of a name, or a short form of it, gives way to whoever
may be named: what is also a part of a public name stays readable, since it may well be that
person. Where a passage is about the protected one only, that is for the user to decide.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from types import MappingProxyType

from viewer.domain.reader import CaseReader
from viewer.domain.records import Name, Person, Place
from viewer.domain.redaction.everyday import everyday
from viewer.domain.redaction.forms import Form, forms_of, parted, parts_of, short_forms_of
from viewer.domain.redaction.redactor import Redactor
from viewer.domain.wording import ENGLISH, Wording

#: Father of, mother of: who is called so is called by somebody else's name.
_KUNYAS = frozenset(("abu", "abou", "umm", "um", "ابو", "ابي", "ابا", "ام"))


def redactor_of(
    case: CaseReader,
    protected: Mapping[str, str],
    bare: Set[str] = frozenset(),
    others: Mapping[str, str] = MappingProxyType({}),
    wording: Wording = ENGLISH,
    nobody: str = "",
) -> Redactor:
    """Return what finds and replaces the names of the `protected`, by id of person.

    The value is what stands for the person, usually a pseudonym. Forms that could be several
    persons are withheld without saying whose they are. `bare` are those of the protected whose
    descriptions are withheld too; `others` are names that are no person's, with what stands for
    them. What is put there otherwise says so in the words of `wording`, or is `nobody`.
    """
    names = _Names(case, protected)
    nobody = nobody or wording("withheld.name")
    persons = names.shown(protected, nobody)
    places = {form: said for name, said in others.items() for form in forms_of(name)}
    described = frozenset(_descriptions(case, bare))
    return Redactor(
        places | dict.fromkeys(described, wording("withheld.description")) | persons,
        names.kept(),
        capital=names.capital(),
        partial=frozenset(persons) - names.whole.keys(),
        # A place that is called after somebody protected gives their name to nobody else.
        public=names.places - {word for form in [*places, *names.whole] for word in form},
        soundless=described,
        nobody=nobody,
    )


class _Names:
    """The forms of the protected, by whose they are, and those of the others."""

    def __init__(self, case: CaseReader, protected: Mapping[str, str]) -> None:
        self.whole: dict[Form, set[str]] = defaultdict(set)
        self._parts: dict[Form, set[str]] = defaultdict(set)
        self._shorts: dict[Form, set[str]] = defaultdict(set)
        self._public: set[Form] = set()
        self._public_parts: set[Form] = set()
        self._public_shorts: set[Form] = set()
        self._titles: set[Form] = set()
        self._small: set[Form] = set()
        self.places = frozenset(
            word
            for place in case.all(Place)
            for form in forms_of(f"{place.name} {place.also_written}")
            for word in form
        )
        persons = {person.id: person for person in case.all(Person)}
        for name in case.all(Name):
            person = persons[name.person_id]
            (self._hide if person.id in protected else self._show)(person, name)

    def shown(self, protected: Mapping[str, str], nobody: str) -> dict[Form, str]:
        """Return what stands for each form that is to be found."""
        found = {
            form: ids
            for form, ids in [*self._shorts.items(), *self._parts.items()]
            if form not in self._public and form not in self._public_parts
        }
        found |= self.whole
        others = self._public | self._public_shorts
        return {
            form: nobody if len(ids) > 1 or form in others else protected[next(iter(ids))]
            for form, ids in found.items()
        }

    def kept(self) -> Iterator[Form]:
        """Yield the full names that may be shown, but for those made of a protected one.

        An organisation may be named after somebody, and a father after his son.
        """
        for form in self._public:
            named_after = form in self._titles or form[0] in _KUNYAS
            if form not in self.whole and not (named_after and self._holds_whole(form)):
                yield form

    def capital(self) -> frozenset[Form]:
        """Return the forms that could be words of every day, and are recorded with a capital."""
        return frozenset(
            form
            for form in [*self.whole, *self._parts]
            if len(form) == 1 and (len(form[0]) < 3 or form[0] in everyday())
        ) - frozenset(self._small)

    def _hide(self, person: Person, name: Name) -> None:
        whole, parts = forms_of(name.text), _parts(person, name)
        for forms, owned in (
            (whole, self.whole),
            (parts, self._parts),
            (_shorts(person, name), self._shorts),
        ):
            for form in forms:
                owned[form].add(person.id)
        for word in parted(name.text):
            if not word[:1].isupper():
                self._small |= forms_of(word)

    def _show(self, person: Person, name: Name) -> None:
        whole = forms_of(name.text)
        self._public |= whole
        self._public_parts |= _parts(person, name)
        self._public_shorts |= _shorts(person, name)
        if person.unit != "individual":
            self._titles |= whole

    def _holds_whole(self, form: Form) -> bool:
        places = range(len(form))
        return any(form[start : end + 1] in self.whole for start in places for end in places)


def _descriptions(case: CaseReader, bare: Set[str]) -> Iterator[Form]:
    for person in case.all(Person):
        if person.id in bare:
            yield from (form for form in forms_of(person.described_as) if len(form) > 1)


def _parts(person: Person, name: Name) -> set[Form]:
    return set() if _is_one(person, name) else parts_of(name.text)


def _shorts(person: Person, name: Name) -> set[Form]:
    return set() if _is_one(person, name) else short_forms_of(name.text)


def _is_one(person: Person, name: Name) -> bool:
    """What a group is called, and a nickname, is not made of names of its own."""
    return person.unit != "individual" or name.type == "nickname"
