"""Making keys of passphrases beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from viewer.errors import CasefileError
from viewer.gui.job import Job


class KeyJob(Job):
    """Makes a key, or several: each takes a third of a second on purpose."""

    #: What `make` returned.
    made = Signal(object)
    #: A sentence: there is none.
    refused = Signal(str)

    def __init__(self, make: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__("key", parent)
        self._make: Callable[[], object] | None = make

    def _work(self) -> None:
        make, self._make = self._make, None  # it holds the passphrase
        assert make is not None
        try:
            key = make()
        except CasefileError as error:
            self.refused.emit(str(error))
            return
        if not self._cancelled.is_set():
            self.made.emit(key)
