"""The head of the reader: which document it is, and the way from passage to passage."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from viewer.domain.records import Document
from viewer.gui.elided import ElidedLabel
from viewer.gui.emptying import empty
from viewer.gui.icons import icon
from viewer.gui.kinds import counted
from viewer.gui.labels import label
from viewer.gui.links import LinkLine

_ICON = QSize(18, 18)
#: Pixels below which buttons have no words.
_NARROW = 480


class ReaderHeader(QWidget):
    """Title and note of a document, the page that is read, the way from passage to passage."""

    document_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QVBoxLayout()
        self._note = ElidedLabel("quiet")
        self.count = label("", "quiet")
        self.count.setWordWrap(False)
        self.count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.page = label("", "quiet")
        self.page.setWordWrap(False)
        self.page.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.page.hide()
        self.original = self._original_button()
        self.previous = self._button("Previous passage (Alt+Up)", "arrow_up", -1)
        self.next = self._button("Next passage (Alt+Down)", "arrow_down", 1)
        top = QHBoxLayout()
        top.addLayout(self._title, 1)
        self.suggest = QToolButton()
        self.suggest.setIconSize(_ICON)
        buttons = (self.suggest, self.original, self.count, self.previous, self.next)
        for widget in (self.page, *buttons):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._note)

    def _original_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("Original")
        button.setIcon(icon("document"))
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setToolTip("Show the original beside the text, as it was received (Ctrl+Shift+O)")
        button.setShortcut("Ctrl+Shift+O")
        button.setAccessibleName("Original beside the text")
        return button

    def _button(self, words: str, arrow: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setArrowType(Qt.ArrowType.UpArrow if arrow == "arrow_up" else Qt.ArrowType.DownArrow)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.step_requested.emit(step))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the buttons where there is room for that."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        style = Qt.ToolButtonStyle
        look = style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextBesideIcon
        for button in (self.suggest, self.original):
            button.setToolButtonStyle(look)

    def show_document(self, document: Document) -> None:
        """Show which document is read."""
        empty(self._title)
        title = LinkLine(document.title or "Untitled document", icon_name="document")
        title.clicked.connect(self.document_requested)
        self._title.addWidget(title)
        self._note.show_words(document.note)

    def clear(self) -> None:
        """Name no document."""
        empty(self._title)
        self._note.show_words("")

    def show_page(self, page: int, number: int) -> None:
        """Say which page of how many is read; nothing where there are none."""
        self.page.setText(f"Page {page} of {number}" if number else "")
        self.page.setVisible(bool(number))

    def show_count(self, number: int) -> None:
        """Say how many passages are marked."""
        self.count.setText(counted("passage", number))
        for button in (self.previous, self.next):
            button.setEnabled(number > 0)
