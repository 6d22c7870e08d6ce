"""The choice of the script that a name is written in."""

from PySide6.QtWidgets import QWidget

from viewer.domain.names import SCRIPT_LABELS
from viewer.gui.editors.base import Editor
from viewer.gui.editors.term import CalmCombo


class ScriptEditor(Editor):
    """Chooses a code of ISO 15924 by the script's name; choosing saves at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = CalmCombo()
        self.combo.addItem("Script not said", "")
        for code, words in SCRIPT_LABELS.items():
            self.combo.addItem(words, code)
        self.combo.activated.connect(self.finished)
        self._layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def value(self) -> str:
        """Return the code, or "" where no script is said."""
        return str(self.combo.currentData())

    def set_value(self, value: str) -> None:
        """Show a code, also one that is not offered."""
        if self.combo.findData(value) < 0:
            self.combo.addItem(value, value)
        self.combo.setCurrentIndex(self.combo.findData(value))

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read only."""
        self.combo.setEnabled(not read_only)

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.combo.setAccessibleName(name)
