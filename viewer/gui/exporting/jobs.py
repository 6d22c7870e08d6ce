"""Exporting in a thread of its own, with a connection to the case file of its own."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from viewer.domain.summary import CaseSummary, summarise
from viewer.errors import Cancelled, CasefileError
from viewer.export.pdf import PdfOptions, write_pdf
from viewer.export.web_annotations import write_web_annotations
from viewer.gui.private_folder import private_folder
from viewer.store import CaseFile

#: What a case is exported as: the ending of the file's name, and what it is called.
FORMATS = {".pdf": "PDF", ".jsonld": "Web Annotations"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, for whom and how; `ending` is one of `FORMATS`."""

    case_path: Path
    audience: str
    options: PdfOptions
    ending: str = ".pdf"


@dataclass(frozen=True, slots=True)
class Preview:
    """The case's title as its readers may see it, and a PDF in memory.

    Without a PDF, `says` what would be written.
    """

    title: str
    data: bytes = b""
    says: str = ""


class ExportJob(QObject):
    """Reads the case, says it for its audience and writes it to a path.

    The thread is Python's, which may outlive this object: destroying a running QThread aborts.
    """

    #: Pages done, pages in all.
    progressed = Signal(int, int)
    #: The order, and the `Path` that was written or a `Preview`.
    succeeded = Signal(object, object)
    #: The order, and a sentence for the user.
    failed = Signal(object, str)
    #: The order; nothing was written.
    cancelled = Signal(object)
    #: An exception that is our own bug.
    broke = Signal(object)

    def __init__(self, order: Order, target: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._target = target
        self._cancelled = Event()
        self._thread = Thread(target=self._run, name="export")

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the present page; nothing is left behind."""
        self._cancelled.set()

    def wait(self) -> None:
        """Return when the thread has ended."""
        self._thread.join()

    @property
    def is_finished(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self.succeeded.emit(self._order, self._done())
        except Cancelled:
            self.cancelled.emit(self._order)
        except CasefileError as error:
            self.failed.emit(self._order, str(error))
        except Exception as error:
            self.broke.emit(error)

    def _done(self) -> Path | Preview:
        with CaseFile.open(self._order.case_path, read_only=True) as case:
            summary = summarise(case, self._order.audience)
        self._go_on(0, 1)
        if self._target is None:
            return self._preview(summary)
        if self._order.ending == ".pdf":
            write_pdf(summary, self._target, self._order.options, self._progress)
        else:
            write_web_annotations(summary, self._target)
        return self._target

    def _preview(self, summary: CaseSummary) -> Preview:
        if self._order.ending != ".pdf":
            return Preview(summary.title, says=_contents(summary))
        with private_folder() as folder:
            path = folder / "preview.pdf"
            write_pdf(summary, path, self._order.options, self._progress)
            return Preview(summary.title, path.read_bytes())

    def _go_on(self, done: int, total: int) -> None:
        if not self._progress(done, total):
            raise Cancelled("Nothing was written.")

    def _progress(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return not self._cancelled.is_set()


def _contents(summary: CaseSummary) -> str:
    number = len(summary.annotations)
    if not number:
        return "No annotation of this case is for this audience: the file would hold none."
    said = "annotation, with its" if number == 1 else "annotations, with their"
    return (
        f"{number:,} {said} tags and the words that they are on, for other programs to read "
        "(W3C Web Annotations)."
    )
