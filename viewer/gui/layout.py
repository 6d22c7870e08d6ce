"""Where the panes of the window are: at first, as the user left them, and as at first again."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QSplitter, QToolButton, QWidget

from viewer.gui import plain
from viewer.gui.icons import icon
from viewer.gui.settings import LAYOUT_VERSION, Settings

_BROWSE_WIDTH, _DETAILS_WIDTH = 215, 370
#: The parts of the window that they may take.
_BROWSE_PART, _DETAILS_PART = 0.21, 0.33


class Layout(QObject):
    """The docks left and right of the middle; hidden together while no case is open."""

    def __init__(self, window: QMainWindow, settings: Settings, split: QSplitter) -> None:
        super().__init__(window)
        self._window, self._settings, self._split = window, settings, split
        self.docks: list[QDockWidget] = []
        self._first = QByteArray()
        self._first_split = QByteArray()

    def add_dock(self, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Put a pane at one side of the window."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(title.lower())
        dock.setWidget(widget)
        dock.setTitleBarWidget(_title_bar(dock))
        self._window.addDockWidget(area, dock)
        # At once: a state that is kept before Qt shows it would have it hidden.
        dock.show()
        self.docks.append(dock)
        return dock

    def begin(self) -> None:
        """Give the panes their first widths, then those that the user left them with."""
        room = self._window.width()
        browse = min(_BROWSE_WIDTH, round(room * _BROWSE_PART))
        details = min(_DETAILS_WIDTH, round(room * _DETAILS_PART))
        widths = [browse, details][: len(self.docks)]
        self._window.resizeDocks(self.docks, widths, Qt.Orientation.Horizontal)
        self._first = self._window.saveState(LAYOUT_VERSION)
        self._first_split = self._split.saveState()
        self.restore()

    def restore(self) -> None:
        """Show the panes as the user left them."""
        if not self._window.restoreState(self._settings.state("panes"), LAYOUT_VERSION):
            self._window.restoreState(self._first, LAYOUT_VERSION)
        self._split.restoreState(self._settings.state("split"))

    def keep(self) -> None:
        """Remember where the panes are."""
        self._settings.set_state("panes", self._window.saveState(LAYOUT_VERSION))
        self._settings.set_state("split", self._split.saveState())

    def remember(self, name: str, action: QAction) -> None:
        """Check an action, unless the user left it unchecked the last time."""
        action.setChecked(self._settings.state(name).isEmpty())
        action.toggled.connect(
            lambda on: self._settings.set_state(name, QByteArray() if on else QByteArray(b"off"))
        )

    def hide(self) -> None:
        """Leave the middle alone in the window."""
        for dock in self.docks:
            dock.hide()

    def reset(self) -> None:
        """Forget what the user changed."""
        self._settings.forget_states()
        self._window.restoreState(self._first, LAYOUT_VERSION)
        self._split.restoreState(self._first_split)


def _title_bar(dock: QDockWidget) -> QWidget:
    """Return a bar to drag the pane by, with a button in the icons of the window."""
    bar = QWidget(dock)
    bar.setProperty("look", "dock")
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    close = QToolButton()
    close.setIcon(icon("close"))
    close.setIconSize(QSize(14, 14))
    close.setAutoRaise(True)
    close.setToolTip("Hide this pane (View ▸ Panes shows it again)")
    close.setAccessibleName(f"Hide {dock.windowTitle()}")
    close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    close.clicked.connect(dock.close)
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 4, 6, 4)
    row.addWidget(plain.label(dock.windowTitle(), "subheading"), 1)
    row.addWidget(close)
    return bar
