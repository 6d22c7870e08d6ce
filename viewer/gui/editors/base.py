"""What every editor of a value can do."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.changes import NOTHING, ChangeSet


class Editor(QWidget):
    """Shows one value and lets the user change it. It saves nothing itself."""

    #: The user left the editor, or chose something in it.
    finished = Signal()
    #: The user typed something; `finished` is still to come.
    typed = Signal()
    #: The id of a record that the user wants to see.
    record_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def value(self) -> Any:
        """Return the value; raises `InvalidRecordError` while what was typed is none."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value in place of whatever is shown."""
        raise NotImplementedError

    def additions(self) -> ChangeSet:
        """Return what has to be created together with the value, in the same step."""
        return NOTHING

    @property
    def is_choosing(self) -> bool:
        """Whether what was typed only looks for what will be chosen."""
        return False

    def draft(self) -> Any:
        """Return what was typed, valid or not, for `set_draft`."""
        return self.value()

    def set_draft(self, draft: Any) -> None:
        """Show again what `draft` returned."""
        self.set_value(draft)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied only."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        raise NotImplementedError
