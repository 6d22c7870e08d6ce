"""A PDF → its text, page by page, and what it says of itself."""

import io
import re
from ctypes import c_ushort, sizeof
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2.raw import FPDFCatalog_GetLanguage

from viewer import __version__
from viewer.domain.pages import FORM_FEED
from viewer.sources.parsed import Parsed
from viewer.sources.pdf.lines import Line, lines_of
from viewer.sources.pdf.opening import TOOL, opened
from viewer.sources.pdf.paragraphs import Words, paragraphs_in
from viewer.sources.pdf.running import without_running
from viewer.sources.problems import Problem, ProblemError

#: Titles that programs write when nobody gave one.
_NO_TITLE = re.compile(r"(?:untitled|microsoft word - .*|.*\.(?:docx?|indd|qxd|rtf|odt))", re.I)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


def parse(data: bytes, order: dict[str, Any]) -> Parsed:
    """Return what a PDF says; raises `ProblemError`."""
    try:
        return _by_pdfium(data, order)
    except PdfiumError:
        return _by_pypdf(data, order)


def _by_pdfium(data: bytes, order: dict[str, Any]) -> Parsed:
    pdf = opened(data)
    pages = without_running(_pages(pdf, order))
    words = Words(line.text for page in pages for line in page)
    texts = ["\n\n".join(paragraphs_in(page, words)) if page else "" for page in pages]
    return Parsed(_whole(texts), TOOL, _fields(pdf))


def _pages(pdf: PdfDocument, order: dict[str, Any]) -> list[list[Line]]:
    """Return the lines of each page; a page that cannot be read has none."""
    if not 0 < len(pdf) <= order["most_pages"]:
        raise ProblemError(Problem.DAMAGED if len(pdf) == 0 else Problem.TOO_MUCH_TEXT)
    pages: list[list[Line]] = []
    room = order["text_length"]
    for number in range(len(pdf)):
        pages.append(_lines(pdf, number))
        room -= sum(len(line.text) for line in pages[-1])
        if room < 0:
            raise ProblemError(Problem.TOO_MUCH_TEXT)
    return pages


def _lines(pdf: PdfDocument, number: int) -> list[Line]:
    try:
        page = pdf[number]
        text = page.get_textpage()
    except PdfiumError:
        return []
    found = list(lines_of(text))
    text.close()
    page.close()
    return found


def _whole(texts: list[str]) -> str:
    if not any(map(str.strip, texts)):
        raise ProblemError(Problem.PICTURES_ONLY)
    return f"\n\n{FORM_FEED}".join(texts).lstrip("\n").rstrip("\n")


def _fields(pdf: PdfDocument) -> dict[str, str]:
    """Return title, author and language; when the file was made is not when it was published."""
    said = pdf.get_metadata_dict()
    buffer = (c_ushort * 32)()
    FPDFCatalog_GetLanguage(pdf, buffer, sizeof(buffer))
    code = _LANGUAGE.fullmatch(bytes(buffer).decode("utf-16-le", "ignore").split("\0")[0])
    title = said.get("Title", "").strip()
    return {
        "title": "" if _NO_TITLE.fullmatch(title) else title,
        "author": said.get("Author", ""),
        "language": code[1].lower() if code else "",
    }


def _by_pypdf(data: bytes, order: dict[str, Any]) -> Parsed:
    """Return what a damaged PDF says to a reader that mends more; as it breaks its lines."""
    # Late: few need it.
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise ProblemError(Problem.ENCRYPTED)
    pages = reader.pages[: order["most_pages"]]
    texts = [page.extract_text().replace(FORM_FEED, "\n") for page in pages]
    tool = f"pypdf {pypdf.__version__}, by Casefile {__version__}"
    return Parsed(
        _whole(texts), tool, {"title": reader.metadata.title or ""} if reader.metadata else {}
    )
