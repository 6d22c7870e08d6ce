"""The file: one at a time, all or nothing."""

from dataclasses import replace
from pathlib import Path
from threading import Lock

from viewer.domain.summary import CaseSummary
from viewer.export.guarded import Finish, guarded
from viewer.export.pdf.encryption import encrypt
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.passphrases import prepared
from viewer.export.pdf.report import Pages
from viewer.export.pdf.sections import sections_of
from viewer.export.progress import Progress, first_half

#: reportlab's fonts serve one document at a time.
_ONE_AT_A_TIME = Lock()


def write(summary: CaseSummary, path: Path, options: PdfOptions, progress: Progress | None) -> None:
    """Write the PDF; whatever happens, `path` holds the whole of it or what it held before."""

    def again(summary: CaseSummary, path: Path) -> None:
        _write(summary, path, _without_own_words(options), None)

    with guarded(path, summary, progress, again=again, finish=_finish(options)) as temporary:
        _write(summary, temporary, options, first_half(progress))


def _without_own_words(options: PdfOptions) -> PdfOptions:
    """What the user types is not the program's: a name in it would be a leak."""
    exhibits = options.exhibits and replace(options.exhibits, prefix="")
    return replace(options, watermark="", exhibits=exhibits)


def _finish(options: PdfOptions) -> Finish | None:
    """Return what encrypts the file; a passphrase that cannot be used is refused at once."""
    if not options.passphrase:
        return None
    passphrase = prepared(options.passphrase)
    return lambda source, target: encrypt(source, target, passphrase)


def _write(
    summary: CaseSummary, path: Path, options: PdfOptions, progress: Progress | None
) -> None:
    with _ONE_AT_A_TIME:
        sections = sections_of(summary, options)
        Pages(str(path), summary, options, sections, progress).write()
