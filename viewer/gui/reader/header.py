"""The head of the reader: which document it is, and the way from passage to passage."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from viewer.domain.records import Document
from viewer.gui.elided import ElidedLabel
from viewer.gui.kinds import counted
from viewer.gui.labels import label
from viewer.gui.links import LinkLine


class ReaderHeader(QWidget):
    """Title and note of a document, the number of its passages, previous and next."""

    document_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QVBoxLayout()
        self._note = ElidedLabel("quiet")
        self.count = label("", "quiet")
        self.count.setWordWrap(False)
        self.count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.previous = self._button("Previous passage (Alt+Up)", "arrow_up", -1)
        self.next = self._button("Next passage (Alt+Down)", "arrow_down", 1)
        top = QHBoxLayout()
        top.addLayout(self._title, 1)
        self.suggest = QToolButton()
        self.suggest.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for widget in (self.suggest, self.count, self.previous, self.next):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._note)

    def _button(self, words: str, arrow: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setArrowType(Qt.ArrowType.UpArrow if arrow == "arrow_up" else Qt.ArrowType.DownArrow)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.step_requested.emit(step))
        return button

    def show_document(self, document: Document) -> None:
        """Show which document is read."""
        while (item := self._title.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        title = LinkLine(document.title or "Untitled document", icon_name="document")
        title.clicked.connect(self.document_requested)
        self._title.addWidget(title)
        self._note.show_words(document.note)

    def show_count(self, number: int) -> None:
        """Say how many passages are marked."""
        self.count.setText(counted("passage", number))
        for button in (self.previous, self.next):
            button.setEnabled(number > 0)
