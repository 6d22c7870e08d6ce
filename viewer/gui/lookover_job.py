"""Looking through the file of an open case, in a thread of its own, in nobody's way."""

from threading import Event, Lock

from PySide6.QtCore import QObject, Signal

from viewer.errors import CasefileError
from viewer.gui.job import Job
from viewer.store import Access
from viewer.store.lookover import looked_through

#: Seconds after opening, and after it had to give way, before the file is read.
_STILLNESS = 0.5


class LookoverJob(Job):
    """Begins anew whenever it had to give way to a change."""

    #: What to say of a file that is damaged; "" of a sound one.
    looked = Signal(str)

    def __init__(self, access: Access, parent: QObject | None = None) -> None:
        super().__init__("lookover", parent)
        self.access = access
        self._reads, self._may_read = Lock(), Event()
        self._may_read.set()

    def give_way(self) -> None:
        """Let the file go; when this returns, it is not being read, nor will be until `go_on`."""
        self._may_read.clear()
        with self._reads:
            pass

    def go_on(self) -> None:
        """Let the file be read again."""
        self._may_read.set()

    def cancel(self) -> None:
        """Want no answer. When this returns, the job does not read the file any more."""
        super().cancel()
        self.give_way()
        self.go_on()

    def _work(self) -> None:
        while not self._cancelled.wait(_STILLNESS):
            self._may_read.wait()
            said = self._looked()
            if said is not None:
                self.looked.emit(said)
                return

    def _looked(self) -> str | None:
        with self._reads:
            if self._is_given_up():
                return None
            try:
                return looked_through(self.access, self._is_given_up)
            except CasefileError:
                return ""  # It is gone or cannot be read, which whoever uses it is told.

    def _is_given_up(self) -> bool:
        return self._cancelled.is_set() or not self._may_read.is_set()
