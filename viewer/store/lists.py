"""One page of a list, and how many rows it has.

Paging is by keyset: a page begins after the sort key of the row before it, so that the last page
of a million rows costs what the first one costs. Each sort order is an index of `schema.INDEXES`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from viewer.domain.dates import Date, phrase
from viewer.domain.text import isolated, shortened
from viewer.domain.vocabularies import vocabulary
from viewer.store import derived, search
from viewer.store.list_specs import LISTS, Column, ListSpec
from viewer.store.schema import DATE_PARTS

#: The sort key of a row: the values of the sort's columns, the id last.
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What of a list is wanted: its order, the filter line's words, fields with given values."""

    kind: str
    sort: str = ""
    descending: bool = False
    words: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row, ready to be shown, and the key from which the next page goes on."""

    id: str
    cells: tuple[str, ...]
    key: Key


#: Code points of a cell: a list shows one line.
_CELL = 200


def count(db: Database, query: ListQuery) -> int:
    """Return how many rows a query has."""
    where, params = _where(query)
    if not where:
        return derived.total(db, query.kind)
    sql = f'SELECT count(*) FROM "{query.kind}" t {where}'
    return int(db.execute(sql, params).fetchone()[0])


def position(db: Database, query: ListQuery, id: str) -> int | None:
    """Return the row in which a record stands, from 0; None where the query leaves it out."""
    order = _order(query)
    where, params = _where(query)
    listed = ", ".join(f"t.{name}" for name in order)
    only = f"{where} AND t.id = ?" if where else "WHERE t.id = ?"
    key = db.execute(f'SELECT {listed} FROM "{query.kind}" t {only}', (*params, id)).fetchone()
    if key is None:
        return None
    where, params = _where(query, order, ">" if query.descending else "<")
    sql = f'SELECT count(*) FROM "{query.kind}" t {where}'
    return int(db.execute(sql, (*params, *key)).fetchone()[0])


def _order(query: ListQuery) -> tuple[str, ...]:
    spec = LISTS[query.kind]
    return (*spec.column(query.sort or spec.default).sort, "id")


def page(
    db: Database,
    query: ListQuery,
    after: Key | None = None,
    *,
    backwards: bool = False,
    skip: int = 0,
    limit: int = 128,
) -> list[ListRow]:
    """Return rows that follow a key, or that precede it, nearest first, when `backwards`.

    `skip` rows are passed over, for a jump; its cost grows with it.
    """
    sql, params = page_sql(query, after, backwards=backwards, skip=skip, limit=limit)
    spec = LISTS[query.kind]
    return [_row(db, spec, row) for row in db.execute(sql, params).fetchall()]


def page_sql(
    query: ListQuery,
    after: Key | None,
    *,
    backwards: bool = False,
    skip: int = 0,
    limit: int = 128,
) -> tuple[str, list[Any]]:
    """Return the SQL of a page and its parameters; the plan of each is tested."""
    spec = LISTS[query.kind]
    order = _order(query)
    down = query.descending != backwards
    where, params = _where(query, order if after is not None else (), "<" if down else ">")
    keys = ", ".join(f"t.{name}" for name in order)
    ordered = ", ".join(f"t.{name} {'DESC' if down else 'ASC'}" for name in order)
    cells = ", ".join(f"substr({c.sql}, 1, {_CELL + 1})" for c in spec.columns)
    sql = f"""SELECT {keys}, {cells} FROM "{query.kind}" t {where}
              ORDER BY {ordered} LIMIT ? OFFSET ?"""
    return sql, [*params, *(after or ()), limit, skip]


def _where(query: ListQuery, order: tuple[str, ...] = (), than: str = ">") -> tuple[str, list[Any]]:
    clauses, params = [], []
    for name, value in query.fields.items():
        clauses.append(f't."{name}" = ?')
        params.append(value)
    match = search.match(query.words)
    if match:
        found = LISTS[query.kind].words
        clauses.append("(" + " OR ".join(_matching(column) for column, _ in found) + ")")
        params += [value for _, kind in found for value in (match, *search.bounds(kind))]
    if order:
        names = ", ".join(f"t.{name}" for name in order)
        clauses.append(f"({names}) {than} ({', '.join('?' * len(order))})")
    return ("WHERE " + " AND ".join(clauses) if clauses else ""), params


def _matching(column: str) -> str:
    return f"""t.{column} IN (SELECT s.record_id FROM search_index i JOIN search s ON s.id = i.rowid
               WHERE search_index MATCH ? AND i.rowid BETWEEN ? AND ?)"""


def _row(db: Database, spec: ListSpec, row: Sequence[Any]) -> ListRow:
    length = len(row) - len(spec.columns)
    key = tuple(row[:length])
    cells = zip(spec.columns, row[length:], strict=True)
    return ListRow(key[-1], tuple(_cell(db, spec, column, value) for column, value in cells), key)


def _cell(db: Database, spec: ListSpec, column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.is_date:
        return _date(db, spec, column, value)
    if column.is_number:
        return isolated(f"{int(value):,}")
    if column.vocabulary:
        codes = value.split(",")
        return ", ".join(t.label for t in vocabulary(column.vocabulary) if t.code in codes)
    return shortened(value, _CELL)


def _date(db: Database, spec: ListSpec, column: Column, id: str) -> str:
    kind, name = (
        (spec.kind, column.sort[0][: -len("_earliest")]) if column.sort else ("event", "date")
    )
    parts = ", ".join(f"t.{name}_{part}" for part in DATE_PARTS)
    anchor_id = f"t.{name}_anchor_id"
    sql = f"""SELECT {parts}, coalesce((SELECT title FROM event WHERE id = {anchor_id}),
              (SELECT title FROM document WHERE id = {anchor_id}), '')
              FROM "{kind}" t WHERE t.id = ?"""
    *date, anchor = db.execute(sql, (id,)).fetchone()
    return phrase(Date(*date), anchor)
