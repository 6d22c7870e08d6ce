"""The name that is offered for a file, and its folder."""

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def offered_name(title: str, audience: str, ending: str) -> str:
    """Return a name of title, audience and today.

    `title` is as its readers may see it: a name in a file name is read by everybody.
    """
    day = datetime.now(UTC).date().isoformat()
    return f"{_plain(title)[:80]} ({_plain(audience).lower()}, {day}){ending}"


def with_ending(name: str, ending: str) -> Path:
    """Return the path with the ending of its format, which the user need not type."""
    path = Path(name)
    # An ending may have two parts.
    is_named = name.lower().endswith(ending) or not path.name
    return path if is_named else Path(f"{name}{ending}")


def folder_beside(case_path: Path) -> Path:
    """Return the folder of a case, or that of the user's documents where it is gone."""
    if case_path.parent.is_dir():
        return case_path.parent
    where = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(where))


def _plain(words: str) -> str:
    return _NOT_IN_A_NAME.sub(" ", words).strip()
