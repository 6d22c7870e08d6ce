"""What the overview is made of: cards with a count, and short lists of dated lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import kinds, plain
from viewer.gui.elided import ElidedLabel
from viewer.gui.emptying import empty
from viewer.gui.icons import icon, kind_icon
from viewer.gui.wrapping import WrappingLayout

_BEGIN = "Begin with a document: the article, testimony or report that the case is made from."
_ICON = QSize(22, 22)
#: As the style sheet has it for links.
_LINK_PADDING = 7


class CountCard(QPushButton):
    """How many records of a kind there are; a click leads to their list."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setProperty("look", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._number = plain.label("0", "number")
        self._name = plain.label(kinds.list_name(kind), "quiet")
        self._picture = QLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addWidget(self._name)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.addLayout(words, 1)
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        for label in (self._number, self._name, self._picture):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Leave room for the two lines."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colours of now."""
        super().changeEvent(event)
        is_other = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if is_other and self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icon as fine as the screen is."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(kind_icon(self._kind).pixmap(_ICON, self.devicePixelRatio()))

    def show_count(self, number: int) -> None:
        """Show a count."""
        self._number.setText(f"{number:,}")
        self.setAccessibleName(kinds.counted(self._kind, number))


class Beginning(QFrame):
    """What an empty case says of itself: one sentence, and two ways to begin."""

    #: Files are to be imported.
    import_wanted = Signal()
    #: A text is to be pasted.
    document_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        white = QPalette.ColorRole.BrightText
        self.import_button = QPushButton(icon("import", white), "Import documents…")
        self.import_button.setProperty("look", "primary")
        self.import_button.clicked.connect(self.import_wanted)
        self.button = QPushButton(icon("add"), "New document")
        self.button.clicked.connect(self.document_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(plain.paragraph(_BEGIN))
        buttons = WrappingLayout()
        for button in (self.import_button, self.button):
            buttons.addWidget(button)
        column.addLayout(buttons)


class LineList(QFrame):
    """A titled card of lines: something quiet at the left, the record's title as a link."""

    record_requested = Signal(str)
    all_requested = Signal()

    def __init__(self, title: str, all_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(2)
        head = QHBoxLayout()
        head.addWidget(plain.label(title, "subheading"))
        head.addStretch(1)
        if all_text:
            button = QPushButton(all_text)
            button.setProperty("look", "link")
            button.clicked.connect(self.all_requested)
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 14, 14)
        box.addLayout(head)
        box.addLayout(self._grid)

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        """Show (record's id or "", quiet words, title) line by line."""
        empty(self._grid)
        for number, (id, aside, title) in enumerate(lines):
            self._grid.addWidget(self._aside(aside), number, 0)
            self._grid.addWidget(self._line(id, title), number, 1)

    def _aside(self, words: str) -> ElidedLabel:
        aside = ElidedLabel("quiet", self)
        aside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        aside.show_words(words)
        return aside

    def _line(self, id: str, title: str) -> QWidget:
        if not id:
            line = ElidedLabel("", self)
            line.show_words(title)
            return line
        link = Link(title)
        link.clicked.connect(lambda: self.record_requested.emit(id))
        return link


class Link(QPushButton):
    """A title that leads to its record, cut where there is no room for it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("look", "link")
        self.setAccessibleName(title)
        plain.show_tip(self, title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the title as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * _LINK_PADDING
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(plain.menu_text(shown))
