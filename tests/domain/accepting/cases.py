"""Accepting in memory, and what the case says afterwards."""

from collections.abc import Iterable

from tests.domain.accepting.articles import ALL, article
from tests.domain.marking.cases import SearchedSnapshot, after
from viewer.domain.accepting import Proposal, accepted, accepted_all, proposals
from viewer.domain.names import script_of
from viewer.domain.records import KINDS, Document, Evidence, Name, Passage, Person, Record
from viewer.domain.suggestions import Suggestion

DOCUMENT = article()
EMPTY = SearchedSnapshot([])


def proposed(case: SearchedSnapshot, key: str, suggestions: Iterable[Suggestion] = ALL) -> Proposal:
    """The proposal of that key, or the only one whose key begins so."""
    (found,) = (p for p in proposals(case, DOCUMENT, suggestions) if p.key.startswith(key))
    return found


def after_accepting(
    key: str, *before: Record, suggestions: Iterable[Suggestion] = ALL
) -> SearchedSnapshot:
    case = SearchedSnapshot(before)
    made = accepted(case, DOCUMENT, proposed(case, key, suggestions), suggestions)
    return after(made.change_set, *before)


def after_all(
    *before: Record, suggestions: Iterable[Suggestion] = ALL, document: Document = DOCUMENT
) -> SearchedSnapshot:
    case = SearchedSnapshot([document, *before])
    found = proposals(case, document, suggestions)
    return after(accepted_all(case, document, found, suggestions), document, *before)


def everything(case: SearchedSnapshot) -> list[Record]:
    return [record for kind in KINDS.values() for record in case.all(kind)]


def person(id: str, *names: str, **values: str) -> tuple[Record, ...]:
    """A person of the case, the main name first."""
    types = ["main", *["alias"] * len(names)]
    forms = [
        Name(id=f"{id}{n}", person_id=id, text=text, type=type, script=script_of(text))
        for n, (text, type) in enumerate(zip(names, types, strict=False))
    ]
    return (Person(id=id, **values), *forms)


def person_called(case: SearchedSnapshot, name: str) -> Person:
    """The person with that main name or description."""
    (found,) = (
        each
        for each in case.all(Person)
        if each.described_as == name
        or any(n.text == name for n in case.where(Name, person_id=each.id, type="main"))
    )
    return found


def said(case: SearchedSnapshot, id: str) -> dict[tuple[str, str], str]:
    """The words that speak of each field of a record, with their stance or their note."""
    found = case.where(Evidence, record_id=id)
    return {(e.field, case.get(Passage, e.passage_id).exact): e.note or e.stance for e in found}
