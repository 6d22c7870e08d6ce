"""What could still hold a word of a case once it is closed: windows, clipboard, memory."""

from __future__ import annotations

import gc
import re
import sys

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def close_others(window: QWidget) -> None:
    """Close every menu, dialog and other window of the program, and stop what they do."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            _close(widget)


def _close(widget: QWidget) -> None:
    if not isinstance(widget, QDialog):
        widget.close()
        return
    widget.reject()
    if widget.isVisible():  # where that only stops what is under way
        widget.done(QDialog.DialogCode.Rejected)


def clear_clipboard() -> None:
    """Take back what was copied from the program; what others put there stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def forget_words() -> None:
    """Destroy what was closed, and empty the caches in which words of a case are kept.

    Python gives memory back without wiping it: this makes words hard to come by, not impossible.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for name in [name for name in sys.modules if name.split(".")[0] == "viewer"]:
        for found in list(vars(sys.modules[name]).values()):
            _empty(found)
    re.purge()  # patterns are made of names, too
    gc.collect()


def _empty(found: object) -> None:
    """Empty a cache whose size has a limit; the others hold what belongs to the program."""
    parameters = getattr(found, "cache_parameters", None)
    if callable(parameters) and parameters()["maxsize"] is not None:
        found.cache_clear()  # type: ignore[attr-defined]
