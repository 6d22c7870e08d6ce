"""The menu bar and the toolbar: where each command is found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from viewer.gui import plain
from viewer.gui.actions import Actions
from viewer.gui.icons import icon, kind_icon
from viewer.gui.pages import PAGES
from viewer.gui.settings import Settings

#: Keys 1 to 9 lead to the overview and the first eight lists.
_NUMBERED = 9


class Menus:
    """Fills the menu bar; some menus are filled when they open."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._window, self._actions = window, actions
        self.recent = QMenu("Open &recent", window)
        self.add = QMenu("&Add", window)
        self.add.setIcon(icon("add"))
        self.mark = QMenu("&Mark", window)
        self.mark.menuAction().setEnabled(False)
        self.go = QMenu("&Go to", window)
        self.panes = QMenu("&Panes", window)
        self._file()
        self._edit()
        window.menuBar().addMenu(self.mark)
        self._view()
        self._case_and_help()

    def _file(self) -> None:
        a, menu = self._actions, self._menu("&File")
        menu.addActions([a.new, a.open])
        menu.addMenu(self.recent)
        menu.addAction(a.sample)
        menu.addSeparator()
        menu.addActions([a.import_files, a.import_folder, a.paste])
        menu.addSeparator()
        menu.addAction(a.export)
        menu.addSeparator()
        menu.addActions([a.back_up, a.restore, a.safety])
        menu.addSeparator()
        menu.addActions([a.lock, a.close_case, a.quit])

    def _edit(self) -> None:
        a, menu = self._actions, self._menu("&Edit")
        menu.addActions([a.undo, a.redo])
        menu.addSeparator()
        menu.addMenu(self.add)
        menu.addActions([a.delete, a.forget])
        menu.addSeparator()
        menu.addActions([a.search, a.filter])

    def _view(self) -> None:
        a, menu = self._actions, self._menu("&View")
        menu.addActions([a.back, a.forward])
        menu.addMenu(self.go)
        menu.addSeparator()
        menu.addAction(a.show_as)
        menu.addSeparator()
        menu.addMenu(self.panes)
        menu.addActions([a.alone, a.next_pane, a.previous_pane])
        menu.addSeparator()
        menu.addMenu("&Appearance").addActions(a.appearances.actions())
        menu.addMenu("&Text size").addActions([a.larger, a.smaller, a.usual])
        menu.addSeparator()
        menu.addAction(a.reset_layout)

    def _case_and_help(self) -> None:
        a = self._actions
        menu = self._menu("&Case")
        menu.addActions([a.details, a.tags, a.audiences, a.decide, a.exports])
        menu.addActions([a.passphrase, a.sign, a.engine, a.check])
        menu.addActions([a.seal, a.verify])
        menu = self._menu("&Help")
        menu.addActions([a.getting_started, a.shortcuts])
        menu.addSeparator()
        menu.addAction(a.about)

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self._window)
        self._window.menuBar().addMenu(menu)
        return menu

    def fill_mark(self, *groups: list[QAction]) -> None:
        """Offer what can be made of the words that are selected in the reader."""
        for number, group in enumerate(groups):
            if number:
                self.mark.addSeparator()
            self.mark.addActions(group)
        self.mark.menuAction().setEnabled(True)

    def fill_go(self, go: Callable[[str], object]) -> None:
        """Offer the overview, every list and the other pages."""
        from viewer.gui import kinds

        for number, kind in enumerate((kinds.OVERVIEW, *kinds.LISTED_KINDS), start=1):
            name = "Overview" if kind == kinds.OVERVIEW else kinds.list_name(kind)
            action = QAction(kind_icon(kind), name, self.go)
            action.triggered.connect(partial(go, kind))
            self.go.addAction(action)
            if number <= _NUMBERED:
                action.setShortcut(f"Ctrl+{number}")
        self.go.addSeparator()
        for page_name, page in PAGES.items():
            action = QAction(icon(page.icon), page.label, self.go)
            action.triggered.connect(partial(go, page_name))
            self.go.addAction(action)

    def fill_recent(self, settings: Settings, go: Callable[[Path], object]) -> None:
        """Offer the cases opened last."""
        self.recent.clear()
        paths = [path for path in settings.recent if path.is_file()]
        for path in paths:
            action = QAction(plain.menu_text(path.stem), self.recent)
            action.triggered.connect(partial(go, path))
            self.recent.addAction(action)
            action.setToolTip(plain.tool_tip(str(path)))
        self.recent.addSeparator()
        self.recent.addAction(self._actions.clear_recent)
        self._actions.clear_recent.setEnabled(bool(paths))


def tool_bar(window: QMainWindow, actions: Actions, search: QWidget) -> QToolBar:
    """Return the bar of what is used all the time, with the search box in its middle."""
    bar = QToolBar("Toolbar", window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addActions([actions.back, actions.forward])
    bar.addSeparator()
    bar.addActions([actions.undo, actions.redo])
    bar.addWidget(_spring())
    bar.addWidget(search)
    bar.addWidget(_spring())
    for action in (actions.import_files, actions.show_as, actions.export):
        bar.addAction(action)
        button = bar.widgetForAction(action)
        button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.addToolBar(bar)
    return bar


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
