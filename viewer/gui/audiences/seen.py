"""What one of the program's own audiences sees, in words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.appearance import what_is_seen
from viewer.domain.records import Audience
from viewer.gui.labels import label


class Seen(QWidget):
    """Who they are, what is printed for them, and how each kind of record appears to them."""

    def __init__(self, audience: Audience, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(3)
        self._layout.addWidget(label(audience.label, "heading"))
        self._layout.addWidget(label(audience.note, selectable=True))
        for what, how in what_is_seen(audience):
            self._add(what, how[:1].upper() + how[1:])
        self._add("Printed on every page", audience.notice)
        self._add("Printed on the cover", audience.meaning)
        self._layout.addSpacing(8)
        self._layout.addWidget(
            label("One of the program's own; add one like it to change something.", "quiet")
        )
        self._layout.addStretch(1)

    def _add(self, what: str, how: str) -> None:
        self._layout.addSpacing(6)
        self._layout.addWidget(label(what, "quiet"))
        self._layout.addWidget(label(how, selectable=True))
