"""Tags for something that is not there yet: gathered by their labels, old ones and new ones."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from viewer.domain.text import folded
from viewer.gui.details.tag_line import TagLine
from viewer.gui.details.tags import TagChip
from viewer.gui.session import Session
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed


class TagsEntry(QWidget):
    """Small tags side by side, and a line that takes one more at a time."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[TagChip] = []
        self.line = TagLine(session, stays=True)
        self.line.setPlaceholderText("Add tags: type and Enter")
        self.line.taken.connect(self.add)
        self.line.installEventFilter(self)
        self._flow = WrappingLayout(self)
        self._flow.addWidget(self.line)
        be_as_high_as_needed(self)
        self.setFocusProxy(self.line)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in the order in which they were put on."""
        return tuple(chip.link.words for chip in self.chips)

    def take(self) -> None:
        """Take what is typed and not yet a tag."""
        self.line.take()

    def add(self, label: str) -> None:
        """Put one more on, unless it is there."""
        if folded(label) not in map(folded, self.labels):
            self._show([*self.labels, label])

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Show these tags and no others."""
        self._show(list(labels))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Take the last tag away on Backspace in an empty line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and self.chips
            and not self.line.text()
        ):
            self._show(list(self.labels[:-1]))
            return True
        return False

    def _show(self, labels: list[str]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(label) for label in labels]
        for widget in (*self.chips, self.line):
            self._flow.addWidget(widget)
        self.updateGeometry()
        self.changed.emit()

    def _chip(self, label: str) -> TagChip:
        chip = TagChip(label, can_remove=True, parent=self)
        chip.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.link.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        chip.remove.clicked.connect(lambda: self._remove(label))
        chip.show()
        return chip

    def _remove(self, label: str) -> None:
        self._show([each for each in self.labels if each != label])
        self.line.setFocus()
