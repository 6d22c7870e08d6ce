"""Marked words as a mention of a person or place: of one of the case, or of a new one."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from viewer.domain.marking.draft import (
    Draft,
    Marked,
    names_of,
    names_of_place,
    without_article,
)
from viewer.domain.marking.passages import Words
from viewer.domain.marking.people import NewPerson, NewPlace
from viewer.domain.reader import CaseReader
from viewer.domain.records import Name, Person, Place, Record
from viewer.domain.text import folded
from viewer.domain.titles import title_of


class Found(Protocol):
    """A record that a search led to."""

    @property
    def id(self) -> str:
        """The record's id."""


class SearchedCase(CaseReader, Protocol):
    """A case in which one can search besides."""

    def search(self, kind: str, words: str) -> Sequence[Found]:
        """Return records of a kind that hold words that begin with all of these."""


def known(case: SearchedCase, kind: str, words: Words) -> list[Record]:
    """Return the persons or places of which the words are a written form.

    Case, diacritics, variants of letters, a possessive ending and an article make no difference.
    """
    return known_as(case, kind, words.as_name().line)


def known_as(case: SearchedCase, kind: str, name: str) -> list[Record]:
    """Return the persons or places of which a name is a written form; see `known`."""
    wanted = form_of_name(name)
    found = {record.id: record for record in _candidates(case, kind, name)}
    return [r for r in found.values() if wanted in {form_of_name(n) for n in _names(case, r)}]


def _candidates(case: SearchedCase, kind: str, line: str) -> Iterator[Record]:
    if kind == Person.kind:
        for name in case.where(Name, text=line):
            yield case.get(Person, name.person_id)
    for hit in case.search(kind, without_article(line)):
        record = case.find(hit.id)
        if record is not None:
            yield record


def _names(case: CaseReader, record: Record) -> list[str]:
    if isinstance(record, Person):
        return names_of(case, record)
    return names_of_place(record) if isinstance(record, Place) else []


def form_of_name(text: str) -> str:
    """Return a name or description as it is compared with others."""
    return " ".join(without_article(folded(text)).split())


def mention(case: CaseReader, words: Words, record_id: str) -> Marked:
    """Return the tie of words to a record of the case, which they mention."""
    words = words.as_name()
    draft = Draft(case)
    is_new = draft.tie(record_id, "", words, stance="mentions")
    name = title_of(case, record_id)
    says = f"Linked to {name}" if is_new else f"These words are linked to {name} already"
    passage = draft.passage(words)
    return Marked(draft.change_set(f"Link words to {name}"), record_id, passage.id, says)


def new_person(case: CaseReader, words: Words, new: NewPerson) -> Marked:
    """Return a new person, named or described by the words."""
    words = words.as_name()
    draft = Draft(case)
    id = draft.person(new, words)
    return Marked(draft.change_set("Add person"), id, draft.passage(words).id)


def new_place(case: CaseReader, words: Words, new: NewPlace) -> Marked:
    """Return a new place, named by the words."""
    words = words.as_name()
    draft = Draft(case)
    id = draft.place(new, words)
    return Marked(draft.change_set("Add place"), id, draft.passage(words).id)
