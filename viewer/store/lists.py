"""What each list shows, how it can be sorted, and the SQL that reads one page of it.

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
from viewer.store import search
from viewer.store.schema import DATE_PARTS

#: The sort key of a row: the values of the sort's columns, the id last.
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: `sql` gives its value, `sort` the columns that order it."""

    name: str
    label: str
    sql: str
    sort: tuple[str, ...] = ()
    vocabulary: str = ""
    is_date: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """The list of one kind; its first sort order is that of `default`."""

    kind: str
    columns: tuple[Column, ...]
    default: str
    #: Where the words of the filter line are looked for: a column with an id, and its kind.
    words: tuple[tuple[str, str], ...]

    def column(self, name: str) -> Column:
        """Return a column by name; raises `KeyError`."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


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


def _title(id_column: str) -> str:
    return f"(SELECT title FROM person WHERE id = t.{id_column})"


_ROLES = "(SELECT group_concat(DISTINCT role) FROM involvement WHERE person_id = t.id)"
_PERSON_WHEN = """(SELECT e.id FROM involvement i JOIN event e ON e.id = i.event_id
    WHERE i.person_id = t.id AND e.date_earliest < 9007199254740992
    ORDER BY e.date_earliest LIMIT 1)"""
_PLACE = "(SELECT name FROM place WHERE id = t.place_id)"
_DOCUMENT = "(SELECT title FROM document WHERE id = t.document_id)"
_TARGET = """(SELECT coalesce(
    (SELECT exact FROM passage WHERE id = t.target_id),
    (SELECT title FROM person WHERE id = t.target_id),
    (SELECT title FROM event WHERE id = t.target_id),
    (SELECT name FROM place WHERE id = t.target_id),
    (SELECT title FROM document WHERE id = t.target_id),
    (SELECT p.exact FROM quote q JOIN passage p ON p.id = q.passage_id WHERE q.id = t.target_id),
    ''))"""


def _uses(column: str, table: str) -> str:
    return f"(SELECT count(*) FROM {table} WHERE {column} = t.id)"


_EVENT = "(SELECT title FROM event WHERE id = t.{})"

LISTS: dict[str, ListSpec] = {
    spec.kind: spec
    for spec in (
        ListSpec(
            "person",
            (
                Column("name", "Name", "t.title", ("sort",)),
                Column("role", "Role", _ROLES, vocabulary="role"),
                Column("when", "When", _PERSON_WHEN, is_date=True),
                Column("unit", "Unit", "t.unit", ("unit", "sort"), vocabulary="unit"),
                Column(
                    "protection",
                    "Protection",
                    "t.protection",
                    ("protection", "sort"),
                    vocabulary="protection",
                ),
            ),
            "name",
            (("id", "person"),),
        ),
        ListSpec(
            "event",
            (
                Column("date", "When", "t.id", ("date_earliest",), is_date=True),
                Column("title", "Event", "t.title", ("sort",)),
                Column("type", "Type of act", "t.type", ("type", "date_earliest"), "act"),
                Column("place", "Place", _PLACE),
                Column("status", "Status", "t.status", ("status", "date_earliest"), "status"),
            ),
            "date",
            (("id", "event"), ("place_id", "place")),
        ),
        ListSpec(
            "quote",
            (
                Column("text", "Quote", "(SELECT exact FROM passage WHERE id = t.passage_id)"),
                Column("speaker", "Speaker", _title("speaker_id"), ("sort",)),
                Column("form", "Form", "t.form", ("form",), "form"),
                Column("document", "Document", _DOCUMENT, ("document_id", "start")),
            ),
            "document",
            (("id", "quote"), ("speaker_id", "person")),
        ),
        ListSpec(
            "document",
            (
                Column("title", "Title", "t.title", ("sort",)),
                Column("type", "Type", "t.type", ("type",), "document_type"),
                Column("publisher", "Publisher", "t.publisher"),
                Column("published", "Published", "t.id", ("published_earliest",), is_date=True),
                Column("passages", "Passages", _uses("document_id", "passage"), is_number=True),
            ),
            "title",
            (("id", "document"),),
        ),
        ListSpec(
            "place",
            (
                Column("name", "Name", "t.name", ("sort",)),
                Column("precision", "Precision", "t.precision", ("precision", "sort"), "precision"),
                Column("part_of", "Part of", "(SELECT name FROM place WHERE id = t.part_of_id)"),
                Column("events", "Events", _uses("place_id", "event"), is_number=True),
            ),
            "name",
            (("id", "place"),),
        ),
        ListSpec(
            "figure",
            (
                Column("act", "Kind of act", "t.act", ("act",), "act"),
                Column("qualifier", "", "t.qualifier", vocabulary="qualifier"),
                Column("number", "Number", "t.number", ("number",), is_number=True),
                Column("counted", "Of whom", "t.counted"),
                Column("claimant", "Reported by", _title("claimant_id")),
                Column("period", "Period", "t.id", ("period_earliest",), is_date=True),
            ),
            "act",
            (("id", "figure"), ("claimant_id", "person")),
        ),
        ListSpec(
            "involvement",
            (
                Column("person", "Person", _title("person_id"), ("person_id",)),
                Column("role", "Role", "t.role", ("role",), "role"),
                Column("event", "Event", _EVENT.format("event_id"), ("event_id",)),
                Column("detail", "Detail", "t.detail"),
            ),
            "event",
            (("person_id", "person"), ("event_id", "event")),
        ),
        ListSpec(
            "relationship",
            (
                Column("person", "Person", _title("person_id"), ("person_id",)),
                Column("type", "Tie", "t.type", ("type",), "tie"),
                Column("other", "To", _title("other_id"), ("other_id",)),
                Column("detail", "Detail", "t.detail"),
            ),
            "person",
            (("person_id", "person"), ("other_id", "person")),
        ),
        ListSpec(
            "event_link",
            (
                Column("event", "Event", _EVENT.format("event_id"), ("event_id",)),
                Column("type", "Link", "t.type", ("type",), "link"),
                Column("other", "To", _EVENT.format("other_id"), ("other_id",)),
                Column("detail", "Detail", "t.detail"),
            ),
            "event",
            (("event_id", "event"), ("other_id", "event")),
        ),
        ListSpec(
            "annotation",
            (
                Column("body", "Note", "t.body"),
                Column("motivation", "Kind", "t.motivation", ("motivation",), "motivation"),
                Column("target", "On", _TARGET),
                Column("created", "Created", "substr(t.created, 1, 10)", ("created",)),
            ),
            "created",
            (("id", "annotation"),),
        ),
        ListSpec(
            "tag",
            (
                Column("label", "Tag", "t.label", ("sort",)),
                Column("uses", "Records", _uses("tag_id", "tagging"), is_number=True),
            ),
            "label",
            (("id", "tag"),),
        ),
    )
}

#: Code points of a cell: a list shows one line.
_CELL = 200


def count(db: Database, query: ListQuery) -> int:
    """Return how many rows a query has."""
    where, params = _where(query)
    sql = f'SELECT count(*) FROM "{query.kind}" t {where}'
    return int(db.execute(sql, params).fetchone()[0])


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
    order = (*spec.column(query.sort or spec.default).sort, "id")
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
        return ", ".join(vocabulary(column.vocabulary).label(code) for code in value.split(","))
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
