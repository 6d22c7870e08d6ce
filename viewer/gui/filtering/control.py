"""The filters of one list: its button, its bar of chips, and what they ask for at present."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.domain.criteria import Criteria
from viewer.gui.filtering import saved
from viewer.gui.filtering.bar import FilterBar
from viewer.gui.filtering.button import FilterButton
from viewer.gui.filtering.panel import FilterPanel
from viewer.gui.filtering.phrases import phrases
from viewer.gui.session import Session


class ListFilters(QObject):
    """Holds the criteria of a list beside the words of its filter line, and lets them be set."""

    #: Other rows are wanted: see `criteria`.
    changed = Signal()

    def __init__(self, session: Session, kind: str, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._kind, self._line = session, kind, line
        #: What is asked for besides the words of the filter line.
        self.criteria = Criteria()
        self.panel: FilterPanel | None = None
        self.button = FilterButton(session, kind, parent)
        self.bar = FilterBar(parent)
        self.button.change_requested.connect(lambda name: self.open_panel(name, self.button))
        self.button.apply_requested.connect(self.apply)
        self.button.saving_requested.connect(self.save)
        self.button.clearing_requested.connect(self.clear)
        self.bar.change_requested.connect(self.open_panel)
        self.bar.removal_requested.connect(self._remove)
        self.bar.clearing_requested.connect(self.clear)
        self.bar.saving_requested.connect(self.save)
        line.textChanged.connect(self._tell_button)
        self.show_phrases()

    @property
    def whole(self) -> Criteria:
        """The criteria with the words of the filter line, as they are saved."""
        return replace(self.criteria, words=" ".join(self._line.text().split()))

    def apply(self, criteria: Criteria) -> None:
        """Ask for what a saved filter says, its words in the filter line."""
        self._line.setText(criteria.words)
        self._set(replace(criteria, words=""))

    def clear(self) -> None:
        """Ask for every row."""
        had_keyboard = any(chip.has_keyboard() for chip in self.bar.chips)
        had_keyboard = had_keyboard or self.bar.clear.hasFocus()
        self.apply(Criteria())
        if had_keyboard:
            self.button.setFocus()

    def save(self) -> None:
        """Keep what is asked for under a name."""
        saved.save(self._session, self._kind, self.whole, self.bar.window())
        self._tell_button()

    def open_panel(self, name: str, anchor: QWidget) -> None:
        """Let the user set one filter."""
        from viewer.store.filter_specs import filter_of

        found = filter_of(self._kind, name)
        if found is not None:
            self.panel = FilterPanel(self._session, found, self.criteria, anchor.window())
            self.panel.changed.connect(self._set)
            self.panel.open_under(anchor)

    def show_phrases(self) -> None:
        """Say again what is asked for, after a record of it may have changed."""
        asked = list(phrases(self._session.case, self._kind, self.criteria))
        self.bar.show_phrases(asked, can_save=not self._session.read_only)
        self._tell_button()

    def said(self) -> str:
        """Return what is asked for in words, the filter line's too; "" where it is everything."""
        asked = [words for _, words in phrases(self._session.case, self._kind, self.criteria)]
        typed = self._line.text().strip()
        return "; ".join([*([f"“{typed}”"] if typed else []), *asked])

    def _set(self, criteria: Criteria) -> None:
        self.criteria = criteria
        self.show_phrases()
        self.changed.emit()

    def _remove(self, name: str) -> None:
        self._set(self.criteria.without(name))
        if not self.bar.chips:
            self.button.setFocus()

    def _tell_button(self) -> None:
        self.button.criteria = self.whole
