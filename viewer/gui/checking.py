"""“Check this case”: the same check as on the command line, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import CasefileError, Interrupted
from viewer.gui import plain
from viewer.gui.fitting import Fitting
from viewer.gui.job import Job

if TYPE_CHECKING:
    from viewer.store import Access

_SOUND = (
    "This case is sound: the file, its records, every passage and the search agree with "
    "each other, and every document is as it was received."
)
_SALVAGE = "Close the case and salvage…"


class _Check(Job):
    #: The list of problems.
    checked = Signal(object)

    def __init__(self, access: Access) -> None:
        super().__init__("check")
        self._access = access

    def _work(self) -> None:
        from viewer.store import check, damage

        try:
            problems = check(self._access.path, self._access.key, self._cancelled.is_set)
            problems = [each for each in problems if each != damage.WHAT_NOW]
        except Interrupted:
            return
        except CasefileError as error:
            problems = [str(error)]
        self.checked.emit(problems)


class CheckDialog(QDialog):
    """Shows that the check is under way, then what it found."""

    #: The user wants what is in order in a new file; the case must be let go for that.
    salvage_requested = Signal()

    def __init__(self, access: Access, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Check this case")
        self.sentence = plain.paragraph("Every record, passage and document is being looked at…")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.problems = QPlainTextEdit(readOnly=True)
        self.problems.setAccessibleName("What was found")
        self.problems.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        for widget in (self.sentence, self._bar, self.problems, self._buttons):
            box.addWidget(widget, int(widget is self.problems))
        self.resize(480, 0)
        self._fitting = Fitting(self)
        self._job = _Check(access)
        self._job.checked.connect(self._show)
        self._job.broke.connect(self.reject)
        self._job.start()

    def _show(self, problems: list[str]) -> None:
        self._bar.hide()
        if not problems:
            self.sentence.setText(_SOUND)
            return
        found = "One thing is" if len(problems) == 1 else f"{len(problems):,} things are"
        self.sentence.setText(
            f"{found} not as it must be. Nothing was changed. Keep this file as it is, make a "
            "copy of it, and look for a backup from before; or save what is in order."
        )
        salvage = self._buttons.addButton(_SALVAGE, QDialogButtonBox.ButtonRole.ActionRole)
        salvage.clicked.connect(self._want_salvage)
        self.problems.setPlainText("\n".join(problems))
        self.problems.show()
        self._fitting.widen(640)

    def _want_salvage(self) -> None:
        self.accept()
        self.salvage_requested.emit()

    def done(self, result: int) -> None:
        """Close only when the check has let the file go, which is at once."""
        self._job.cancel()
        self._job.wait()
        super().done(result)
