"""The Filter button of a list: what can be asked, and what was saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from viewer.domain.criteria import Criteria
from viewer.domain.records import SavedFilter
from viewer.gui import plain
from viewer.gui.filtering import saved
from viewer.gui.icons import icon
from viewer.gui.session import Session

if TYPE_CHECKING:
    from viewer.store import Filter

KEYS = "Ctrl+Shift+F"


class FilterButton(QToolButton):
    """Opens a menu that is filled anew each time."""

    #: The name of a filter to set.
    change_requested = Signal(str)
    #: The saved `Criteria` to apply.
    apply_requested = Signal(object)
    saving_requested = Signal()
    clearing_requested = Signal()

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from viewer.store import FILTERS

        self._session, self._kind = session, kind
        self._filters: tuple[Filter, ...] = FILTERS[kind]
        self.criteria = Criteria()
        self.setText("Filters")
        self.setIcon(icon("filter"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setShortcut(QKeySequence(KEYS))
        self.setToolTip(f"Show only some rows: by type, place, tag, date … ({KEYS})")
        self.setAccessibleName("Filters")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    @property
    def is_of_use(self) -> bool:
        """Whether the list can be filtered by anything."""
        return bool(self._filters)

    def fill(self) -> None:
        """Put into the menu what can be asked now and what was saved."""
        menu = self._menu
        menu.clear()
        for found in self._filters:
            action = menu.addAction(f"{plain.menu_text(found.label)}…")
            action.setCheckable(True)
            action.setChecked(found.name in self.criteria.names)
            action.triggered.connect(partial(self._ask, found.name))
        kept = saved.saved_filters(self._session, self._kind)
        menu.addSeparator().setText("Saved filters")
        for each in kept:
            menu.addAction(self._saved(each))
        self._add(menu, "Save this filter…", self.saving_requested, not self.criteria.is_empty)
        if kept:
            self._fill_changes(menu.addMenu("Rename or delete"), kept)
        menu.addSeparator()
        clear = menu.addAction("Clear all filters")
        clear.setEnabled(not self.criteria.is_empty)
        clear.triggered.connect(self.clearing_requested)

    def _ask(self, name: str, _checked: bool = False) -> None:
        self.change_requested.emit(name)

    def _saved(self, kept: SavedFilter) -> QAction:
        criteria = Criteria.from_json(kept.criteria)
        action = QAction(plain.menu_text(kept.name), self._menu)
        action.setCheckable(True)
        action.setChecked(criteria == self.criteria)
        action.triggered.connect(lambda: self.apply_requested.emit(criteria))
        return action

    def _add(self, menu: QMenu, words: str, wish: SignalInstance, is_possible: bool) -> None:
        action = menu.addAction(words)
        action.setEnabled(is_possible and not self._session.read_only)
        action.triggered.connect(wish)

    def _fill_changes(self, menu: QMenu, kept: list[SavedFilter]) -> None:
        menu.menuAction().setEnabled(not self._session.read_only)
        for each in kept:
            own = menu.addMenu(plain.menu_text(each.name))
            own.addAction("Rename…").triggered.connect(
                partial(_rename, self._session, each, self.window())
            )
            own.addAction(icon("delete"), "Delete").triggered.connect(
                partial(_delete, self._session, each)
            )


def _rename(session: Session, kept: SavedFilter, parent: QWidget, _: bool = False) -> None:
    saved.rename(session, kept, parent)


def _delete(session: Session, kept: SavedFilter, _: bool = False) -> None:
    saved.delete(session, kept)
