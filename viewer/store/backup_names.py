"""What backups are called: so that names sort by time, and tell no more than the file's name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

SUFFIX = ".casefile"
#: Bytes of a case's name that are kept: the engine takes paths of 512 bytes at most.
_NAME_BYTES = 100
_TAG_LETTERS = 8
#: What backups that are made one right after the other may be ahead of the clock.
_SOON = timedelta(minutes=1)
_WRITTEN = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(
    r"(?P<stem>.+) (?P<at>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) UTC (?P<tag>[0-9a-f]{8})"
    + re.escape(SUFFIX),
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class BackupName:
    """The name of a case, when the backup was made (UTC, whole seconds), and the case's tag."""

    stem: str
    at: datetime
    tag: str

    @classmethod
    def now(cls, case_path: Path, tag: str) -> "BackupName":
        """Return what a backup that is made now is called."""
        return cls(stem_of(case_path), datetime.now(UTC).replace(microsecond=0), tag)

    @classmethod
    def read(cls, name: str) -> "BackupName | None":
        """Return what a file name says; None where it is not the name of a backup."""
        match = _NAME.fullmatch(name)
        try:
            at = datetime.strptime(match["at"], _WRITTEN) if match else None
        except ValueError:
            return None
        return cls(match["stem"], at.replace(tzinfo=UTC), match["tag"]) if match and at else None

    def __str__(self) -> str:
        return f"{self.stem} {self.at:{_WRITTEN}} UTC {self.tag}{SUFFIX}"

    def after(self, others: Iterable["BackupName"]) -> "BackupName":
        """Return this name, or one that is later than those of this moment; never one of theirs.

        Of these the last one is never rotated away, so that no name is used twice (nobody makes
        more than sixty in a second). Where a clock was wrong, others may be of a time that is
        still to come: they are passed over.
        """
        taken = {each.at for each in others}
        at = max((each for each in taken if each <= self.at + _SOON), default=self.at)
        at = max(at, self.at)
        while at in taken:
            at += timedelta(seconds=1)
        return BackupName(self.stem, at, self.tag)


def stem_of(case_path: Path) -> str:
    """Return the part of a backup's name that says of which file it is."""
    return case_path.stem.encode("utf-8", "surrogateescape")[:_NAME_BYTES].decode("utf-8", "ignore")


def tag_of(case_id: str) -> str:
    """Return letters that tell cases of the same name apart, and nothing else of them."""
    return sha256(f"backup {case_id}".encode()).hexdigest()[:_TAG_LETTERS]


def folder_beside(case_path: Path) -> Path:
    """Return the folder of a case's backups where the user chose no other."""
    return case_path.with_name(f"{stem_of(case_path)} backups")
