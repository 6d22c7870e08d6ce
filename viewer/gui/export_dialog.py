"""The export dialog: for whom, what, a live preview, and the file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.audiences import audience_of, audiences
from viewer.domain.changes import ChangeSet
from viewer.export.formats import FORMATS
from viewer.gui.exporting.choices import Choices, Offer
from viewer.gui.exporting.jobs import ExportJob, Order, Preview, Written
from viewer.gui.exporting.looks import Looks
from viewer.gui.exporting.naming import folder_beside, offered_name, with_ending
from viewer.gui.exporting.outcome import Outcome
from viewer.gui.exporting.preview_pane import PreviewPane
from viewer.gui.labels import label
from viewer.gui.session import Session


class ExportDialog(QDialog):
    """Writes the file in a thread, from a connection of its own to the file of the session."""

    #: Show a record, or a passage in its document; the dialog closes.
    record_requested = Signal(str)
    passage_requested = Signal(str)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        offers: Sequence[Offer] = (),
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._job: ExportJob | None = None
        #: Whether the pages that are shown are those that would be written.
        self._is_shown = False
        #: Whether the user chose the name; until then it follows the audience.
        self._named = False
        self.setWindowTitle("Export")
        self.choices = Choices(audiences(session.case), offers)
        self.preview = PreviewPane()
        self.looks = Looks(session, self.preview, audience_of(session.case, self.choices.audience))
        #: Whether the user was told what to look at first.
        self._warned = False
        self.file = QLineEdit()
        self.file.setAccessibleName("File")
        self.browse = QPushButton("Choose…")
        self.outcome = Outcome()
        self.export = QPushButton("Export")
        self.export.setDefault(True)
        self.export.setEnabled(False)
        self.cancel = QPushButton("Close")
        self._lowest = (self.file, self.browse, self.cancel, self.export)
        self._lay_out()
        self._connect()
        # Of a small screen, also the last button has to be seen; the frame takes some of it.
        room = self.screen().availableSize()
        self.resize(min(1060, room.width() - 16), min(820, room.height() - 48))
        self._order_preview()

    def _lay_out(self) -> None:
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setWidget(self.choices)
        left.setAccessibleName("What is exported, and for whom")
        left.setFixedWidth(284)
        left.verticalScrollBar().rangeChanged.connect(
            lambda: QTimer.singleShot(0, self, self._keep_in_sight)
        )
        self._left = left
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(left)
        upper.addWidget(self.looks, 1)
        lower = QHBoxLayout()
        name = label("File", "quiet")
        name.setBuddy(self.file)
        lower.addWidget(self.file, 1)
        for button in (self.browse, self.cancel, self.export):
            lower.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(upper, 1)
        layout.addWidget(self.outcome)
        layout.addWidget(name)
        layout.addLayout(lower)

    def _keep_in_sight(self) -> None:
        """Follow the field that is typed in when others come or go around it."""
        focused = self.focusWidget()
        if focused is not None and self.choices.isAncestorOf(focused):
            self._left.ensureWidgetVisible(focused, 0, focused.height() * 2)

    def _connect(self) -> None:
        self.choices.changed.connect(self._order_preview)
        self.choices.passphrase_changed.connect(self._say_problem)
        self._session.changed.connect(self._follow_case)
        self.preview.ready.connect(self._allow)
        self.looks.settled.connect(self._allow_export)
        for wish in (self.looks.record_requested, self.looks.passage_requested):
            wish.connect(self.reject)
        self.looks.record_requested.connect(self.record_requested)
        self.looks.passage_requested.connect(self.passage_requested)
        self.preview.refused.connect(self._forbid)
        self.browse.clicked.connect(self._choose)
        self.file.textEdited.connect(self._keep_name)
        self.export.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.reject)

    def _order(self) -> Order:
        choices = self.choices
        return Order(
            access=self._session.access,
            audience=choices.audience,
            options=choices.pdf.options,
            ending=choices.ending,
            language=choices.pdf.language_code,
            scope=choices.scope,
        )

    def _order_preview(self) -> None:
        self._is_shown = False
        self._follow_format()
        self.looks.show_audience(audience_of(self._session.case, self.choices.audience))
        self._say_problem()
        if not self.choices.page_problem:
            self.preview.show_order(self._order())

    def _follow_case(self, change_set: ChangeSet) -> None:
        """Words that were decided on are other words on the pages."""
        if change_set.kinds - {"export"}:
            self._order_preview()

    def _say_problem(self) -> None:
        """Tell what is still missing; a passphrase changes no page."""
        self._warned = False
        self._allow_export()
        self.outcome.clear()
        if self.choices.problem:
            self.outcome.say(self.choices.problem, bad=True)

    def _follow_format(self) -> None:
        """Keep the name that the user chose, with the ending of the format."""
        name = Path(self.file.text())
        if name.suffix in FORMATS and name.suffix != self.choices.ending:
            self.file.setText(str(name.with_suffix(self.choices.ending)))

    def _allow(self, preview: Preview) -> None:
        self._is_shown = True
        self._allow_export()
        if not self._named:
            audience = self.choices.audiences[self.choices.audience].text()
            name = offered_name(preview.title, audience, self.choices.ending)
            self.file.setText(str(folder_beside(self._session.path) / name))
            self.file.setCursorPosition(len(self.file.text()))

    def _allow_export(self) -> None:
        """Not before it was seen what is written, and found what it may still tell."""
        is_ready = self._is_shown and self.looks.is_settled and not self.choices.problem
        self.export.setEnabled(is_ready and self._job is None)
        self.export.setText("Export anyway" if self._warned else "Export")

    def _forbid(self, _sentence: str) -> None:
        self._is_shown = False
        self._allow_export()

    def _keep_name(self) -> None:
        self._named = True

    def _choose(self) -> None:
        ending = self.choices.ending
        kinds = f"{FORMATS[ending].name} (*{ending})"
        chosen, _ = QFileDialog.getSaveFileName(self, "Export", self.file.text(), kinds)
        if chosen:
            self._named = True
            self.file.setText(str(with_ending(chosen, ending)))

    def begin(self) -> None:
        """Write the file, after asking before another is replaced."""
        target = with_ending(self.file.text().strip(), self.choices.ending)
        if not target.is_absolute():
            self.outcome.say("Choose the folder and the name of the file.", bad=True)
            return
        if (pending := self.looks.pending) and not self._warned:
            self._warn(pending)
            return
        if target.exists() and not self._may_replace(target):
            return
        self.file.setText(str(target))
        self._job = ExportJob(self._order(), target)
        self._job.progressed.connect(self.outcome.show_progress)
        self._job.succeeded.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self._job.cancelled.connect(self._stopped)
        self._job.broke.connect(self._break)
        self._set_busy(True)
        self._job.start()

    def _warn(self, pending: str) -> None:
        self._warned = True
        self._allow_export()
        self.looks.show_pending()
        # Where Enter does not export: it may be pressed twice.
        self.looks.setFocus()
        self.outcome.say(
            f"Names are taken out, but this may still point to somebody: {pending}. Look at it "
            "first, or export anyway."
        )

    def _may_replace(self, target: Path) -> bool:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Replace the file?")
        box.setText(f"There is a file “{target.name}” already.")
        box.setInformativeText("Replace it with this export?")
        replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is replace

    def _succeed(self, _order: Order, written: Written) -> None:
        self._set_busy(False)
        noted = not self._session.read_only and self._session.log(written.record)
        self.outcome.show_file(written.path, is_noted=noted)

    def _fail(self, _order: Order, sentence: str) -> None:
        self._set_busy(False)
        self.outcome.say(sentence, bad=True)

    def _stopped(self, _order: Order) -> None:
        self._set_busy(False)
        self.outcome.say("Stopped. Nothing was written.")

    def _break(self) -> None:
        self._set_busy(False)
        self.outcome.say("Nothing was written, because of a fault in the program.", bad=True)

    def _set_busy(self, busy: bool) -> None:
        if not busy and self._job is not None:
            self._job.wait()
            self._job = None
        for widget in (self.choices, self.looks.words, self.file, self.browse):
            widget.setEnabled(not busy)
        self._warned = False
        self._allow_export()
        self.cancel.setText("Cancel" if busy else "Close")
        if busy:
            self.outcome.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Export by Enter only from the lowest row: not while a passphrase is typed."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.focusWidget() not in self._lowest:
            event.accept()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stop the export that is under way; without one, close."""
        if self._job is not None:
            self._job.cancel()
        else:
            self.done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """End all work before closing."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
            self._job = None
        self.preview.close_down()
        self.looks.stop()
        self.choices.pdf.passphrase.forget()
        super().done(result)
