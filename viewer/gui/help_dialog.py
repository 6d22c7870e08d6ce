"""The built-in help: one page of Markdown, read from the program's own resources."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from viewer import resources


class HelpDialog(QDialog):
    """Stays open beside the window, so that one can try what one reads."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Getting started")
        browser = _Browser()
        browser.setAccessibleName("Help")
        browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        browser.document().setDocumentMargin(22)
        browser.setMarkdown(resources.path("help", "en.md").read_text(encoding="utf-8"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(browser)
        box.addWidget(buttons)
        self.resize(680, 640)


class _Browser(QTextBrowser):
    """Loads nothing: neither files nor anything from a network."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, type: int, name: QUrl | str) -> QByteArray:  # noqa: ARG002
        return QByteArray()
