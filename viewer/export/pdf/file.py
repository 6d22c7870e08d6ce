"""The file: written beside its place under another name, then put there at once."""

import os
import tempfile
from pathlib import Path
from threading import Lock

from viewer.domain.summary import CaseSummary
from viewer.errors import WriteFailed
from viewer.export.pdf.options import PdfOptions, Progress
from viewer.export.pdf.report import Pages
from viewer.export.pdf.sections import sections_of

#: reportlab's fonts serve one document at a time.
_ONE_AT_A_TIME = Lock()


def write(summary: CaseSummary, path: Path, options: PdfOptions, progress: Progress | None) -> None:
    """Write the PDF; whatever happens, `path` holds the whole of it or what it held before."""
    path = path.absolute()
    try:
        temporary = _temporary(path)
        try:
            with _ONE_AT_A_TIME:
                sections = sections_of(summary, options)
                Pages(str(temporary), summary, options, sections, progress).write()
            _flush(temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise WriteFailed(
            path,
            "“{name}” was not written: "
            + (error.strerror or "the folder cannot be written to")
            + ". Choose another folder, or make room on the disk.",
        ) from error


def _temporary(path: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".casefile-", suffix=".pdf", dir=path.parent)
    os.close(handle)
    return Path(name)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
