"""Files and folders that a user hands over."""

import os
import stat
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from viewer.sources.problems import Problem, ProblemError

#: Endings of files that may hold a document; one without an ending may, too.
ENDINGS = frozenset(
    {"", ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mht", ".mhtml"}
    | {".pdf", ".docx", ".eml"}
)


def files_in(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files to read, and those of folders that are left out.

    A file that is named is read whatever its name; of a folder, walked in the order of names, what
    is hidden or has another ending than a document is left out. Links to folders are not followed.
    Each file comes once.
    """
    wanted: dict[Path, None] = {}
    left_out: dict[Path, None] = {}
    for path in paths:
        for found in _walked(path) if path.is_dir() else [path]:
            is_wanted = found == path or _may_be_read(found, path)
            (wanted if is_wanted else left_out)[found] = None
    return list(wanted), [path for path in left_out if path not in wanted]


def _walked(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder; without recursion, as folders may be in folders without end."""
    waiting = [folder]
    while waiting:
        entries = _entries(waiting.pop())
        yield from (Path(entry) for entry in entries if not _is_folder(entry))
        folders = [each for each in entries if _is_folder(each) and not each.is_symlink()]
        waiting += [Path(entry) for entry in reversed(folders)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=attrgetter("name"))
    except OSError:
        return []


def _may_be_read(path: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return not is_hidden and path.suffix.lower() in ENDINGS and path.is_file()


def beginning(path: Path, most: int) -> bytes:
    """Return the first bytes of a file, at most so many; raises `OSError` or `ValueError`."""
    # Opening a pipe would wait for whoever writes into it.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("no file")
    with path.open("rb") as file:
        return file.read(most)


def contents(path: Path, most: int) -> bytes:
    """Return the bytes of a file; raises `ProblemError` for no file or more than `most`."""
    try:
        data = beginning(path, most + 1)
    except (OSError, ValueError) as error:
        raise ProblemError(Problem.NO_FILE) from error
    if len(data) > most:
        raise ProblemError(Problem.TOO_LARGE)
    return data
