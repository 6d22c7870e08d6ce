"""The tables of a case file, made from the fields of the records.

Beside its record's fields a table keeps derived columns (titles to sort by, the days that a date
allows); `store.derived` fills them and `casefile check` computes them again. Changing anything
here needs a new `SCHEMA_VERSION` and a migration.
"""

from functools import cache

from viewer.domain.fields import DateField, NamedField, Real, Ref, Term, Whole
from viewer.domain.records import KINDS, Passage, fields_of
from viewer.domain.vocabularies import vocabulary
from viewer.store import guards

#: "CASE" in ASCII, at byte 68 of the file: see packaging's MIME type.
APPLICATION_ID = 0x43415345
SCHEMA_VERSION = 5

#: The parts of a `Date`, each a column `<field>_<part>`.
DATE_PARTS = ("written", "edtf", "anchor_id", "offset", "basis")

#: Derived columns, by kind.
DERIVED: dict[str, dict[str, str]] = {
    "document": {"sort": "TEXT NOT NULL DEFAULT ''"},
    "person": {
        "title": "TEXT NOT NULL DEFAULT ''",
        "sort": "TEXT NOT NULL DEFAULT ''",
    },
    "place": {"sort": "TEXT NOT NULL DEFAULT ''"},
    "event": {"sort": "TEXT NOT NULL DEFAULT ''"},
    "quote": {
        "sort": "TEXT NOT NULL DEFAULT ''",
        "document_id": "TEXT",
        "start": "INTEGER",
    },
    "tag": {"sort": "TEXT NOT NULL DEFAULT ''"},
}

#: What the lists are sorted and filtered by, beside the references, which all have an index.
INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "document": (
        ("sort", "id"),
        ("type", "id"),
        ("published_earliest", "id"),
        ("published_latest", "id"),
        ("sha256",),
        ("protection", "id"),
    ),
    "passage": (("document_id", "start", "end", "id"),),
    "person": (
        ("sort", "id"),
        ("unit", "sort", "id"),
        ("protection", "sort", "id"),
        ("naming", "id"),
        ("consent", "id"),
        ("consent_date_earliest", "id"),
        ("consent_date_latest", "id"),
    ),
    "name": (("text", "id"),),
    "place": (("sort", "id"), ("precision", "sort", "id"), ("protection", "id")),
    "event": (
        ("date_earliest", "id"),
        ("date_latest", "id"),
        ("sort", "id"),
        ("type", "date_earliest", "id"),
        ("status", "date_earliest", "id"),
        ("protection", "id"),
    ),
    "involvement": (("role", "id"),),
    "relationship": (("type", "id"),),
    "event_link": (("type", "id"),),
    "quote": (
        ("document_id", "start", "id"),
        ("sort", "id"),
        ("form", "id"),
        ("attribution", "id"),
    ),
    "figure": (
        ("act", "id"),
        ("qualifier", "id"),
        ("number", "id"),
        ("period_earliest", "id"),
        ("period_latest", "id"),
    ),
    "evidence": (("record_id", "field", "id"), ("stance", "id")),
    "annotation": (
        ("motivation", "id"),
        ("colour", "id"),
        ("created", "id"),
        ("protection", "id"),
    ),
    "tag": (("sort", "id"),),
}

# FTS5 with secure-delete corrupts its index under detail='none' when one statement changes
# several rows (SQLite 3.53); detail='column' does not, and costs 2 % of the file.
# A prefix without an index of its length is answered by reading every word that begins so, 20 ms
# for one of a million rows, against 0.3 ms; the lengths from 5 to 10 cost 2 % of the file.
SEARCH_INDEX = (
    """CREATE VIRTUAL TABLE search_index USING fts5(
    text, content='search', content_rowid='id',
    prefix='1 2 3 4 5 6 7 8 9 10', detail='column', tokenize='unicode61 remove_diacritics 0'
)""",
    "INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_index(search_index, rank) VALUES ('hashsize', 16777216)",
)

_MAKE_SEARCH_INDEX = ";\n".join(SEARCH_INDEX)
_SUPPORT = f"""
CREATE TABLE record (id TEXT PRIMARY KEY, kind TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE total (kind TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE content (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE "history" (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    deed TEXT NOT NULL CHECK (deed IN ('begin', 'do', 'undo', 'redo', 'log', 'forget')),
    reverses INTEGER REFERENCES history(seq),
    salt TEXT,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX history_reverses ON history(reverses) WHERE reverses IS NOT NULL;
CREATE INDEX history_forgetting ON history(seq) WHERE deed = 'forget';
CREATE TABLE "history_change" (
    seq INTEGER NOT NULL REFERENCES history(seq) DEFERRABLE INITIALLY DEFERRED,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    salt TEXT,
    digest TEXT NOT NULL,
    PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_change_record ON history_change(record_id, seq);
CREATE INDEX history_change_deleted ON history_change(seq, record_id)
    WHERE after IS NULL AND before IS NOT NULL;
CREATE TABLE search (
    id INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_source ON search(source_id);
{_MAKE_SEARCH_INDEX};
CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
    INSERT INTO search_index(rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN
    INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN
    INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO search_index(rowid, text) VALUES (new.id, new.text);
END;
CREATE UNIQUE INDEX one_case ON "case" ((1));
CREATE UNIQUE INDEX one_main_name ON name(person_id) WHERE type = 'main';
CREATE UNIQUE INDEX one_tagging ON tagging(tag_id, target_id);
"""


def script() -> str:
    """Return the SQL that makes an empty case file of the present version."""
    parts = [f"PRAGMA application_id={APPLICATION_ID};", f"PRAGMA user_version={SCHEMA_VERSION};"]
    parts += [_table(kind) for kind in KINDS]
    parts.append(_SUPPORT)
    parts += [_indexes(kind) + _triggers(kind) for kind in KINDS]
    parts.append(guards.script(columns(Passage.kind)))
    return "\n".join(parts)


@cache
def columns(kind: str) -> tuple[str, ...]:
    """Return the columns that hold a record's fields, `id` first, without the derived ones."""
    return ("id", *(name for field in fields_of(kind) for name in _names(field)))


@cache
def date_fields(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's fields that are dates."""
    return tuple(field.name for field in fields_of(kind) if isinstance(field.spec, DateField))


def _names(field: NamedField) -> tuple[str, ...]:
    if isinstance(field.spec, DateField):
        return tuple(f"{field.name}_{part}" for part in DATE_PARTS)
    return (field.name,)


def _table(kind: str) -> str:
    lines = ["id TEXT PRIMARY KEY CHECK (length(id) = 36)"]
    for field in fields_of(kind):
        lines += _column(field)
    lines += [f"{name} {definition}" for name, definition in DERIVED.get(kind, {}).items()]
    if kind == "passage":
        lines.append('CHECK ("start" < "end")')
    return f'CREATE TABLE "{kind}" (\n    ' + ",\n    ".join(lines) + "\n) STRICT;"


def _column(field: NamedField) -> list[str]:
    name, null = f'"{field.name}"', "" if field.optional else " NOT NULL"
    match field.spec:
        case DateField():
            return _date_columns(field.name)
        case Term(vocabulary=vocabulary_name):
            codes = ", ".join(f"'{code}'" for code in vocabulary(vocabulary_name).codes)
            return [f"{name} TEXT{null} CHECK ({name} IN ({codes}))"]
        case Ref(kind=kind):
            return [f"{name} TEXT{null} {_references(kind)}"]
        case Whole(least=least):
            check = "" if least is None else f" CHECK ({name} >= {least})"
            return [f"{name} INTEGER{null}{check}"]
        case Real():
            return [f"{name} REAL{null}"]
        case _:
            return [f"{name} TEXT{null}"]


def _date_columns(name: str) -> list[str]:
    texts = [f"{name}_{part} TEXT NOT NULL" for part in DATE_PARTS if part != "anchor_id"]
    return [
        *texts,
        f"{name}_anchor_id TEXT {_references('')}",
        f"{name}_earliest INTEGER NOT NULL DEFAULT 0",
        f"{name}_latest INTEGER NOT NULL DEFAULT 0",
    ]


def _references(kind: str) -> str:
    return f'REFERENCES "{kind or "record"}"(id) DEFERRABLE INITIALLY DEFERRED'


@cache
def reference_columns(kind: str, to: str = "") -> tuple[str, ...]:
    """Return the columns of a kind that hold the id of another record, or of one of kind `to`."""
    columns = []
    for field in fields_of(kind):
        if isinstance(field.spec, Ref):
            if not to or field.spec.kind in ("", to):
                columns.append(field.name)
        elif isinstance(field.spec, DateField):
            columns.append(f"{field.name}_anchor_id")
    return tuple(columns)


def _indexes(kind: str) -> str:
    wanted = list(INDEXES.get(kind, ()))
    leading = {columns[0] for columns in wanted}
    wanted += [(column, "id") for column in reference_columns(kind) if column not in leading]
    return "\n".join(_index(kind, columns) for columns in wanted)


def _index(kind: str, columns: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    name = "_".join((kind, *(column for column in columns if column != "id")))
    return f'CREATE INDEX "by_{name}" ON "{kind}"({listed});'


def _triggers(kind: str) -> str:
    return f"""
CREATE TRIGGER "{kind}_added" AFTER INSERT ON "{kind}" BEGIN
    INSERT INTO record(id, kind) VALUES (new.id, '{kind}');
END;
CREATE TRIGGER "{kind}_removed" AFTER DELETE ON "{kind}" BEGIN
    DELETE FROM record WHERE id = old.id;
    DELETE FROM search WHERE source_id = old.id;
END;"""
