"""How far an export is: first it is written, then it is read back."""

from collections.abc import Callable

from viewer.errors import Cancelled

#: Called with (done, total); returning False stops the work.
Progress = Callable[[int, int], bool | None]

#: Steps of each half, so that they count in the same units.
_HALF = 1000


def first_half(progress: Progress | None) -> Progress | None:
    """Return the progress of the writing, as a part of the whole."""
    return progress and (lambda done, total: progress(_steps(done, total), 2 * _HALF))


def second_half(progress: Progress | None) -> Progress | None:
    """Return the progress of the reading back, as a part of the whole."""
    return progress and (lambda done, total: progress(_HALF + _steps(done, total), 2 * _HALF))


def report(progress: Progress | None, done: int, total: int) -> None:
    """Tell how much is done; raises `Cancelled` when the user wants to stop."""
    if progress is not None and progress(done, total) is False:
        raise Cancelled("The export was stopped; nothing was written.")


def _steps(done: int, total: int) -> int:
    return _HALF * done // total if total else _HALF
