"""What became of a case whose child died: looked at from outside, and by opening it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.killing.deeds import CANARY, Picture
from tests.killing.keys import KEYS
from tests.killing.told import Told
from viewer.errors import CasefileError, WrongPassphrase
from viewer.store import CaseFile, Key, check
from viewer.store.backup import backups


@dataclass(frozen=True)
class Fate:
    """How one child ended, and how its case was found."""

    acknowledged: int
    refused: int
    in_flight: bool
    #: The deed in flight is in the file.
    one_more: bool
    #: What lay beside the case when the child was dead, and what still does after the next start.
    left: tuple[str, ...]
    remains: tuple[str, ...]
    #: What is wrong; empty when all is well.
    problems: tuple[str, ...]


def fate(path: Path, told: Told, before: tuple[int, str]) -> Fate:
    """Look at a case, open it as the next start of the program does, and look again.

    `before` is how it was when the child began: its fingerprint and the name of its key.
    """
    problems = list(told.problems) + ["The child did not begin."] * (not told.has_begun)
    left = _beside(path)
    possible = told.possible() or [before]
    if all(key != "-" for _, key in possible):
        problems += _readable(path.parent, CANARY)
    one_more = False
    try:
        found, key = _opened(path, possible, problems)
        one_more = found == possible[-1][0] != possible[0][0]
        if (found, key) not in possible:
            problems.append(f"The case is not as acknowledged deed {told.last} left it.")
        if key != "-" and all(other != "-" for _, other in [before, *told.promised.values()]):
            problems += _readable(path.parent, CANARY)
    except CasefileError as error:
        problems.append(f"The case cannot be read: {type(error).__name__}")
    problems += _backups(path, told)
    problems += [each for name in told.gone for each in _readable(path.parent, name)]
    return Fate(
        told.acknowledged,
        told.refused,
        told.in_flight,
        one_more,
        left,
        _beside(path),
        tuple(problems),
    )


def _opened(path: Path, possible: list[tuple[int, str]], problems: list[str]) -> tuple[int, str]:
    """Open the case as the program does, under whichever key it may have; return what it holds.

    Appends to `problems` what is wrong with it.
    """
    keys = dict.fromkeys(key for _, key in possible)
    if "-" not in keys:
        problems += _with_another_key(path)
    for key in keys:
        try:
            with CaseFile.open(path, key=KEYS[key]) as case_file:
                found = Picture(case_file).number
                problems += _moved(case_file, found)
        except CasefileError as error:
            if key == list(keys)[-1]:
                raise error
            continue
        problems += check(path, KEYS[key])
        return found, key
    raise AssertionError("no key")


def _with_another_key(path: Path) -> Iterator[str]:
    """Mistype the passphrase first, as people do: it harms nothing, whatever lies beside it."""
    try:
        CaseFile.open(path, key=Key.random()).close()
    except WrongPassphrase:
        return
    yield "It opened with another key."


def _moved(case_file: CaseFile, number: int) -> list[str]:
    """Undo and redo what the dead child did last: the history is whole, too."""
    if case_file.undo("Killer").is_empty:
        return []
    if case_file.redo("Killer").is_empty:
        return ["What was undone could not be redone."]
    return [] if Picture(case_file).number == number else ["Undo and redo left another case."]


def _beside(path: Path) -> tuple[str, ...]:
    files = (file for file in path.parent.rglob("*") if file.is_file() and file != path)
    return tuple(sorted(str(file.relative_to(path.parent)) for file in files))


def _readable(folder: Path, word: bytes) -> Iterator[str]:
    """Name each file that holds a word which nobody may read."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and word in file.read_bytes():
            yield f"“{file.name}” holds a readable word."


def _backups(path: Path, told: Told) -> Iterator[str]:
    """Say which backups are not whole, and which that were acknowledged are not as they were."""
    there = {backup.path.name: backup.path for backup in backups(path)}
    for name, (fingerprint, key) in told.backups.items():
        if name in there and _look(there.pop(name), key) != fingerprint:
            yield f"The backup “{name}” is not as the case was."
    if told.backups and list(told.backups)[-1] not in {b.path.name for b in backups(path)}:
        yield "The last backup is not there."
    for other in there.values():
        if not any(_look(other, key) for key in KEYS):
            yield f"“{other.name}” is no whole backup."


def _look(path: Path, key: str) -> int:
    """Return what a backup holds as one number; 0 when it cannot be read so, or is not sound."""
    try:
        with CaseFile.open(path, read_only=True, key=KEYS[key]) as case_file:
            number = Picture(case_file).number
        return 0 if check(path, KEYS[key]) else number
    except CasefileError:
        return 0
