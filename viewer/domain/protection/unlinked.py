"""Ids that lead nowhere back: what is published must not be tied to what is not."""

from collections.abc import Iterator

from viewer.domain.audiences import sees_everything
from viewer.domain.ids import outside_id
from viewer.domain.records import KINDS, Audience, Record
from viewer.domain.references import with_ids
from viewer.domain.snapshot import Snapshot


def outer_id(id: str, case_id: str, audience: Audience) -> str:
    """Return the id by which an audience knows a record: its own for who sees everything."""
    return id if sees_everything(audience) else outside_id(case_id, audience.id, id)


def unlinked(view: Snapshot, audience: Audience) -> Snapshot:
    """Return a protected case with the ids by which an audience knows its records."""
    return view if sees_everything(audience) else Snapshot(_unlinked(view, audience))


def _unlinked(view: Snapshot, audience: Audience) -> Iterator[Record]:
    records = [record for kind in KINDS.values() for record in view.all(kind)]
    ids = {r.id: outer_id(r.id, view.case.id, audience) for r in records}
    return (with_ids(record, ids.__getitem__) for record in records)
