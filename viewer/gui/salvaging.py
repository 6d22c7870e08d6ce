"""“Salvage…”: what can still be read of a damaged case, in a new file, and what is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import CasefileError, Interrupted
from viewer.gui import plain
from viewer.gui.fitting import Fitting
from viewer.gui.job import Job
from viewer.gui.once import show_once

if TYPE_CHECKING:
    from viewer.store import Access, Key
    from viewer.store.salvage import Salvaged

_AT_WORK = "What can still be read of “{name}” is being saved into “{new}”…"
_WHOLE = "Every record is in “{new}” as it was."
_PART = "What could be read is in “{new}”. Below is what is in it and what is lost."
_KEEP = (
    "“{name}” was not changed. Keep it: it has the history of the case, which begins anew in the "
    "new file, and what is lost here may still be read by somebody else."
)
_OPEN = "Open the new case"


Opened = Callable[[Path, "Key | None"], object]


def ask_salvage(access: Access, parent: QWidget, opened: Opened) -> QFileDialog:
    """Let the user choose the new file, save into it, and give it to `opened` if that is wished."""
    path = access.path
    proposed = path.with_name(f"{path.stem} (saved){path.suffix or '.casefile'}")
    dialog = QFileDialog(parent, "Salvage into a new case", str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("casefile")
    # No file is overwritten: the one that is there may be the last that is whole.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: _begin(access, Path(name), parent, opened))
    show_once(dialog)
    return dialog


def _begin(access: Access, new: Path, parent: QWidget, opened: Opened) -> None:
    dialog = SalvageDialog(access, new, parent)
    dialog.open_requested.connect(opened)
    show_once(dialog)


class _Salvage(Job):
    #: What came of it.
    done = Signal(object)
    #: The sentence that says why nothing did.
    failed = Signal(str)

    def __init__(self, access: Access, new: Path, parent: QObject) -> None:
        super().__init__("salvage", parent)
        self._access, self._new = access, new

    def _work(self) -> None:
        from viewer.store.salvage import salvage

        try:
            wish = self._access.path, self._new, self._access.key
            self.done.emit(salvage(*wish, is_given_up=self._cancelled.is_set))
        except Interrupted:
            return
        except CasefileError as error:
            self.failed.emit(str(error))


class SalvageDialog(QDialog):
    """Shows that the saving is under way, then what came of it, and offers the new case."""

    #: The path and the key of the new case, which the user wants to see.
    open_requested = Signal(object, object)

    def __init__(self, access: Access, new: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._access, self._new = access, new
        self.setWindowTitle("Salvage")
        self.sentence = plain.paragraph(_AT_WORK.format(name=access.path.name, new=new.name))
        self.keep = plain.paragraph(plain.sentence(_KEEP.format(name=access.path.name)))
        self.report = QPlainTextEdit(readOnly=True)
        self.report.setAccessibleName("What was saved and what is lost")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._job = _Salvage(access, new, self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._show_failure)
        self._job.broke.connect(self._break)
        self._job.start()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        for widget in (self.sentence, self._bar, self.report, self.keep, self.buttons):
            box.addWidget(widget, int(widget is self.report))
        self.report.hide()
        self.keep.hide()
        self.resize(480, 0)
        self._fitting = Fitting(self)

    def _end(self) -> None:
        self._bar.hide()
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)

    def _show(self, done: Salvaged) -> None:
        self._end()
        said = _WHOLE if done.is_whole else _PART
        self.sentence.setText(said.format(new=self._new.name))
        self.report.setPlainText("\n".join(done.lines()))
        self.report.show()
        self.keep.show()
        button = self.buttons.addButton(_OPEN, QDialogButtonBox.ButtonRole.AcceptRole)
        button.clicked.connect(self._want_new)
        button.setDefault(True)
        self._fitting.widen(660)

    def _show_failure(self, sentence: str) -> None:
        self._end()
        self.sentence.setText(plain.sentence(sentence))

    def _break(self) -> None:
        self._show_failure("Nothing was saved, because of a fault in the program.")

    def _want_new(self) -> None:
        self.accept()
        self.open_requested.emit(self._new, self._access.key)

    def done(self, result: int) -> None:
        """Give up what is under way: nothing is left of it."""
        self._job.cancel()
        self._job.wait()
        super().done(result)
