"""`casefile restore`: says what would differ, asks, and puts a backup in the place of a case."""

from collections.abc import Iterator
from pathlib import Path

from viewer.domain.comparison import KindDifference, RecordDifference, compared
from viewer.domain.records import KINDS
from viewer.domain.text import unisolated
from viewer.errors import CasefileError, FileProblem, NotFoundError, OlderCaseFile, PassphraseNeeded
from viewer.opening import key_of
from viewer.store import Access, Key, backups, restore

#: Records of a kind that are named.
_NAMED = 10
_SIGNS = {"back": "+", "gone": "−", "other": "~"}
_SAME = "The two hold the same records: restoring would change nothing but the history."
_OLDER = (
    "It was made by an earlier version of Casefile, so what differs cannot be shown before it is "
    "brought up to date, which opening it does."
)


class Restoring:
    """A backup and the case file whose place it is to take."""

    def __init__(self, backup: Path, file: Path) -> None:
        backup = _newest(backup, file) if backup.is_dir() else backup
        self.name = backup.name
        self._backup, self._file = Access(backup, key_of(backup)), Access(file, _present_key(file))

    def told(self) -> Iterator[str]:
        """Yield lines that say what restoring would change, in words of the case."""
        if not self._file.path.exists():
            yield f"There is no file “{self._file.path.name}” now: restoring makes it."
            return
        try:
            yield from self._differences()
        except OlderCaseFile:
            yield _OLDER
        except CasefileError as error:
            yield f"What differs cannot be shown. {error}"

    def _differences(self) -> Iterator[str]:
        with self._backup.open() as then:
            try:
                now = self._file.open()
            except FileProblem:
                # Why is no news, and its advice is to restore.
                yield "The present file cannot be read, so there is nothing to compare with."
                return
            with now:
                if now.case.id != then.case.id:
                    yield "This is a backup of another case: nothing of the present one is in it."
                yield from lines(compared(now, then, _NAMED)) or (_SAME,)

    def restore(self) -> str:
        """Do it; returns a sentence that says where the former file is."""
        aside = restore(self._backup.path, self._file.path, self._backup.key, self._file.key)
        done = f"{self._file.path.name} is as in the backup."
        return f"{done} The former file is kept as {aside}" if aside else done


def _newest(folder: Path, file: Path) -> Path:
    """Return the newest backup of a file in a folder; raises `NotFoundError`."""
    found = backups(file, folder)
    if not found:
        raise NotFoundError(f"There is no backup of “{file.name}” in {folder}.")
    if len({each.name.tag for each in found}) > 1:
        raise NotFoundError(
            f"There are backups of several cases that are called “{file.name}” in {folder}. "
            "Nothing was changed: name the one that you want."
        )
    return found[0].path


def _present_key(file: Path) -> Key | None:
    """Return what opens the present file; None also where nothing is known to."""
    try:
        return key_of(file) if file.exists() else None
    except (FileProblem, PassphraseNeeded):
        return None


def lines(differences: list[KindDifference]) -> list[str]:
    """Return what differs: a line for each kind, each record and each field of it."""
    return [unisolated(line) for each in differences for line in _of_kind(each)]


def _of_kind(each: KindDifference) -> Iterator[str]:
    counts = ((each.back, "come back"), (each.gone, "go"), (each.other, "change"))
    told = ", ".join(f"{number:,} {what}" for number, what in counts if number)
    yield f"{KINDS[each.kind].labels[1]}: {told}"
    for record in each.named:
        yield from _of_record(record)
    if each.number > len(each.named):
        yield f"  … and {each.number - len(each.named):,} more"


def _of_record(record: RecordDifference) -> Iterator[str]:
    yield f"  {_SIGNS[record.fate]} {record.title}"
    for field in record.fields:
        yield f"      {field.label}: {_shown(field.now)} → {_shown(field.then)}"


def _shown(value: str) -> str:
    return f"“{value}”" if value else "nothing"
