"""The file: one at a time, all or nothing."""

from pathlib import Path
from threading import Lock

from viewer.domain.summary import CaseSummary
from viewer.export.file import replacing
from viewer.export.pdf.options import PdfOptions, Progress
from viewer.export.pdf.report import Pages
from viewer.export.pdf.sections import sections_of

#: reportlab's fonts serve one document at a time.
_ONE_AT_A_TIME = Lock()


def write(summary: CaseSummary, path: Path, options: PdfOptions, progress: Progress | None) -> None:
    """Write the PDF; whatever happens, `path` holds the whole of it or what it held before."""
    with replacing(path) as temporary, _ONE_AT_A_TIME:
        sections = sections_of(summary, options)
        Pages(str(temporary), summary, options, sections, progress).write()
