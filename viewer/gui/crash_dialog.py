"""Tells that the program was wrong, shows all that is told of it, and what may be handed on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import plain

_WHAT = (
    "Casefile made a mistake of its own. What you see in the case was saved; the last thing you "
    "did may not have been done. You can go on working."
)
_SAFE = (
    "This is the whole report. It holds no word of your case, no name, no path of yours: only "
    "versions, the time, kinds of errors and places in the program. It is safe to share with "
    "those who maintain Casefile."
)
_UNSAFE = (
    "Not safe to share: the case file, its backups, a picture of the window, exported files, or a "
    "description with real names. If it happens again, try it with the sample case."
)
_NOT_WRITTEN = "It is written down nowhere, and gone when you close this."


class CrashDialog(QDialog):
    """The window stays usable behind it; what goes wrong meanwhile is added below."""

    def __init__(self, report: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.report = QPlainTextEdit(report.rstrip())
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy = QPushButton("&Copy the report")
        self.copy.clicked.connect(self._copy)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(log)

    def _lay_out(self, log: Path | None) -> None:
        where = f"It is also in the crash log, {log}" if log else _NOT_WRITTEN
        self.where = plain.paragraph(where, "quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(plain.paragraph(_WHAT))
        box.addWidget(plain.paragraph(_SAFE))
        box.addWidget(self.report, 1)
        box.addWidget(self.where)
        box.addWidget(plain.paragraph(_UNSAFE))
        box.addWidget(self.buttons)
        self.resize(620, 420)

    def add(self, report: str) -> None:
        """Show another report below."""
        self.report.appendPlainText(f"\n{report.rstrip()}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("Copied")
