"""Work beside the window, in a thread of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

from PySide6.QtCore import QObject, Signal

from viewer.store import Access, CaseFile


class Job(QObject):
    """Does its work once, and tells of it by signals.

    The thread is Python's, which may outlive this object: destroying a running QThread aborts.
    """

    #: It ended by our own bug, which Python is told of in the thread.
    broke = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._thread = Thread(target=self._run, name=name)

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def cancel(self) -> None:
        """Want no answer; the work stops where it can."""
        self._cancelled.set()

    def wait(self) -> None:
        """Return when the thread has ended."""
        if self._thread.ident is not None:
            self._thread.join()

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody wants an answer; one may be on its way."""
        return self._cancelled.is_set()

    @property
    def is_finished(self) -> bool:
        """Whether the thread has ended."""
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._work()
        except Exception:
            self.broke.emit()
            raise

    def _work(self) -> None:
        raise NotImplementedError


class ReadingJob(Job):
    """Reads a case, with a connection of its own, in a part of its work."""

    def __init__(self, name: str, access: Access, parent: QObject | None = None) -> None:
        super().__init__(name, parent)
        self._access = access
        self._reads = Lock()

    def cancel(self) -> None:
        """Want no answer. When this returns, the job does not read the case any more."""
        super().cancel()
        with self._reads:
            pass

    @contextmanager
    def _reading(self) -> Iterator[CaseFile | None]:
        """Give the case to read; None where nobody wants an answer any more."""
        with self._reads:
            if self._cancelled.is_set():
                yield None
                return
            with self._access.open() as case:
                yield case
