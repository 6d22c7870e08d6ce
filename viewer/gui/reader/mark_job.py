"""Reading the marks of a document that has very many, beside the window."""

import time

from PySide6.QtCore import Signal

from viewer.errors import CasefileError
from viewer.gui.job import Job
from viewer.gui.reader.marks import Mark, Marks, marks_of
from viewer.gui.text_units import TextUnits
from viewer.store import Access

#: Passages that are read at a time, and the seconds that are left to the window after each time.
_AT_A_TIME, _PAUSE = 1000, 0.004


class MarkJob(Job):
    """Reads all marks of one document, with a connection of its own.

    It reads in short steps, because the case cannot be written while it is being read; cancelled,
    it lets the file go after the present one.
    """

    #: The job, and its `Marks`.
    loaded = Signal(object, object)
    #: The job. The window's own connection can say what is wrong.
    failed = Signal(object)

    def __init__(
        self, access: Access, document_id: str, units: TextUnits, steps: list[int]
    ) -> None:
        super().__init__("marks")
        self._access, self._document_id, self._units = access, document_id, units
        self._steps = steps

    def _work(self) -> None:
        try:
            marks = self._read()
        except CasefileError:
            self.failed.emit(self)
            return
        if not self._cancelled.is_set():
            self.loaded.emit(self, Marks(marks))

    def _read(self) -> list[Mark]:
        found: list[Mark] = []
        ends: dict[int, int] = {}
        with self._access.open() as case:
            for span in zip(self._steps, self._steps[1:], strict=False):
                if self._cancelled.is_set():
                    break
                uses = case.passage_uses(self._document_id, span)
                found += marks_of(uses, self._units, ends)
                time.sleep(_PAUSE)
        return found


def steps_of(length: int, passages: int) -> list[int]:
    """Return the code points at which a text is divided for reading its passages."""
    number = max(1, passages // _AT_A_TIME)
    return [*(length * step // number for step in range(number)), length]
