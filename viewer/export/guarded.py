"""A file that is read back before it is given away: with a protected name in it, it is refused.

Every writer goes through here:

    def write_list(summary, path, progress=None):
        with guarded(path, summary, progress, again=_write) as temporary:
            _write(summary, temporary)
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from viewer.domain.summary import CaseSummary
from viewer.errors import Hit
from viewer.export.file import beside, in_memory, replacing
from viewer.export.leaks import refusal, search, search_name
from viewer.export.progress import Progress, report, second_half

#: Writes what a summary says to a path, as was done for the file that is looked at.
Again = Callable[[CaseSummary, Path], None]
#: Makes of the file that was looked at (first) the one that is given away (second).
Finish = Callable[[Path, Path], None]


@contextmanager
def guarded(
    path: Path,
    summary: CaseSummary,
    progress: Progress | None = None,
    *,
    again: Again | None = None,
    finish: Finish | None = None,
) -> Iterator[Path]:
    """Give a path to write to, look through what was written, and only then put it at `path`.

    `again` writes the same export of another summary: a blank of it tells which words are the
    program's own. `finish` makes the file that is given away of the one that was looked at
    (encrypts it). `progress` is called for the second half of the work, and may stop it.

    Raises `LeakError`, `Cancelled` and `WriteFailed`; nothing new is then in the folder, and
    `path` holds what it held before.
    """
    _look(search_name(path.name, summary))
    # What is going to be encrypted is not left on a disk, where it could be found again.
    place = in_memory if finish else beside
    with replacing(path) as final, place(path) as temporary:
        yield temporary
        checking = second_half(progress)
        _look(search(temporary, summary, again, checking))
        report(checking, 1, 1)
        if finish is None:
            temporary.replace(final)
        else:
            finish(temporary, final)


def _look(hits: tuple[Hit, ...]) -> None:
    if hits:
        raise refusal(hits)
