"""How an export goes and how it ended, with what can be done with the file."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from viewer.gui.labels import label


class Outcome(QWidget):
    """A progress bar, then a sentence; "Open" and "Show in folder" where there is a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Pages written")
        self.sentence = label("", selectable=True)
        self.problem = label("", "problem", selectable=True)
        self.open = QPushButton("Open")
        self.open.clicked.connect(lambda: _open(self._path))
        self.show_folder = QPushButton("Show in folder")
        self.show_folder.clicked.connect(lambda: _open(self._path and self._path.parent))
        for button in (self.open, self.show_folder):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._parts = (self.progress, self.sentence, self.problem, self.open, self.show_folder)
        for part in self._parts:
            row.addWidget(part, int(part not in (self.open, self.show_folder)))
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._show()

    def begin(self) -> None:
        """Show that the work begins."""
        self.progress.setRange(0, 0)
        self._show(self.progress)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Say how it ended."""
        part = self.problem if bad else self.sentence
        part.setText(sentence)
        self._show(part)

    def show_file(self, path: Path, *, is_noted: bool) -> None:
        """Say that the file is there, and offer it."""
        self._path = path
        noted = "noted in the case" if is_noted else "not noted in the case, which is read-only"
        self.sentence.setText(
            f"“{path.name}” is written, was looked through for protected names, and is {noted}."
        )
        self._show(self.sentence, self.open, self.show_folder)

    def _show(self, *shown: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part in shown)
        self.setVisible(bool(shown))


def _open(path: Path | None) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
