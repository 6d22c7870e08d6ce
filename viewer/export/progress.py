"""How far an export is: first it is written, then it is read back."""

from collections.abc import Callable

from viewer.errors import Cancelled

#: Called with (done, total); returning False stops the work.
Progress = Callable[[int, int], bool | None]

#: Steps of a whole, so that all its parts count in the same units.
_STEPS = 2000


def first_half(progress: Progress | None) -> Progress | None:
    """Return the progress of the writing, as a part of the whole."""
    return part(progress, 0, 2)


def second_half(progress: Progress | None) -> Progress | None:
    """Return the progress of the reading back, as a part of the whole."""
    return part(progress, 1, 2)


def part(progress: Progress | None, number: int, of: int) -> Progress | None:
    """Return the progress of one of several parts of equal size, counted from 0."""
    if progress is None:
        return None

    def told(done: int, total: int) -> bool | None:
        share = done / total if total else 1.0
        return progress(int(_STEPS * (number + share) / of), _STEPS)

    return told


def report(progress: Progress | None, done: int, total: int) -> None:
    """Tell how much is done; raises `Cancelled` when the user wants to stop."""
    if progress is not None and progress(done, total) is False:
        raise Cancelled("The export was stopped; nothing was written.")
