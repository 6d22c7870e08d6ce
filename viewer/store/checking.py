"""What must be true of a record before it is written; what is not is said in a sentence."""

import math
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlite_utils import Database

from viewer.domain.changes import ChangeSet, sha256
from viewer.domain.dates import NO_DATE, Date
from viewer.domain.fields import Real, Term, Whole
from viewer.domain.records import KINDS, Case, Document, Evidence, Passage, Record, fields_of
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError
from viewer.store import rows
from viewer.store.trouble import UnfitRow

#: The whole numbers that SQLite can keep.
_WHOLE = range(-(2**63), 2**63)
_ID_LENGTH = 36


def check(db: Database, change_set: ChangeSet, who: str) -> None:
    """Raise `InvalidRecordError` for what no case may hold; looks at the state before the change.

    References are looked after by the tables themselves.
    """
    texts = {c.id: c.after.text for c in change_set.changes if isinstance(c.after, Document)}
    require_text("The name of the deed", [change_set.label, who])
    for change in change_set.changes:
        if change.after is not None:
            check_fields(change.after)
            if isinstance(change.after, Passage):
                _check_passage(db, change.after, texts)
        elif isinstance(change.before, Case):
            raise InvalidRecordError("A case file always has its case; nothing was changed.")


def check_written(db: Database, change_set: ChangeSet) -> None:
    """Raise `InvalidRecordError` for documents and evidence that do not fit what is there now."""
    for change in change_set.changes:
        if isinstance(change.after, Document) and change.before is None:
            _check_document(db, change.after)
        elif isinstance(change.after, Evidence) and change.after.field:
            _check_evidence(db, change.after)


def require_text(label: str, texts: Iterable[Any]) -> None:
    """Raise `InvalidRecordError` for what UTF-8 cannot say, and for NUL."""
    for text in texts:
        if isinstance(text, str) and not _is_text(text):
            raise InvalidRecordError(
                f"{label} holds characters that are not text; nothing was changed. Type it again."
            )


def _is_str(value: object) -> bool:
    return type(value) is str


def _is_text(text: str) -> bool:
    if text.isascii():
        return "\0" not in text
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


@cache
def _codes(name: str) -> frozenset[str]:
    return frozenset(vocabulary(name).codes)


@cache
def _terms(kind: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple(
        (field.name, field.spec.label, _codes(field.spec.vocabulary))
        for field in fields_of(kind)
        if isinstance(field.spec, Term)
    )


@cache
def _others(kind: str) -> tuple[tuple[str, str, Whole | Real | None], ...]:
    """Return the fields that are numbers or dates."""
    found = ((field.name, field.spec, field.default) for field in fields_of(kind))
    return tuple(
        (name, spec.label, spec if isinstance(spec, Whole | Real) else None)
        for name, spec, default in found
        if isinstance(spec, Whole | Real) or isinstance(default, Date)
    )


def check_fields(record: Record) -> None:
    """Raise `InvalidRecordError` for fields that no case may hold."""
    for name, label, codes in _terms(record.kind):
        if getattr(record, name) not in codes:
            raise InvalidRecordError(
                f"“{getattr(record, name)}” is not one of the choices for {label}; "
                "nothing was changed."
            )
    for name, label, number in _others(record.kind):
        value = getattr(record, name)
        if number is not None:
            _check_number(value, label, number)
        elif value is not NO_DATE:
            value.checked()
    row = rows.values_of(record.kind)(record)
    if not _is_text("".join(filter(_is_str, row))):
        _refuse_text(record)
    if len(record.id) != _ID_LENGTH:
        raise InvalidRecordError(
            f"“{record.id}” is not an id (a UUID as text); nothing was changed."
        )


def _check_number(value: Any, label: str, spec: Whole | Real) -> None:
    if value is None:
        return
    least = spec.least if isinstance(spec, Whole) else None
    fits = value in _WHOLE if isinstance(spec, Whole) else math.isfinite(value)
    if not fits or (least is not None and value < least):
        raise InvalidRecordError(
            f"“{value}” is not possible for {label}; nothing was changed. Give another number."
        )


def _refuse_text(record: Record) -> None:
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        is_date = isinstance(value, Date)
        parts = (value.written, value.offset, value.basis, value.anchor_id) if is_date else (value,)
        require_text(field.spec.label, parts)
    require_text("An id", (record.id,))


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


def _check_document(db: Database, document: Document) -> None:
    sql = "SELECT 1 FROM content WHERE sha256 = ?"
    is_kept = db.execute(sql, (document.sha256,)).fetchone() is not None
    if not is_kept or sha256(document.text.encode()) != document.text_sha256:
        raise InvalidRecordError(
            f"The document “{document.title}” came without its original, or with another text "
            "than its hash says; nothing was changed. Import it again."
        )


def _check_evidence(db: Database, evidence: Evidence) -> None:
    sql = "SELECT kind FROM record WHERE id = ?"
    row = db.execute(sql, (evidence.record_id,)).fetchone()
    if row is not None and row[0] not in KINDS:
        raise UnfitRow  # The registry knows a kind that there is not.
    if row is not None and evidence.field not in rows.names_of(row[0]):
        raise InvalidRecordError(
            f"A {row[0].replace('_', ' ')} has no field “{evidence.field}” that a passage could "
            "speak of; nothing was changed."
        )
