"""A case as a JSON document: what its writer and its reader must agree on.

The format is described by `resources/schemas/case-1.schema.json`.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from viewer.domain.changes import Change, ChangeSet, Content
from viewer.domain.dates import NO_DATE
from viewer.domain.fields import NamedField
from viewer.domain.reader import CaseReader
from viewer.domain.records import Case, Export, Record, fields_of
from viewer.domain.references import dates_of, with_ids
from viewer.errors import ConflictError

FORMAT = "casefile"
VERSION = 1

#: The parts of a date, as `Date` has them.
DATE_PARTS = ("written", "edtf", "anchor_id", "offset", "basis")

#: Kinds of which so many records are told by id when they cannot be taken in.
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A case that came as JSON, checked: its records, and the originals that came with it."""

    case: Case
    #: All others, those that are referred to before those that refer.
    records: tuple[Record, ...]
    contents: tuple[Content, ...]
    #: For whom it was made, in the words of the file.
    audience: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many records there are of each kind, those that there are none of left out."""
        found: dict[str, int] = {}
        for record in self.records:
            found[record.kind] = found.get(record.kind, 0) + 1
        return found


def plain(record: Record) -> dict[str, Any]:
    """Return a record as plain values: its id, then all its fields; a blank date is None."""
    names, values = _paths(record.kind)
    found = dict(zip(names, values(record), strict=True))
    for name in dates_of(record.kind):
        found[name] = None if found[name] == NO_DATE else asdict(found[name])
    return found


@cache
def _paths(kind: str) -> tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]:
    names = ("id", *(field.name for field in fields_of(kind)))
    return names, attrgetter(*names)


def is_needed(field: NamedField) -> bool:
    """Return whether a record without that field would say nothing."""
    return field.default is None and not field.optional


def taking_in(case: CaseReader, exchanged: Exchanged) -> ChangeSet:
    """Return what brings a case that came as JSON into one that is there; may be empty.

    What is there already is left out. Of another case neither its own record is taken, what is
    said of it being said of the one that is there, nor the list of its exports. Raises
    `ConflictError` where records of one id are not the same.
    """
    whole = exchanged.case.id
    same = {whole: case.case.id}
    records = [with_ids(record, lambda id: same.get(id, id)) for record in _but(exchanged, case)]
    known = [(record, case.find(record.id)) for record in records]
    _refuse([record for record, there in known if there not in (None, record)])
    new = tuple(Change(None, record) for record, there in known if there is None)
    contents = exchanged.contents if new else ()
    return ChangeSet("Import case", new, contents)


def _but(exchanged: Exchanged, case: CaseReader) -> Iterator[Record]:
    """Of the same case its own record must be the same, too; of another, exports are not ours."""
    is_same = exchanged.case.id == case.case.id
    if is_same:
        yield exchanged.case
    yield from (record for record in exchanged.records if is_same or not isinstance(record, Export))


def _refuse(changed: list[Record]) -> None:
    if not changed:
        return
    told = ", ".join(f"{record.labels[0].lower()} {record.id}" for record in changed[:_TOLD])
    more = f" and {len(changed) - _TOLD:,} more" if len(changed) > _TOLD else ""
    number = "1 record is" if len(changed) == 1 else f"{len(changed):,} records are"
    raise ConflictError(
        f"Nothing was taken in: {number} in the case with other contents ({told}{more}). "
        "Import it into a new case, and compare the two."
    )
