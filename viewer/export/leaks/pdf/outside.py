"""A PDF as PDFium reads it: pages, bookmarks, metadata and attachments."""

from collections.abc import Iterator

import pypdfium2

from viewer.export.leaks.pdf.pages import pages
from viewer.export.leaks.places import Reading, together
from viewer.export.progress import Progress


def by_pdfium(data: bytes, progress: Progress | None) -> Iterator[Reading]:
    """Yield what PDFium finds to read; raises `Cancelled`."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield from pages(_texts(document), len(document), progress)
        yield from together("bookmark", (item.get_title() for item in document.get_toc()))
        yield from together("metadata", document.get_metadata_dict().values())
        names = (document.get_attachment(n).get_name() for n in range(_attachments(document)))
        yield from together("attachment", names)
    finally:
        document.close()


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        yield str(text.get_text_range())
        text.close()
        page.close()


def _attachments(document: pypdfium2.PdfDocument) -> int:
    return int(document.count_attachments())
