"""Exporting in a thread of its own, with a connection to the case file of its own."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.domain.records import Export
from viewer.domain.redaction import Redactor
from viewer.domain.summary import WHOLE_CASE, CaseSummary, Scope, summarise
from viewer.errors import Cancelled, CasefileError
from viewer.export.formats import FORMATS
from viewer.export.noting import export_record, sections_said
from viewer.export.pdf import PdfOptions
from viewer.gui.job import Job
from viewer.gui.private_folder import private_folder
from viewer.store import Access


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, for whom and how.

    `ending` is one of `FORMATS`; `language` is that of the report's own words (ISO 639).
    """

    access: Access
    audience: str
    options: PdfOptions
    ending: str = ".pdf"
    language: str = ""
    scope: Scope = WHOLE_CASE


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and what the case is to keep of it."""

    path: Path
    record: Export


@dataclass(frozen=True, slots=True)
class Preview:
    """The case's title as its readers may see it, and a PDF in memory.

    Without a PDF, `says` what would be written.
    """

    title: str
    data: bytes = b""
    says: str = ""


class ExportJob(Job):
    """Reads the case, says it for its audience and writes it to a path.

    Cancelled, it stops after the present page, and nothing is left behind.
    """

    #: Pages done, pages in all.
    progressed = Signal(int, int)
    #: The order, and what was `Written` or a `Preview`.
    succeeded = Signal(object, object)
    #: The order, and a sentence for the user.
    failed = Signal(object, str)
    #: The order; nothing was written.
    cancelled = Signal(object)

    def __init__(self, order: Order, target: Path | None, parent: QObject | None = None) -> None:
        super().__init__("export", parent)
        self._order = order
        self._target = target

    def _work(self) -> None:
        try:
            self.succeeded.emit(self._order, self._done())
        except Cancelled:
            self.cancelled.emit(self._order)
        except CasefileError as error:
            self.failed.emit(self._order, str(error))

    def _done(self) -> Written | Preview:
        order = self._order
        with order.access.open() as case:
            summary = summarise(case, order.audience, order.language, order.scope)
        self._go_on(0, 1)
        if self._target is None:
            return self._preview(summary)
        chosen = FORMATS[order.ending]
        chosen.write(summary, self._target, order.options, self._progress)
        contents = sections_said(order.options) if order.ending == ".pdf" else ""
        record = export_record(summary, self._target, chosen.name, contents)
        return Written(self._target, record)

    def _preview(self, summary: CaseSummary) -> Preview:
        title = " – ".join(part for part in (summary.title, summary.covers) if part)
        chosen = FORMATS[self._order.ending]
        if self._order.ending != ".pdf":
            return Preview(title, says=f"{chosen.note}\n\nIt holds {chosen.counted(summary)}.")
        with private_folder() as folder:
            path = folder / "preview.pdf"
            # It never leaves the program: to encrypt it, or to look through it, would only be slow.
            options = replace(self._order.options, passphrase="")
            chosen.write(replace(summary, guard=Redactor({})), path, options, self._progress)
            return Preview(title, path.read_bytes())

    def _go_on(self, done: int, total: int) -> None:
        if not self._progress(done, total):
            raise Cancelled("Nothing was written.")

    def _progress(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return not self._cancelled.is_set()
