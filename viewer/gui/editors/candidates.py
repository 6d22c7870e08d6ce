"""Records that may be meant by a few typed letters."""

from dataclasses import dataclass

from viewer.domain.records import KINDS, Person, Record
from viewer.domain.text import folded
from viewer.domain.titles import title
from viewer.store import LISTS, SEARCHED, CaseFile, ListQuery

#: As many as a list under a line shows without scrolling far.
LIMIT = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record as it is offered for choosing; `note` tells it from one of the same title."""

    id: str
    kind: str
    title: str
    note: str = ""

    @property
    def line(self) -> str:
        """Title and note on one line."""
        return f"{self.title} — {self.note}" if self.note else self.title


def candidates(case: CaseFile, kinds: tuple[str, ...], typed: str) -> list[Candidate]:
    """Return records of those kinds whose words begin with the typed ones, or the first ones."""
    share = max(LIMIT // len(kinds), 3)
    found = [each for kind in kinds for each in _of_kind(case, kind, typed, share)]
    wanted = folded(typed).strip()
    # Titles that begin as typed come first; the rest stays in its order.
    return sorted(found, key=lambda each: not folded(each.title).startswith(wanted))[:LIMIT]


def candidate(case: CaseFile, record: Record) -> Candidate:
    """Return a record as it is offered for choosing."""
    note = record.occupation if isinstance(record, Person) else ""
    name = title(case, record)
    return Candidate(record.id, record.kind, name, "" if folded(note) == folded(name) else note)


def _of_kind(case: CaseFile, kind: str, typed: str, limit: int) -> list[Candidate]:
    if typed.strip() and kind in SEARCHED:
        ids = [hit.id for hit in case.search(kind, typed, limit)]
    elif kind in LISTS:
        ids = [row.id for row in case.page(ListQuery(kind, words=typed), limit=limit)]
    else:
        return []
    return [candidate(case, r) for r in (case.find(id) for id in ids) if r is not None]


def kind_label(kind: str) -> str:
    """Return what a kind is called."""
    return KINDS[kind].labels[0]
