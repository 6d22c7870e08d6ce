"""A case in memory in which one can also search, and words marked in a text."""

from collections.abc import Iterable

from viewer.domain.changes import ChangeSet
from viewer.domain.documents import received
from viewer.domain.marking import Words
from viewer.domain.records import Document, Evidence, Name, Passage, Person, Place, Record
from viewer.domain.snapshot import Snapshot
from viewer.domain.text import words

TEXT = """Salma Rahim was arrested in Basra in May 2020. Rahim's brother saw it.

"They took her at night," said Karim Rahim. He called it “theft”.

At least 44 arrests of students, the Centre says.
"""


class SearchedSnapshot(Snapshot):
    """Finds persons and places by the beginnings of the words of their names."""

    def search(self, kind: str, text: str) -> list[Record]:
        wanted = words(text)
        return [record for name, record in self._named(kind) if _has(name, wanted)]

    def _named(self, kind: str) -> Iterable[tuple[str, Record]]:
        if kind == "place":
            return ((f"{p.name} {p.also_written}", p) for p in self.all(Place))
        names = ((n.text, self.get(Person, n.person_id)) for n in self.all(Name))
        return (*names, *((p.described_as, p) for p in self.all(Person)))


def _has(name: str, wanted: list[str]) -> bool:
    return bool(wanted) and all(any(w.startswith(x) for w in words(name)) for x in wanted)


def document(text: str = TEXT) -> Document:
    return received(text.encode(), text, title="A report")[0]


def marked(words: str, text: str = TEXT) -> Words:
    made = document(text)
    start = made.text.index(words)
    return Words(made, start, start + len(words))


def after(change_set: ChangeSet, *before: Record) -> SearchedSnapshot:
    """Return the case as it is once a change set is written."""
    return SearchedSnapshot([*before, *(change.record for change in change_set.changes)])


def supports(case: SearchedSnapshot, record_id: str) -> dict[str, str]:
    """Return which words speak of each field of a record."""
    found = case.where(Evidence, record_id=record_id)
    return {e.field: case.get(Passage, e.passage_id).exact for e in found}
