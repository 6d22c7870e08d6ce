"""Documents as they are received, and passages as they are marked in them."""

from datetime import UTC, datetime
from typing import Any

from viewer.domain.changes import Content, sha256
from viewer.domain.ids import new_id
from viewer.domain.records import Document, Passage
from viewer.domain.text import normalised

#: Code points kept before and after a passage (W3C TextQuoteSelector).
CONTEXT = 32


def received(data: bytes, text: str, **fields: Any) -> tuple[Document, Content]:
    """Return the document of original bytes and their text (made NFC), with its content."""
    content = Content(data)
    text = normalised(text)
    fields.setdefault("id", new_id())
    fields.setdefault("received", now())
    document = Document(
        text=text, sha256=content.sha256, text_sha256=sha256(text.encode()), **fields
    )
    return document, content


def now() -> str:
    """Return the present time as records keep it: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def passage_at(document: Document, start: int, end: int, id: str = "") -> Passage:
    """Return the passage of a span of code points of a document's text."""
    text = document.text
    return Passage(
        id=id or new_id(),
        document_id=document.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )
