"""Where a case is kept and what opens it: what one thread hands to another."""

from dataclasses import dataclass
from pathlib import Path

from viewer.store import engine, opening
from viewer.store.casefile import CaseFile
from viewer.store.keys import Key


@dataclass(frozen=True, slots=True)
class Access:
    """A case file and its key, None where it is not encrypted."""

    path: Path
    key: Key | None = None

    def open(self) -> CaseFile:
        """Open the case to read, with a connection of its own; raises what `CaseFile.open` does."""
        return CaseFile.open(self.path, read_only=True, key=self.key, is_stranger=False)


def access_to(case: CaseFile) -> Access:
    """Return how another thread opens a case that is open."""
    return Access(case.path, case.key)


def is_encrypted(path: Path) -> bool:
    """Return whether a passphrase is needed; raises a `FileProblem` for what is no case file."""
    engine.require_file(path)
    with engine.translated(path):
        return opening.is_encrypted(path)


def key_for(path: Path, passphrase: str) -> Key:
    """Return the key of a file; whether it fits shows when it is opened.

    Raises a `FileProblem`, or `UnfitPassphrase`.
    """
    engine.require_file(path)
    with engine.translated(path):
        return Key.of(passphrase, engine.salt_of(path))
