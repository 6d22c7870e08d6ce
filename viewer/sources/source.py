"""What a file or pasted text says, before it is a document."""

from dataclasses import dataclass
from typing import Any

from viewer.domain.changes import Content
from viewer.domain.dates import NO_DATE, Date
from viewer.domain.documents import received
from viewer.domain.records import Document
from viewer.sources.sniffing import HTML, MAIL, WEB_ARCHIVE

#: Codes of the vocabulary `document_type`; what is none of these is `other`.
_TYPES = {HTML: "article", WEB_ARCHIVE: "article", MAIL: "letter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The original bytes, the text that was taken out of them, and what they say of themselves.

    `text` is NFC and never empty, its paragraphs parted by a blank line; each page of a PDF after
    the first begins with a form feed (`viewer.domain.pages`). `extracted_by` names tool and
    version, `file_name` is without its folder and empty for pasted text, `note` tells of what was
    left out. The rest is as the document has it, and empty where it has nothing.
    """

    data: bytes
    text: str
    media_type: str
    extracted_by: str
    file_name: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: Date = NO_DATE
    address: str = ""
    language: str = ""
    note: str = ""

    @property
    def document_type(self) -> str:
        """The code of the vocabulary `document_type`."""
        return _TYPES.get(self.media_type, "other")


_DESCRIBED = (
    *("media_type", "extracted_by", "file_name", "title", "author", "publisher"),
    *("published", "address", "language", "note"),
)


def document_of(source: Source, **fields: Any) -> tuple[Document, Content]:
    """Return the document of a source, with its content; `fields` of the document come first."""
    described = {name: getattr(source, name) for name in _DESCRIBED}
    described["type"] = source.document_type
    return received(source.data, source.text, **{**described, **fields})
