"""The line at the bottom: how much there is, and whether all of it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStatusBar

from viewer.gui.elided import ElidedLabel
from viewer.gui.plain import show_tip
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.gui.unsaved import State

_SHOWN = ("person", "event", "quote")
#: Letters of a title that the line has room for.
_MOST = 40


class Status:
    """Says what is true: a change that could not be written is named until the next that could."""

    def __init__(self, bar: QStatusBar, session: Session) -> None:
        self._bar, self._session = bar, session
        self.label = ElidedLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        bar.addWidget(self.label)
        self._failed = False
        session.opened.connect(self.show)
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        session.closed.connect(self.show)
        session.unsaved.changed.connect(self.show)
        session.stuck.connect(self._on_stuck)

    def show(self) -> None:
        """Show counts and the state of the file."""
        self._failed = self._failed and self._session.is_open
        said = self.text()
        self.label.setText(said)
        show_tip(self.label, said)
        self._bar.setVisible(self._session.is_open)

    def text(self) -> str:
        """Return the line; "" while no case is open."""
        if not self._session.is_open:
            return ""
        from viewer.gui import kinds

        counts = [kinds.counted(kind, self._session.case.total(kind)) for kind in _SHOWN]
        return "  ·  ".join([*counts, self._state()])

    @property
    def unsaved(self) -> str:
        """What would be lost by closing now, as in "Date of “Killing”"; "" for nothing."""
        if not self._session.is_open:
            return ""
        return self._named("refused") or self._named("unfinished")

    def _state(self) -> str:
        if self._session.read_only:
            held = self._session.held_by
            return f"Read-only{f', {held}' if held else ''}: nothing can be changed here"
        refused, unfinished = self._named("refused"), self._named("unfinished")
        if self._session.unsaved.places("typed"):
            return "Saving…"
        if refused:
            return f"Could not be saved: {refused}"
        if self._failed:
            return "The last change was not saved"
        return f"Not saved as it stands: {unfinished}" if unfinished else "All changes saved"

    def _named(self, state: State) -> str:
        """Name the first field in a state, and count the others."""
        from viewer.domain.text import shortened
        from viewer.domain.titles import title_of

        places = self._session.unsaved.places(state)
        if not places:
            return ""
        place, label = places[0]
        title = shortened(title_of(self._session.case, place.record_id), _MOST)
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        return f"{label} of “{title}”{more}"

    def _on_changed(self) -> None:
        self._failed = False
        self.show()

    def _on_stuck(self, is_stuck: bool) -> None:
        self._failed = is_stuck
        self.show()

    def _on_failed(self) -> None:
        self._failed = True
        self.show()
