"""The editor of a code of a vocabulary: a list of its labels."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from viewer.domain.vocabularies import Vocabulary
from viewer.gui.editors.base import Editor
from viewer.gui.plain import menu_text


class TermEditor(Editor):
    """Chooses one term; choosing saves at once."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = CalmCombo()
        for term in vocabulary:
            self.combo.addItem(term.label or "(none)", term.code)
            note = term.note or term.label
            self.combo.setItemData(self.combo.count() - 1, note, Qt.ItemDataRole.ToolTipRole)
        self.combo.activated.connect(self.finished)
        self._layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def value(self) -> str:
        """Return the value; raises `InvalidRecordError` while there is none."""
        return str(self.combo.currentData())

    def set_value(self, value: str) -> None:
        """Show a value."""
        self.combo.setCurrentIndex(self.combo.findData(value))

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        self.combo.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.combo.setAccessibleName(name)


class CalmCombo(QComboBox):
    """A list that the wheel does not change while one scrolls past it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        # On Linux a screen reader takes the value for the name, and the name from a label beside.
        self._name = QLabel(parent)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setBuddy(self)
        self._name.hide()

    def setAccessibleName(self, name: str) -> None:
        """Tell a screen reader what is chosen."""
        super().setAccessibleName(name)
        self._name.setText(menu_text(name))

    def event(self, event: QEvent) -> bool:
        """Keep the label beside, wherever the list is put."""
        if event.type() == QEvent.Type.ParentChange:
            self._name.setParent(self.parentWidget())
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is scrolled."""
        event.ignore()
