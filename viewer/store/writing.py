"""Writing the rows of a change set, after everything that can be wrong with it was looked at."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.changes import Change, ChangeSet, creation
from viewer.domain.dates import Date
from viewer.domain.fields import Term
from viewer.domain.records import KINDS, Case, Document, Passage, Record, fields_of
from viewer.domain.vocabularies import vocabulary
from viewer.errors import ConflictError, DamagedCaseFile, InvalidRecordError
from viewer.store import engine, rows, schema


def new_case(case: Case) -> ChangeSet:
    """Return the change set with which a file begins."""
    return creation(case, label="New case")


def require_writable(path: Path) -> None:
    """Raise `ReadOnlyCaseFile` unless file and folder (for the journal) may be written."""
    if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        raise engine.read_only(path)


def require_sound(db: Database, path: Path) -> None:
    """Raise `DamagedCaseFile` unless every table, index and trigger is there as it must be."""
    found = {row[0] for row in db.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL")}
    if found != expected_schema():
        raise DamagedCaseFile(
            path,
            "“{name}” does not have the structure of a case file, so it was not opened. "
            "Nothing was changed: try a copy of it from a backup.",
        )


def expected_schema() -> set[str]:
    """Return the SQL of everything that an undamaged case file of this version holds."""
    connection = engine.in_memory()
    try:
        connection.executescript(schema.script())
        found = connection.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL").fetchall()
    finally:
        connection.close()
    return {row[0] for row in found}


@contextmanager
def explained() -> Iterator[None]:
    """Turn a broken reference or a second main name into a sentence."""
    try:
        yield
    except engine.IntegrityError as error:
        raise InvalidRecordError(
            "The change does not fit the case: it refers to a record that is not there, or "
            f"says twice what can be said once ({error}). Nothing was changed."
        ) from error


def write(db: Database, change_set: ChangeSet) -> None:
    """Write contents and rows, in the order given; runs of creations of a kind go together."""
    _check(db, change_set)
    for content in change_set.contents:
        sql = "INSERT OR IGNORE INTO content(sha256, data) VALUES (?, ?)"
        db.execute(sql, (content.sha256, content.data))
    for (kind, is_new), run in groupby(
        change_set.changes, key=lambda c: (c.kind, c.before is None)
    ):
        if is_new:
            rows.insert(db, kind, [change.record for change in run])
        else:
            for change in run:
                _rewrite(db, change)


def _rewrite(db: Database, change: Change) -> None:
    assert change.before is not None
    stored = rows.select(db, KINDS[change.kind], "WHERE id = ?", (change.id,))
    if stored != [change.before]:
        raise ConflictError(
            f"This {change.record.labels[0].lower()} was changed elsewhere in the meantime. "
            "Nothing was changed now: look at it again and repeat the edit."
        )
    if change.after is None:
        rows.delete(db, change.before)
    else:
        rows.update(db, change.after, change.changed_fields)


def _check(db: Database, change_set: ChangeSet) -> None:
    texts = {c.id: c.after.text for c in change_set.changes if isinstance(c.after, Document)}
    for change in change_set.changes:
        if change.after is not None:
            _check_fields(change.after)
            if isinstance(change.after, Passage):
                _check_passage(db, change.after, texts)


def _check_fields(record: Record) -> None:
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, Date):
            value.checked()
            texts = [value.written, value.basis]
        else:
            texts = [value] if isinstance(value, str) else []
        if isinstance(field.spec, Term) and value not in vocabulary(field.spec.vocabulary):
            raise InvalidRecordError(
                f"“{value}” is not one of the choices for {field.spec.label}; nothing was changed."
            )
        for text in texts:
            _check_text(text, field.spec.label)


def _check_text(text: str, label: str) -> None:
    if "\0" in text or (not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)):
        raise InvalidRecordError(
            f"{label} holds characters that are not text; nothing was changed. Type it again."
        )


def _check_passage(db: Database, passage: Passage, texts: dict[str, str]) -> None:
    text = texts.get(passage.document_id)
    if text is None:
        sql = "SELECT text FROM document WHERE id = ?"
        row = db.execute(sql, (passage.document_id,)).fetchone()
        text = texts[passage.document_id] = row[0] if row else ""
    if not passage.exact or text[passage.start : passage.end] != passage.exact:
        raise InvalidRecordError(
            "The words of this passage are not the document's at that place; nothing was changed. "
            "Select them again."
        )
