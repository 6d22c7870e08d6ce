"""The choice through whose eyes the case is to be seen."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolBar

from viewer.domain.audiences import audiences
from viewer.gui import plain
from viewer.gui.icons import icon
from viewer.gui.main_window import MainWindow


def offer_audiences(window: MainWindow) -> QMenu:
    """Open the menu of all audiences at the button of the toolbar; Down and Enter choose."""
    menu = audience_menu(window)
    menu.popup(_below_the_button(window))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def audience_menu(window: MainWindow) -> QMenu:
    """Return a menu with each audience of the open case, and the way to make another."""
    menu = QMenu("Show the case as this audience would see it", window)
    menu.setToolTipsVisible(True)
    for audience in audiences(window.session.case):
        action = QAction(icon("audience"), plain.menu_text(audience.label), menu)
        action.setToolTip(plain.tool_tip(audience.note))
        action.triggered.connect(partial(window.previews.show, audience.id))
        menu.addAction(action)
    menu.addSeparator()
    menu.addAction(window.actions_.audiences)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _below_the_button(window: MainWindow) -> QPoint:
    action = window.actions_.show_as
    for bar in window.findChildren(QToolBar):
        button = bar.widgetForAction(action)
        if button is not None and button.isVisible():
            return button.mapToGlobal(QPoint(0, button.height()))
    return window.mapToGlobal(window.rect().center())
