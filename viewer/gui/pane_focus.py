"""F6: from pane to pane, as in other programs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(panes: Callable[[], list[QWidget]], step: int) -> None:
    """Give the keyboard to the next visible pane, or the one before (-1)."""
    shown = [pane for pane in panes() if pane.isVisible()]
    if not shown:
        return
    at = next((n for n, pane in enumerate(shown) if _has_focus(pane)), -1 if step > 0 else 0)
    pane = shown[(at + step) % len(shown)]
    target = pane if _takes_focus(pane) else _first_inside(pane)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _has_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.focusProxy() is not None


def _first_inside(pane: QWidget) -> QWidget | None:
    inside = pane.findChildren(QWidget)
    return next((w for w in inside if _takes_focus(w) and w.isVisible() and w.isEnabled()), None)
