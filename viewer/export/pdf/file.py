"""The file: one at a time, all or nothing."""

from pathlib import Path
from threading import Lock

from viewer.domain.summary import CaseSummary
from viewer.export.guarded import guarded
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.report import Pages
from viewer.export.pdf.sections import sections_of
from viewer.export.progress import Progress, first_half

#: reportlab's fonts serve one document at a time.
_ONE_AT_A_TIME = Lock()


def write(summary: CaseSummary, path: Path, options: PdfOptions, progress: Progress | None) -> None:
    """Write the PDF; whatever happens, `path` holds the whole of it or what it held before."""

    def again(summary: CaseSummary, path: Path) -> None:
        _write(summary, path, options, None)

    with guarded(path, summary, progress, again=again) as temporary:
        _write(summary, temporary, options, first_half(progress))


def _write(
    summary: CaseSummary, path: Path, options: PdfOptions, progress: Progress | None
) -> None:
    with _ONE_AT_A_TIME:
        sections = sections_of(summary, options)
        Pages(str(path), summary, options, sections, progress).write()
