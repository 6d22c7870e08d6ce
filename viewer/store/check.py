"""`casefile check`: is everything in the file as it must be?"""

from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.changes import sha256
from viewer.domain.records import KINDS, Document, Passage
from viewer.errors import CasefileError
from viewer.store import (
    chain_check,
    damage,
    derived,
    engine,
    migrations,
    opening,
    replay,
    rows,
    search,
)
from viewer.store.giving_up import IsGivenUp, heeding, never, require_wanted
from viewer.store.keys import Key
from viewer.store.readable import ReadableCase
from viewer.store.schema import DERIVED, date_fields

#: Pages that are copied at a time.
_PAGES = 4096
#: Passages of a document that are named: where its text was changed, it is hundreds.
_NAMED = 5
_PRESENT = "SELECT sha256, title FROM document"
#: What the history still says of documents; which of two of one hash is named is no matter.
_DELETED = """
    SELECT said ->> 'sha256', coalesce(said ->> 'title', '') FROM (
        SELECT CASE WHEN json_valid(before) THEN before END AS said FROM history_change
        WHERE kind = 'document'
        UNION ALL SELECT CASE WHEN json_valid(after) THEN after END FROM history_change
        WHERE kind = 'document'
    ) WHERE said ->> 'sha256' IS NOT NULL"""


def check(path: Path, key: Key | None = None, is_given_up: IsGivenUp = never) -> list[str]:
    """Return a sentence for each thing that is wrong; an empty list for a sound file.

    Reads only. Raises a `FileProblem` when the file cannot be looked into at all, or `Interrupted`.
    """
    engine.require_file(path)
    with opening.guarded(path):
        key = opening.fitting(path, key)
        opening.require_case_file(path, key)
        engine.recover(path, key)
        db = engine.connect(path, "ro", key)
        try:
            migrations.require_present(migrations.version(db, path), path)
            return list(problems(db, ReadableCase(db, path, key), is_given_up))
        finally:
            db.close()


def problems(db: Database, case: ReadableCase, is_given_up: IsGivenUp = never) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong in a case of the present version.

    Given up, it raises `Interrupted` or the engine's own error.
    """
    with heeding(db.conn, is_given_up):
        yield from _problems(db, case, is_given_up)


def _problems(db: Database, case: ReadableCase, is_given_up: IsGivenUp) -> Iterator[str]:
    if found := damage.lines(db, "integrity_check"):
        yield from damage.explained(db, found)
        return
    try:
        opening.require_sound(db, case.path)
    except CasefileError as error:
        yield str(error)
        return
    yield from _references(db)
    yield from _registry(db)
    yield from _totals(db)
    yield from _originals(db)
    yield from _documents(db)
    yield from _passages(db)
    yield from chain_check.problems(db, case)
    yield from replay.problems(db, case)
    yield from _search(db)
    yield from _computed(db, case.key, is_given_up)


def _references(db: Database) -> Iterator[str]:
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"A record in “{table}” refers to a record in “{parent}” that is not there."


def _registry(db: Database) -> Iterator[str]:
    tables = " UNION ALL ".join(f"SELECT id, '{kind}' FROM \"{kind}\"" for kind in KINDS)
    sql = "SELECT count(*) FROM (SELECT * FROM ({}) EXCEPT SELECT * FROM ({}))"
    registry = "SELECT id, kind FROM record"
    for first, second in ((tables, registry), (registry, tables)):
        number = db.execute(sql.format(first, second)).fetchone()[0]
        if number:
            yield f"{number} records and the registry of records disagree."


def _totals(db: Database) -> Iterator[str]:
    for kind, record in KINDS.items():
        if derived.total(db, kind) != db.table(kind).count:
            yield f"The number of {record.labels[1].lower()} is not what is counted."


def _originals(db: Database) -> Iterator[str]:
    """Hold the originals against their hashes, and against the documents that ever had one."""
    titles = {row[0]: f"“{row[1]}”" for row in db.execute(_DELETED).fetchall()}
    titles |= {row[0]: f"“{row[1]}”" for row in db.execute(_PRESENT).fetchall()}
    for (said,) in db.execute("SELECT sha256 FROM content ORDER BY sha256").fetchall():
        (data,) = db.execute("SELECT data FROM content WHERE sha256 = ?", (said,)).fetchone()
        title = titles.pop(said, "")
        if not title:
            yield "There is an original of no document: Casefile did not write it."
        elif not isinstance(data, bytes) or sha256(data) != said:
            yield f"The original of the document {title} was changed."
    yield from (f"The original of the document {title} is missing." for title in titles.values())


def _documents(db: Database) -> Iterator[str]:
    for document in _each_document(db):
        if sha256(document.text.encode()) != document.text_sha256:
            yield f"The text of the document “{document.title}” was changed."


def _passages(db: Database) -> Iterator[str]:
    for document in _each_document(db):
        passages = rows.select(db, Passage, "WHERE document_id = ?", (document.id,))
        bad = [each for each in passages if document.text[each.start : each.end] != each.exact]
        for each in bad[:_NAMED]:
            where = f"characters {each.start} to {each.end} of “{document.title}”"
            yield f"A passage differs from its document: {where}."
        if more := len(bad[_NAMED:]):
            yield f"More passages of “{document.title}” differ from it: {more:,}."


def _each_document(db: Database) -> Iterator[Document]:
    for row in db.execute("SELECT id FROM document ORDER BY id").fetchall():
        yield from rows.select(db, Document, "WHERE id = ?", row)


def _search(db: Database) -> Iterator[str]:
    sql = "SELECT 1 FROM search WHERE source_id = ? AND record_id = ? AND text = ?"
    number = wrong = 0
    for _, *entry in search.expected(db):
        number += 1
        wrong += db.execute(sql, entry).fetchone() is None
    surplus = db.execute("SELECT count(*) FROM search").fetchone()[0] - (number - wrong)
    if wrong or surplus:
        many = max(wrong, surplus)
        whose = "1 record says" if many == 1 else f"{many:,} records say"
        yield f"The search does not hold what {whose}."


def _computed(db: Database, key: Key | None, is_given_up: IsGivenUp) -> Iterator[str]:
    """Look at what only a copy allows, as the engine takes each of these looks for a write."""
    copy = engine.in_memory(key)
    try:
        db.conn.backup(copy, pages=_PAGES, progress=lambda *_: require_wanted(is_given_up))
        computed = Database(copy, execute_plugins=False)
        with heeding(copy, is_given_up):
            yield from _values(computed)
            if not _index_is_true(computed):
                yield "The search index does not agree with its text."
            yield from _derived(computed)
    finally:
        copy.close()


def _values(copy: Database) -> Iterator[str]:
    """Name tables with values that they do not allow: a read-only connection skips them."""
    if found := damage.lines(copy):
        yield from damage.explained(copy, found)


def _index_is_true(copy: Database) -> bool:
    try:
        sql = "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"
        copy.execute(sql)
    except engine.DatabaseError:
        return False
    return True


def _derived(copy: Database) -> Iterator[str]:
    before = {kind: _derived_rows(copy, kind) for kind in KINDS}
    try:
        derived.refresh_all(copy)
    except CasefileError:
        yield "A date cannot be read, or counts from itself."
        return
    for kind in KINDS:
        if _derived_rows(copy, kind) != before[kind]:
            yield f"What the list of {KINDS[kind].labels[1].lower()} is sorted by is not true."


def _derived_rows(db: Database, kind: str) -> list[tuple[object, ...]]:
    spans = [f"{name}_{end}" for name in date_fields(kind) for end in ("earliest", "latest")]
    columns = [*DERIVED.get(kind, {}), *spans]
    if not columns:
        return []
    return list(db.execute(f'SELECT id, {", ".join(columns)} FROM "{kind}" ORDER BY id').fetchall())
