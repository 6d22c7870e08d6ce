"""F6: from pane to pane, as in other programs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def move_focus(panes: Callable[[], list[QWidget]], step: int) -> None:
    """Give the keyboard to the next pane that takes it, or the one before (-1)."""
    targets = [(pane, target) for pane in panes() if (target := _target(pane)) is not None]
    if not targets:
        return
    here = [number for number, (pane, _) in enumerate(targets) if _has_focus(pane)]
    # The innermost: the notes beside the text are a pane within the reader.
    at = here[-1] if here else (-1 if step > 0 else 0)
    targets[(at + step) % len(targets)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _has_focus(pane: QWidget) -> bool:
    focused = pane.window().focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _target(pane: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a pane; None while it is hidden or has nothing to offer."""
    candidates = (pane.focusProxy() or pane, *pane.findChildren(QWidget))
    return next((widget for widget in candidates if _takes_focus(widget)), None)


def _takes_focus(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isVisible() and widget.isEnabled()
