"""Whose each written form is, and what stands for it: the forms of a case for one audience."""

from collections import defaultdict
from collections.abc import Mapping, Set
from types import MappingProxyType

from viewer.domain.reader import CaseReader
from viewer.domain.records import Name, Person
from viewer.domain.redaction.redactor import Form, Redactor, forms_of, parts_of
from viewer.domain.wording import ENGLISH, Wording


def redactor_of(
    case: CaseReader,
    protected: Mapping[str, str],
    bare: Set[str] = frozenset(),
    others: Mapping[str, str] = MappingProxyType({}),
    wording: Wording = ENGLISH,
) -> Redactor:
    """Return what finds and replaces the names of the `protected`, by id of person.

    The value is what stands for the person, usually a pseudonym. Forms that could be several
    persons are withheld without saying whose they are. `bare` are those of the protected whose
    descriptions are withheld too; `others` are names that are no person's, with what stands for
    them. What is put there otherwise says so in the words of `wording`.
    """
    persons = {person.id: person for person in case.all(Person)}
    owners: dict[Form, set[str]] = defaultdict(set)
    whole: set[Form] = set()
    public_parts: set[Form] = set()
    public_names: set[Form] = set()
    for name in case.all(Name):
        person, forms = persons[name.person_id], forms_of(name.text)
        if person.id in protected:
            whole |= forms
            for form in forms | _parts(person, name):
                owners[form].add(person.id)
        else:
            public_names |= forms
            public_parts |= _parts(person, name)
    nobody = wording("withheld.name")
    shown = {
        form: _shown(ids, protected, nobody, form in public_names)
        for form, ids in owners.items()
        if form in whole or form not in public_parts
    }
    descriptions = {
        form: wording("withheld.description")
        for id in bare
        for form in forms_of(persons[id].described_as)
        if len(form) > 1
    }
    places = {form: said for name, said in others.items() for form in forms_of(name)}
    return Redactor(places | descriptions | shown, public_names - whole)


def _parts(person: Person, name: Name) -> set[Form]:
    alone = person.unit != "individual" or name.type == "nickname"
    return set() if alone else parts_of(name.text)


def _shown(ids: set[str], protected: Mapping[str, str], nobody: str, is_ambiguous: bool) -> str:
    if len(ids) > 1 or is_ambiguous:
        return nobody
    return protected[next(iter(ids))]
