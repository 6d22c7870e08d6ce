"""Waiting in a test for as long as a busy machine may need."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

#: Milliseconds; whoever waits longer waits for nothing.
PATIENCE = 120_000


class PatientBot(QtBot):
    """Waits for what must come until it comes: a limit in seconds measures the machine."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        if how.get("raising", True):  # otherwise it is waited that nothing comes
            timeout = max(timeout, PATIENCE)
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **how)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))
