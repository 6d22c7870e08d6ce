"""Rows of a damaged file, and what its history says of lost ones, as records that may be stored."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from viewer.domain.dates import Date
from viewer.domain.fields import DateField, NamedField, Real
from viewer.domain.records import KINDS, Record, fields_of
from viewer.errors import CasefileError
from viewer.store import chain, checking
from viewer.store.salvage.layouts import Row
from viewer.store.salvage.tables import Table
from viewer.store.schema import DATE_PARTS

#: What tells a reader which record it is, in the order of trying.
_TELLING = ("title", "text", "name", "label", "described_as", "exact", "counted", "body")

Fields = dict[str, Any]


def record_of(kind: str, row: Row) -> Record | None:
    """Return the record of a row; None where it is none that a case may hold."""
    values = {f.name: _value(f, row) for f in fields_of(kind) if _is_there(f, row)}
    return _checked(kind, str(row["id"]), values)


def _is_there(field: NamedField, row: Row) -> bool:
    return field.name in row or f"{field.name}_written" in row


def _value(field: NamedField, row: Row) -> Any:
    if isinstance(field.spec, DateField):
        return Date(*(row.get(f"{field.name}_{part}") for part in DATE_PARTS))  # type: ignore[arg-type]
    value = row[field.name]
    return float(value) if isinstance(field.spec, Real) and isinstance(value, int) else value


def _checked(kind: str, id: str, values: Fields) -> Record | None:
    try:
        record = KINDS[kind](id=id, **values)
        checking.check_fields(record)
    except (CasefileError, TypeError, ValueError, AttributeError):
        return None
    return record


class History:
    """What the lines of the history say of the records of a damaged file."""

    def __init__(self, table: Table) -> None:
        #: Whether no line is missing, so that nothing deleted comes back.
        self.is_whole = table.is_whole and bool(table.rows)
        self._lines: defaultdict[str, list[Row]] = defaultdict(list)
        for line in _once((*table.rows, *table.strays)):
            self._lines[str(line["record_id"])].append(line)

    @property
    def ids(self) -> Iterable[str]:
        """The records of which something is said."""
        return self._lines.keys()

    def kind(self, id: str) -> str:
        """Return a record's kind; "" where nothing is said of it."""
        lines = self._lines.get(id)
        return str(lines[0]["kind"]) if lines else ""

    def rebuilt(self, id: str) -> Record | None:
        """Return a record as it was last; None where it was deleted or lines are missing."""
        values, _ = self._replayed(id)
        return _from_json(self.kind(id), id, values) if values is not None else None

    def vouched(self, id: str) -> Record | None:
        """Return a record as it was last; None unless every line and its digest holds."""
        values, is_sure = self._replayed(id) if self.is_whole else (None, False)
        return _from_json(self.kind(id), id, values) if values is not None and is_sure else None

    def _replayed(self, id: str) -> tuple[Fields | None, bool]:
        """Return the fields that a record had last, and whether each digest holds."""
        values: Fields | None = None
        is_sure = False
        for line in self._lines.get(id, ()):
            after = _parsed(line["after"])
            if after is None:
                values = None
            elif line["before"] is None:
                values, is_sure = after, _is_true(line)
            elif values is not None:
                values, is_sure = values | after, is_sure and _is_true(line)
        return values, is_sure

    def is_deleted(self, id: str) -> bool:
        """Whether the last that is known of a record is that it was deleted or removed."""
        lines = self._lines.get(id, [])
        return bool(lines) and lines[-1]["after"] is None

    def title(self, id: str) -> str:
        """Return words by which a reader knows a record; "" where there are none."""
        for line in reversed(self._lines.get(id, [])):
            for said in (_parsed(line["after"]), _parsed(line["before"])):
                words = next((v for n in _TELLING if (v := (said or {}).get(n))), "")
                if words and isinstance(words, str):
                    return words
        return ""


def _once(lines: Iterable[Row]) -> Iterator[Row]:
    """Yield lines in their order, one for each number."""
    numbered = {(line["seq"], line["n"]): line for line in lines}
    yield from (numbered[place] for place in sorted(numbered))


def _is_true(line: Row) -> bool:
    """Return whether a line is as its digest says; an older version kept none."""
    salt = line.get("salt")
    said = [line[name] for name in ("seq", "n", "kind", "record_id", "before", "after")]
    try:
        return isinstance(salt, str) and chain.digest(salt, said) == line.get("digest")
    except ValueError:
        return False


def _parsed(text: object) -> Fields | None:
    try:
        found = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _from_json(kind: str, id: str, found: Fields) -> Record | None:
    if kind not in KINDS:
        return None
    fields = {f.name: f for f in fields_of(kind)}
    try:
        values = {
            name: Date(**value) if isinstance(fields[name].spec, DateField) else value
            for name, value in found.items()
            if name in fields
        }
    except TypeError:
        return None
    return _checked(kind, id, values)
