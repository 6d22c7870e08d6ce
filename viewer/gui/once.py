"""Dialogs that are shown once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def show_once(dialog: QDialog) -> None:
    """Open a dialog over its window, and destroy it with all that it holds when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
