"""From a file that was read to the document of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.domain.changes import ChangeSet, creation, sha256
from viewer.domain.documents import headline
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, field_of
from viewer.gui.importing.entry import ASKED, Entry

if TYPE_CHECKING:
    from viewer.sources.reading import Source


class KnownBytes:
    """Notices bytes that the case has already, or that another file of the same import has."""

    def __init__(self) -> None:
        self._first: dict[str, Entry] = {}

    def says(self, case: CaseReader, entry: Entry, source: Source) -> str:
        """Return a sentence on what has these bytes already; "" where nothing has."""
        digest = sha256(source.data)
        for document in case.where(Document, sha256=digest):
            return f"The case has these very bytes already, as “{document.title}”."
        other = self._first.setdefault(digest, entry)
        if other is entry:
            return ""
        return f"“{other.path.name}” holds the very same bytes; it is imported once."


def first_values(source: Source) -> dict[str, Any]:
    """Return what the file itself says of each field that is asked for."""
    title = source.title or headline(source.text)
    said = {"type": source.document_type, "title": title}
    return {name: said.get(name, getattr(source, name, _default(name))) for name in ASKED}


def _default(name: str) -> Any:
    return field_of(Document.kind, name).default


def change_set_of(entry: Entry) -> tuple[Document, ChangeSet]:
    """Return the document of a file that was read, and the change set that adds it."""
    from viewer.sources.reading import document_of

    assert entry.source is not None
    document, content = document_of(entry.source, **entry.values)
    return document, creation(document, label="Import document", contents=(content,))
