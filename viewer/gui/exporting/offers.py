"""The parts of a case that are at hand when the user exports: the record shown, the list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from viewer.domain.records import KINDS, Event, Person
from viewer.domain.summary import Scope
from viewer.domain.text import shortened
from viewer.domain.titles import title
from viewer.gui.exporting.choices import Offer
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store import ListQuery

#: What a report can be made of a selection of.
_SELECTABLE = frozenset({"person", "event", "quote", "figure"})
#: Rows that are read at a time.
_PAGE = 500


def dossier(session: Session, record_id: str) -> list[Offer]:
    """Return the dossier of the person or event of that id; nothing for other records."""
    record = session.case.find(record_id) if record_id else None
    if not isinstance(record, Person | Event):
        return []
    kind = record.labels[0].lower()
    words = f"Dossier of this {kind}: {shortened(title(session.case, record), 40)}"
    return [(words, Scope.dossier(record.id))]


def selection(session: Session, query: "ListQuery | None") -> list[Offer]:
    """Return what a filtered list shows; nothing where it shows all."""
    if query is None or not query.is_filtered or query.kind not in _SELECTABLE:
        return []
    ids = list(_ids(session, query))
    if not ids:
        return []
    many = KINDS[query.kind].labels[len(ids) != 1].lower()
    return [(f"What the list shows: {len(ids):,} {many}", Scope.selection(ids))]


def _ids(session: Session, query: "ListQuery") -> Iterator[str]:
    after = None
    while rows := session.case.page(query, after, limit=_PAGE):
        yield from (row.id for row in rows)
        after = rows[-1].key
