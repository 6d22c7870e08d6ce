"""From a file that was read to the document of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.domain.changes import ChangeSet, creation
from viewer.domain.documents import headline
from viewer.domain.records import Document, field_of
from viewer.gui.importing.entry import ASKED, Entry

if TYPE_CHECKING:
    from viewer.sources.reading import Source


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
