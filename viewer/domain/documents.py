"""Documents as they are received, and passages as they are marked in them."""

from datetime import UTC, datetime
from typing import Any

from viewer.domain.changes import Content, sha256
from viewer.domain.ids import new_id
from viewer.domain.records import Document, Passage
from viewer.domain.text import normalised

#: Code points kept before and after a passage (W3C TextQuoteSelector).
CONTEXT = 32
#: Code points; longer ones are paragraphs.
_LONGEST_HEADLINE = 150
#: What a headline may begin with beside a letter, and what no headline ends with.
_OPENING = "“\"«‘'¿"
_NO_HEADLINE = ".,:;،؛…"


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


def headline(text: str) -> str:
    """Return the line above a text that plainly is its headline; "" where there is none.

    It is short, stands by itself, and is no sentence: a full stop does not end it.
    """
    first, _, rest = text.lstrip().partition("\n")
    first, words = first.strip(), first.split()
    stands_alone = rest[:1] == "\n" and bool(rest.strip())
    is_short = len(words) > 1 and len(first) <= _LONGEST_HEADLINE
    is_line = first[:1].isalnum() or first[:1] in _OPENING
    return first if stands_alone and is_short and is_line and first[-1] not in _NO_HEADLINE else ""


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
