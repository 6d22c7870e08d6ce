"""A case as one audience would see it, ready to be written as a case file and shown in a window."""

from collections.abc import Iterator
from dataclasses import replace

from viewer.domain.changes import ChangeSet, Content, creation
from viewer.domain.dates import Date
from viewer.domain.fields import Text
from viewer.domain.protection import Protected, protect
from viewer.domain.protection.view import TECHNICAL
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Case, Document, Record, field_of, fields_of
from viewer.domain.snapshot import Snapshot
from viewer.errors import LeakError

#: Fields of a document that are the original's, which a preview does not have.
NOT_PREVIEWED = frozenset({"sha256", "text_sha256"})


def preview(case: CaseReader, audience: str) -> tuple[Case, ChangeSet]:
    """Return the case's record, and the change set that makes everything else of what is seen.

    The records keep their ids. Instead of its original a document has its text, as it is seen.
    Raises `LeakError` where a protected name would still be in it, `NotFoundError` for an unknown
    audience.
    """
    protected = protect(case, audience)
    _require_safe(protected)
    view = protected.case
    documents = {document.id: _with_text_alone(document) for document in view.all(Document)}
    records = [documents.get(record.id, record) for record in _but_the_case(view)]
    contents = tuple(Content(document.text.encode()) for document in documents.values())
    return view.case, creation(*records, label="Preview", contents=contents)


def _but_the_case(view: Snapshot) -> Iterator[Record]:
    for kind in KINDS.values():
        if kind is not Case:
            yield from view.all(kind)


def _with_text_alone(document: Document) -> Document:
    hash = Content(document.text.encode()).sha256
    return replace(document, media_type="text/plain", sha256=hash, text_sha256=hash)


def _require_safe(protected: Protected) -> None:
    """Look once more for every form that is not to be read, in all that would be shown."""
    for record in (protected.case.case, *_but_the_case(protected.case)):
        for name, text in _texts(record):
            if protected.redactor.finds(text):
                where = f"{record.labels[0]} › {field_of(record.kind, name).spec.label}"
                raise LeakError(
                    "Nothing was shown: the name of a protected person would still be readable "
                    f"({where}). Look at the pseudonyms and names of the persons concerned."
                )


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, Date):
            yield from ((field.name, value.written), (field.name, value.basis))
        elif isinstance(field.spec, Text) and field.name not in TECHNICAL:
            yield field.name, value
