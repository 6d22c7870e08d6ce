"""The banner over a preview: whose eyes one looks through, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolBar, QWidget

from viewer.gui import plain
from viewer.gui.editors.term import CalmCombo
from viewer.gui.elided import ElidedLabel

if TYPE_CHECKING:
    from viewer.domain.records import Audience

#: Pixels of the sign that a preview is being made.
_BUSY = 90


class Banner(QToolBar):
    """Stays at the top of its window, whatever the user hides."""

    #: The id of the audience that was chosen.
    audience_chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Preview", parent)
        self.setObjectName("preview banner")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self.setProperty("look", "preview")
        self.audience = CalmCombo()
        self.audience.setAccessibleName("Shown as this audience would see it")
        self.audience.activated.connect(
            lambda: self.audience_chosen.emit(self.audience.currentData())
        )
        self.sentence = ElidedLabel("banner")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setFixedWidth(_BUSY)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName("The preview is being made")
        self.back = QPushButton("Back to the case")
        self.back.setToolTip("Close this preview (Ctrl+Shift+A)")
        self.back.clicked.connect(self.back_requested)
        self.addWidget(self._row())

    def _row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(10)
        layout.addWidget(plain.label("PREVIEW", "banner mark"))
        layout.addWidget(self.audience)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.busy)
        layout.addWidget(self.back)
        return row

    def show_audiences(self, audiences: Iterable[Audience], chosen: str) -> None:
        """Offer the audiences of the case."""
        self.audience.clear()
        for each in audiences:
            self.audience.addItem(each.label, each.id)
            tip = plain.tool_tip(each.note)
            self.audience.setItemData(self.audience.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.audience.setCurrentIndex(self.audience.findData(chosen))

    def say(self, sentence: str, *, busy: bool = False) -> None:
        """Say what is shown, to a screen reader too, and whether it is being made anew."""
        self.sentence.show_words(sentence)
        self.busy.setVisible(busy)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.sentence, sentence))
