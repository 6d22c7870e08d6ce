"""Asks what is kept safe, and what is remembered: locking, backups, traces."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer import crash
from viewer.gui import plain
from viewer.gui.safety.sections import Backups, Locking, Section, Traces
from viewer.gui.settings import Settings

_SIZE = QSize(590, 760)
_LOG_STAYS = "All is kept as chosen but the crash log: {} cannot be changed. Look at its folder."


class SafetyDialog(QDialog):
    """What is chosen counts when it is accepted; what is cleared is cleared at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Safety")
        self.locking, self.backups = Locking(settings), Backups(settings)
        self.traces = Traces(settings)
        self.problem = plain.paragraph("", "problem")
        self.problem.hide()
        self.backups.changed.connect(self.problem.hide)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    @property
    def _sections(self) -> tuple[Section, ...]:
        return self.locking, self.backups, self.traces

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("look", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 18, 20, 12)
        column.setSpacing(20)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        for label in inner.findChildren(QLabel):
            # Else its least height is that of a narrower one, and there is more to scroll than is.
            label.setMinimumHeight(1)
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(20, 4, 20, 16)
        below.addWidget(self.problem)
        below.addWidget(self.buttons)
        box.addLayout(below)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(16, 48)))

    def accept(self) -> None:
        """Write down what is chosen, unless it cannot be."""
        if self.backups.problem:
            self._say(self.backups.problem)
            return
        try:
            for section in self._sections:
                section.keep()
        except OSError:
            self._say(_LOG_STAYS.format(crash.log_path()))
            return
        super().accept()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
