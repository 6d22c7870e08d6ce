"""A PDF read back: its words, bookmarks and links."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PageObject, PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

from viewer.domain.summary import CaseSummary
from viewer.export.pdf import PdfOptions, write_pdf


def written(
    summary: CaseSummary, folder: Path, options: PdfOptions | None = None, name: str = "out.pdf"
) -> PdfReader:
    path = folder / name
    write_pdf(summary, path, options)
    return PdfReader(path)


def squeezed(text: str) -> str:
    """Without spaces, marks that order text and vowel signs, and with Arabic letters unjoined.

    Lines break anywhere, and readers differ on which side of its letter a vowel sign is.
    """
    letters = unicodedata.normalize("NFKC", text)
    return "".join(c for c in letters if not c.isspace() and _category(c) not in ("Cf", "Mn"))


def _category(character: str) -> str:
    return unicodedata.category(character)


def words(reader: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


def said(reader: PdfReader) -> str:
    """The text of all pages, with what is said to stand in place of a sign that fonts lack."""
    return "".join(_said(page) for page in reader.pages)


def _said(page: PageObject) -> str:
    """pypdf reads what is drawn and not the words that a span of it stands for."""
    data = page.get_contents().get_data()  # type: ignore[union-attr]
    spoken = [bytes.fromhex(span[1].decode()).decode("utf-16-be") for span in _SPAN.finditer(data)]
    drawn = DecodedStreamObject()
    drawn.set_data(_SPAN.sub(b"", data))
    page[NameObject("/Contents")] = drawn
    return "".join((page.extract_text(), *spoken))


_SPAN = re.compile(rb"/Span<</ActualText<feff([0-9a-f]*)>>>BDC .*? EMC", re.DOTALL)


def pdfium_words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def bookmarks(reader: PdfReader) -> list[str]:
    def titles(items: list[Any]) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield str(item.title)

    return list(titles(reader.outline))


def links(reader: PdfReader) -> list[Any]:
    """The destination of every link: a page object and a place on it."""
    found = []
    for page in reader.pages:
        for annotation in page.get("/Annots") or ():
            thing = annotation.get_object()
            if thing["/Subtype"] == "/Link":
                found.append(thing["/Dest"].get_object())
    return found
