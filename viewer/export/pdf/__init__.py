"""The case summary as a PDF. reportlab is loaded when a file is written, not before."""

from pathlib import Path

from viewer.domain.summary import CaseSummary
from viewer.export.pdf.exhibits import Exhibits
from viewer.export.pdf.options import (
    PAPERS,
    SECTIONS,
    STANDARD_SECTIONS,
    PdfOptions,
)
from viewer.export.progress import Progress

__all__ = [
    "PAPERS",
    "SECTIONS",
    "STANDARD_SECTIONS",
    "Exhibits",
    "PdfOptions",
    "Progress",
    "write_pdf",
]


def write_pdf(
    summary: CaseSummary,
    path: Path,
    options: PdfOptions | None = None,
    progress: Progress | None = None,
) -> None:
    """Write a summary to `path`, all or nothing; the same input gives the same bytes.

    `progress(done, total)` is called after every page with how much of the report is set;
    when it returns False the writing stops; so it is while the file is read back and searched.
    Raises `Cancelled`, `WriteFailed` when the folder cannot be written to, and `LeakError` when a
    protected name would be in the file; a file that was there before is then as it was.
    """
    from viewer.export.pdf.file import write

    write(summary, path, options or PdfOptions(), progress)
