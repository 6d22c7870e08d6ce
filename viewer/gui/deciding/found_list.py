"""What the lists of words and of combinations have in common: looking, and what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListView, QStackedLayout, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.deciding.finding import Finding


class FoundList(QWidget):
    """Shows a list, or in its place why there is none, between a heading and what can be done."""

    #: The id of a record to show.
    record_requested = Signal(str)
    #: How many there are to look at is known, or is another number than before.
    counted = Signal(int)

    def __init__(
        self, finding: Finding, view: QListView, heading: QLabel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.heading = heading
        self.says = plain.paragraph(look="quiet")
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view = view
        self._whole = QVBoxLayout(self)
        self._lay_out()
        finding.setParent(self)
        finding.changed.connect(self._show)
        finding.failed.connect(self.says.setText)
        self.setFocusProxy(view)

    def _lay_out(self) -> None:
        empty = QWidget()
        QVBoxLayout(empty).addWidget(self.says)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._view)
        self._pages.addWidget(empty)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(6)
        self._whole.addWidget(self.heading)
        self._whole.addLayout(self._pages, 1)

    def show_audience(self, audience: str) -> None:
        """List what another audience would read, by its id."""
        self.finding.show_audience(audience)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look when it is first looked at."""
        super().showEvent(event)
        self.finding.begin()
        self._show()

    def _say(self, looking: str, nothing: str) -> None:
        """Show the list, or say why it is empty."""
        self._pages.setCurrentIndex(int(not self.finding.found))
        self.says.setText(looking if self.finding.found is None else nothing)

    def _show(self) -> None:
        raise NotImplementedError
