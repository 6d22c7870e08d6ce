"""A PDF read back: by two libraries that share no code, object by object, and by its bytes."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from viewer.export.leaks.pdf.objects import attached, objects
from viewer.export.leaks.pdf.outside import by_pdfium
from viewer.export.leaks.pdf.pages import by_pypdf
from viewer.export.leaks.pdf.stored import stored
from viewer.export.leaks.places import Reading
from viewer.export.progress import Progress, part

__all__ = ["attached", "readings"]


def readings(data: bytes, progress: Progress | None = None) -> Iterator[Reading]:
    """Yield the texts of a PDF; raises `Cancelled`."""
    reader = PdfReader(BytesIO(data))
    yield from by_pypdf(reader, part(progress, 0, 4))
    yield from by_pdfium(data, part(progress, 1, 4))
    yield from objects(reader, part(progress, 2, 4))
    yield from stored(data, part(progress, 3, 4))
