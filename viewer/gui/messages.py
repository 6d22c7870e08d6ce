"""Messages to the user: plain text, and the window stays usable behind them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.gui import plain

Deed = Callable[[], object]
_TAKEN_BACK = "takenBack"


def tell(parent: QWidget, text: str) -> QMessageBox:
    """Say that something was done or found."""
    return shown(_box(parent, QMessageBox.Icon.Information, text))


def warn(parent: QWidget, text: str) -> QMessageBox:
    """Say that something could not be done."""
    return shown(_box(parent, QMessageBox.Icon.Warning, text))


def offer(parent: QWidget, text: str, offered: str, deed: Deed) -> QMessageBox:
    """Say that something could not be done, and offer what can."""
    return _offering(_box(parent, QMessageBox.Icon.Warning, text), offered, deed)


def ask(parent: QWidget, text: str, offered: str, deed: Deed) -> QMessageBox:
    """Ask whether something is to be done that can be undone: Enter does it."""
    return _offering(_box(parent, QMessageBox.Icon.Question, text), offered, deed)


def ask_before_loss(
    parent: QWidget, text: str, offered: str, deed: Deed, keep: str = "Cancel"
) -> QMessageBox:
    """Ask whether something is to be done that nothing takes back: Enter and Escape `keep`."""
    box = _box(parent, QMessageBox.Icon.Warning, text)
    button = box.addButton(offered, QMessageBox.ButtonRole.DestructiveRole)
    button.clicked.connect(lambda: deed())
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Cancel).setText(keep)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return shown(box)


def also(box: QMessageBox, offered: str, deed: Deed) -> None:
    """Offer something else in a box that was just made, and what is best."""
    button = box.addButton(offered, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(button)
    button.clicked.connect(lambda: deed())


def warning(parent: QWidget, text: str) -> QMessageBox:
    """Make a warning that is not shown yet."""
    return _box(parent, QMessageBox.Icon.Warning, text)


def _offering(box: QMessageBox, offered: str, deed: Deed) -> QMessageBox:
    button = box.addButton(offered, QMessageBox.ButtonRole.AcceptRole)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(button)
    button.clicked.connect(lambda: deed())
    return shown(box)


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Casefile")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(plain.sentence(text))
    box.setIcon(icon)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def shown(box: QMessageBox) -> QMessageBox:
    """Show a message that was made."""
    # Later, so that a window that is just opening knows where it is, and the box is in its middle.
    QTimer.singleShot(0, box, lambda: _open(box))
    return box


def take_back(box: QMessageBox) -> None:
    """Close a message; one that is about to be shown is not shown any more."""
    box.setProperty(_TAKEN_BACK, True)
    box.reject()


def _open(box: QMessageBox) -> None:
    if box.property(_TAKEN_BACK):
        box.deleteLater()
    else:
        box.open()
