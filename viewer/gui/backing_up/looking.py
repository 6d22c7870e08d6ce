"""Looking into backups beside the window: how much is in them, and what differs from the case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from viewer.domain.comparison import KindDifference, compared
from viewer.domain.records import KINDS
from viewer.errors import CasefileError, OlderCaseFile, PassphraseNeeded, WrongPassphrase
from viewer.gui.job import Job

if TYPE_CHECKING:
    from viewer.store import Access, CaseFile

NO_PASSPHRASE, OTHER_PASSPHRASE = "Passphrase needed", "Another passphrase"
OLDER = "An earlier version"
_OF_AN_OLDER = (
    "This backup was made by an earlier version of Casefile. What differs cannot be shown before "
    "it is brought up to date, which opening it after restoring does."
)


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in a backup: how many records, or why that cannot be told."""

    records: int | None = None
    problem: str = ""


class LookJob(Job):
    """Counts the records of one backup after the other."""

    #: The backup's path and the `Look` into it.
    looked = Signal(object, object)

    def __init__(self, found: list[Access], parent: QObject | None = None) -> None:
        super().__init__("backups", parent)
        self._found = found

    def _work(self) -> None:
        for access in self._found:
            if self._cancelled.is_set():
                return
            look = _look(access)
            if not self._cancelled.is_set():
                self.looked.emit(access.path, look)


def _look(access: Access) -> Look:
    try:
        with access.open() as case:
            return Look(sum(case.total(kind) for kind in KINDS))
    except PassphraseNeeded:
        return Look(problem=NO_PASSPHRASE)
    except WrongPassphrase:
        return Look(problem=OTHER_PASSPHRASE)
    except OlderCaseFile:
        return Look(problem=OLDER)
    except CasefileError:
        return Look(problem="Cannot be read")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between a case and a backup, and what else there is to say."""

    differences: list[KindDifference]
    sentence: str = ""


class CompareJob(Job):
    """Compares a backup with the case in whose place it would come."""

    #: The `Comparison`.
    succeeded = Signal(object)
    #: The backup opens with another passphrase.
    passphrase_needed = Signal()
    #: A sentence: the backup cannot be read.
    failed = Signal(str)

    def __init__(self, now: Access, then: Access, parent: QObject | None = None) -> None:
        super().__init__("comparing", parent)
        self._now, self._then = now, then

    def _work(self) -> None:
        try:
            with self._then.open() as then:
                found = self._compared(then)
        except (PassphraseNeeded, WrongPassphrase):
            self._say(self.passphrase_needed)
        except OlderCaseFile:
            self._say(self.succeeded, Comparison([], _OF_AN_OLDER))
        except CasefileError as error:
            self._say(self.failed, str(error))
        else:
            self._say(self.succeeded, found)

    def _compared(self, then: CaseFile) -> Comparison:
        if not self._now.path.exists():
            return Comparison([], "There is no such file now: restoring makes it.")
        try:
            with _present(self._now, self._then) as now:
                differences = compared(now, then)
                return Comparison(differences, _sentence(now, then, differences))
        except CasefileError:
            return Comparison([], _UNREADABLE)

    def _say(self, signal: SignalInstance, *values: object) -> None:
        if not self._cancelled.is_set():
            signal.emit(*values)


_UNREADABLE = (
    "The file that is there now cannot be read, so there is nothing to compare with. Restoring "
    "puts this backup in its place."
)


@contextmanager
def _present(now: Access, then: Access) -> Iterator[CaseFile]:
    """Open the present case: where its key is not known, with that of the backup."""
    from viewer.store import Access

    with (now if now.key is not None else Access(now.path, then.key)).open() as case:
        yield case


def _sentence(now: CaseFile, then: CaseFile, differences: list[KindDifference]) -> str:
    if now.case.id != then.case.id:
        return "This is a backup of another case: nothing of the present case would be left."
    if not differences:
        return "This backup holds the same records as the case does now."
    number = sum(each.number for each in differences)
    what = "One record differs" if number == 1 else f"{number:,} records differ"
    return f"{what} from the case as it is now. Restoring would do this:"
