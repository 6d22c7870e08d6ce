"""The line at the bottom: how much there is, and that it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar

from viewer.gui import plain
from viewer.gui.session import Session

_SHOWN = ("person", "event", "quote")


class Status:
    """Says what is true: a change that could not be written is named until the next that could."""

    def __init__(self, bar: QStatusBar, session: Session) -> None:
        self._bar, self._session = bar, session
        self.label = plain.label()
        bar.addWidget(self.label)
        self._failed = False
        session.opened.connect(self.show)
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        session.closed.connect(self.show)

    def show(self) -> None:
        """Show counts and the state of the file."""
        self._failed = self._failed and self._session.is_open
        self.label.setText(self.text())
        self._bar.setVisible(self._session.is_open)

    def text(self) -> str:
        """Return the line; "" while no case is open."""
        if not self._session.is_open:
            return ""
        from viewer.gui import kinds

        counts = [kinds.counted(kind, self._session.case.total(kind)) for kind in _SHOWN]
        return "  ·  ".join([*counts, self._state()])

    def _state(self) -> str:
        if self._session.read_only:
            return "Read-only: nothing can be changed here"
        return "The last change was not saved" if self._failed else "All changes saved"

    def _on_changed(self) -> None:
        self._failed = False
        self.show()

    def _on_failed(self) -> None:
        self._failed = True
        self.show()
