"""What can be done when the file cannot take a change: try again, or save a copy elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QWidget,
)

from viewer.gui import messages, plain
from viewer.gui.once import show_once

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow

_TRY, _COPY = "Try again", "Save a copy elsewhere…"


class Rescue(QWidget):
    """Two buttons in the line at the bottom, for as long as something could not be written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.statusBar())
        self._window, self._session = window, window.session
        self._box: QMessageBox | None = None
        self.again = _button(_TRY, "Write once more what could not be written")
        self.copy = _button(_COPY, "Save the whole case, with what could not be written, as a copy")
        self.again.clicked.connect(self._session.retry)
        self.copy.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.again)
        row.addWidget(self.copy)
        window.statusBar().addWidget(self)
        self._session.stuck.connect(self._look)
        self._session.unsaved.changed.connect(self._look)
        self._session.failed.connect(self.tell)
        self._session.closed.connect(self._put_away)
        self.hide()

    def _look(self) -> None:
        """Offer both also for what was typed before the case was locked, and is not written yet."""
        left = self._session.unsaved.places("refused")
        self.setVisible(self._session.is_open and (self._session.is_stuck or bool(left)))

    def tell(self, sentence: str) -> QMessageBox:
        """Say what went wrong, and offer what can be done about it; once, however often it does.

        A field that could not be written is tried again when it is left, be it for this message.
        """
        if self._box is not None and self._box.text() == plain.sentence(sentence):
            return self._box
        box = self._box = messages.warning(self._window, sentence)
        box.finished.connect(self._forget)
        if self._session.is_stuck:
            # A dialog that is open still holds its deed, and does it again by its own button.
            if QApplication.activeModalWidget() is None:
                box.addButton(_TRY, _ACCEPT).clicked.connect(self._session.retry)
            box.addButton(_COPY, _ACCEPT).clicked.connect(self.ask)
            box.addButton(QMessageBox.StandardButton.Cancel)
        return messages.shown(box)

    def _forget(self) -> None:
        self._box = None

    def _put_away(self) -> None:
        """Offer nothing for a case that is closed: the buttons would be about the next one."""
        if self._box is not None:
            messages.take_back(self._box)

    def ask(self) -> QFileDialog:
        """Let the user choose where the copy goes."""
        from viewer.gui.case_files import SUFFIX, documents_folder

        name = f"{self._session.path.stem} (copy){SUFFIX}"
        dialog = QFileDialog(self._window, "Save a copy", str(documents_folder() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        # No file is ever overwritten: a copy that is there says so itself.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        show_once(dialog)
        return dialog

    def save(self, path: Path) -> bool:
        """Save a copy, and go on in it at the same place."""
        from viewer.gui.locking.place import come_back, place_in

        window = self._window
        if not self._session.save_copy(path):
            return False
        place = place_in(window)
        self._session.show_anew()
        come_back(window, place)
        self._session.unsaved.retry()
        window.settings.add_recent(path)
        messages.tell(window, f"The case is saved as “{path}”, and you go on working in that file.")
        return True


_ACCEPT = QMessageBox.ButtonRole.AcceptRole


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", "link")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the field
    return button
