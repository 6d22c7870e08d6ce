"""From what was typed to the key and into the case, without the window standing still."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.gui.passphrase.asking import AskedPassphrase

if TYPE_CHECKING:
    from viewer.gui.passphrase.key_job import KeyJob
    from viewer.store import Key


class Knocking(QObject):
    """Tries each passphrase that is given for the file at `path`.

    `enter` takes the key and returns what to say below the line; "" when the case was entered, or
    something else was said. What was typed stays until `stop`.
    """

    def __init__(self, asked: AskedPassphrase, enter: Callable[[Key], str]) -> None:
        super().__init__(asked)
        self._asked, self._enter = asked, enter
        self.path = Path()
        self._job: KeyJob | None = None
        asked.given.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Whether a passphrase is being tried."""
        return self._job is not None

    def stop(self) -> None:
        """Try no more, and keep nothing that was typed."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._asked.set_busy(False)
        self._asked.forget()

    def _begin(self, passphrase: str) -> None:
        # Late: the store takes longer than showing the first window.
        from viewer.gui.passphrase.key_job import KeyJob
        from viewer.store import key_for

        self._asked.set_busy(True)
        self._job = KeyJob(partial(key_for, self.path, passphrase), self)
        self._job.made.connect(partial(self._try, self._job))
        self._job.refused.connect(partial(self._refuse, self._job))
        self._job.broke.connect(partial(self._break, self._job))
        self._job.start()

    def _try(self, job: KeyJob, key: Key) -> None:
        if job is not self._job:
            return  # of a door that was left meanwhile
        self._end()
        if problem := self._enter(key):
            self._asked.say(problem)

    def _refuse(self, job: KeyJob, problem: str) -> None:
        if job is self._job:
            self._end()
            self._asked.say(problem)

    def _break(self, job: KeyJob) -> None:
        if job is self._job:
            self._end()

    def _end(self) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        self._asked.set_busy(False)
