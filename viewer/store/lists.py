"""One page of a list, and how many rows it has.

Paging is by keyset: a page begins after the sort key of the row before it, so that the last page
of a million rows costs what the first one costs. Each sort order is an index of `schema.INDEXES`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from viewer.domain.dates import Date, phrase
from viewer.domain.text import isolated, shortened
from viewer.domain.vocabularies import vocabulary
from viewer.store import derived, filters, narrowing
from viewer.store.list_specs import LISTS, Column, ListSpec
from viewer.store.narrowing import Way
from viewer.store.query import ListQuery
from viewer.store.schema import DATE_PARTS
from viewer.store.trouble import UnfitRow

__all__ = ["Counted", "Key", "ListQuery", "ListRow"]

#: The sort key of a row: the values of the sort's columns, the id last.
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row, ready to be shown, and the key from which the next page goes on."""

    id: str
    cells: tuple[str, ...]
    key: Key


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows that were counted; there may be `more`, which are counted after the last of these."""

    number: int
    more: bool


#: Code points of a cell: a list shows one line.
_CELL = 200
#: Rows of a page.
PAGE = 128
#: Rows that are counted at once where there are many.
COUNTED = 1_000


def count(db: Database, query: ListQuery) -> int:
    """Return how many rows a query has. Where that is not few, each of them is visited."""
    if not query.is_filtered:
        return derived.total(db, query.kind)
    parts = filters.parts(query)
    return _number(db, query, narrowing.few(db, parts) or narrowing.at_once(parts))


def counted(db: Database, query: ListQuery, after: Key | None = None) -> Counted:
    """Count the rows that follow a key, all of them where they are few; see `narrowing`."""
    parts = filters.parts(query)
    way = narrowing.few(db, parts) if parts else narrowing.ALL
    if not parts and after is None:
        return Counted(derived.total(db, query.kind), False)
    if way is not None:
        return Counted(_number(db, query, way, after), False)
    way = narrowing.in_order(db, query.kind, parts)
    until = _key_at(db, query, after, way.tested, down=query.descending)
    number = _number(db, query, way, after, until, COUNTED)
    if until is None or number >= PAGE:
        return Counted(number, until is not None or number == COUNTED)
    return Counted(_number(db, query, narrowing.at_once(parts), after), False)


def position(db: Database, query: ListQuery, id: str, until: Key | None = None) -> int | None:
    """Return the row in which a record stands, from 0.

    None where the query leaves it out, or where it stands behind the key `until`.
    """
    parts = filters.parts(query)
    way = narrowing.few(db, parts) if parts else narrowing.ALL
    key = _key_of(db, query, way or narrowing.in_order(db, query.kind, parts), id, until)
    if key is None:
        return None
    turned = ListQuery(query.kind, query.sort, not query.descending)
    return _number(db, turned, way or narrowing.at_once(parts), key)


def page(
    db: Database,
    query: ListQuery,
    after: Key | None = None,
    *,
    backwards: bool = False,
    skip: int = 0,
    limit: int = PAGE,
) -> list[ListRow]:
    """Return rows that follow a key, or that precede it, nearest first, when `backwards`.

    `skip` rows are passed over, for a jump; its cost grows with it.
    """
    parts = filters.parts(query)
    down = query.descending != backwards
    way = narrowing.few(db, parts) if parts else narrowing.ALL
    if way is not None:
        return _rows(db, query, way, after, down=down, skip=skip, limit=limit)
    way = narrowing.in_order(db, query.kind, parts)
    until = _key_at(db, query, after, way.tested + skip, down=down)
    rows = _rows(db, query, way, after, until, down=down, skip=skip, limit=limit)
    if len(rows) == limit or until is None:
        return rows
    way = narrowing.at_last(parts)
    return _rows(db, query, way, after, down=down, skip=skip, limit=limit)


def _rows(
    db: Database,
    query: ListQuery,
    way: Way,
    after: Key | None,
    until: Key | None = None,
    *,
    down: bool,
    skip: int,
    limit: int,
) -> list[ListRow]:
    sql, params = page_sql(query, way, after, until, down=down)
    spec = LISTS[query.kind]
    return [_row(db, spec, row) for row in db.execute(sql, (*params, limit, skip)).fetchall()]


def page_sql(
    query: ListQuery, way: Way, after: Key | None, until: Key | None = None, *, down: bool
) -> tuple[str, list[Any]]:
    """Return the SQL of a page and its parameters, to be followed by how many and after how many.

    The plan of each is tested.
    """
    spec = LISTS[query.kind]
    order = _order(query)
    where, params = _where(query, way, after, until, down=down)
    keys = ", ".join(f't."{name}"' for name in order)
    cells = ", ".join(f"substr({c.sql}, 1, {_CELL + 1})" for c in spec.columns)
    ordered = _ordered(query, way, down=down)
    sql = f'SELECT {keys}, {cells} FROM "{query.kind}" t {where} {ordered} LIMIT ? OFFSET ?'
    return sql, params


def _ordered(query: ListQuery, way: Way, *, down: bool) -> str:
    turn = "DESC" if down else "ASC"
    return "ORDER BY " + ", ".join(f'{way.apart}t."{name}" {turn}' for name in _order(query))


def _number(
    db: Database,
    query: ListQuery,
    way: Way,
    after: Key | None = None,
    until: Key | None = None,
    most: int = -1,
) -> int:
    where, params = _where(query, way, after, until, down=query.descending)
    order = "" if most < 0 or way.apart else _ordered(query, way, down=query.descending)
    sql = f'SELECT count(*) FROM (SELECT 1 FROM "{query.kind}" t {where} {order} LIMIT ?)'
    return int(db.execute(sql, (*params, most)).fetchone()[0])


def _key_of(db: Database, query: ListQuery, way: Way, id: str, until: Key | None) -> Key | None:
    """Return the key of a record unless the query leaves it out."""
    where, params = _where(query, way, None, until, down=query.descending)
    listed = ", ".join(f't."{name}"' for name in _order(query))
    sql = f'SELECT {listed} FROM "{query.kind}" t {where or "WHERE true"} AND t.id = ?'
    row = db.execute(sql, (*params, id)).fetchone()
    return None if row is None else tuple(row)


def _key_at(
    db: Database, query: ListQuery, after: Key | None, rows: int, *, down: bool
) -> Key | None:
    """Return the key that stands so many rows behind another, whatever the filters say."""
    where, params = _where(query, narrowing.ALL, after, None, down=down)
    listed = ", ".join(f't."{name}"' for name in _order(query))
    ordered = _ordered(query, narrowing.ALL, down=down)
    sql = f'SELECT {listed} FROM "{query.kind}" t {where} {ordered} LIMIT 1 OFFSET ?'
    row = db.execute(sql, (*params, rows - 1)).fetchone()
    return None if row is None else tuple(row)


def _order(query: ListQuery) -> tuple[str, ...]:
    spec = LISTS.get(query.kind)
    if spec is None:
        return ("id",)  # no list shows the kind, but its records are counted
    return (*spec.column(query.sort or spec.default).sort, "id")


def _where(
    query: ListQuery, way: Way, after: Key | None, until: Key | None, *, down: bool
) -> tuple[str, list[Any]]:
    order = _order(query)
    names = ", ".join(f't."{name}"' if not way.apart else f'+t."{name}"' for name in order)
    marks = ", ".join("?" * len(order))
    clauses, params = list(way.conditions), list(way.params)
    for key, than in ((after, "<" if down else ">"), (until, ">=" if down else "<=")):
        if key is not None:
            clauses.append(f"({names}) {than} ({marks})")
            params += key
    return ("WHERE " + " AND ".join(clauses) if clauses else ""), params


def _row(db: Database, spec: ListSpec, row: Sequence[Any]) -> ListRow:
    length = len(row) - len(spec.columns)
    key = tuple(row[:length])
    cells = zip(spec.columns, row[length:], strict=True)
    return ListRow(key[-1], tuple(_cell(db, spec, column, value) for column, value in cells), key)


def _cell(db: Database, spec: ListSpec, column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bytes):
        raise UnfitRow
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
    row = db.execute(sql, (id,)).fetchone()
    if row is None:
        raise UnfitRow  # An index leads to a record that is not in its table.
    *date, anchor = row
    return phrase(Date(*date), anchor)
