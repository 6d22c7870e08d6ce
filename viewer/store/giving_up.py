"""Long work that nobody may want to wait for any more: it asks now and then, and ends at once."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from viewer.errors import Interrupted

T = TypeVar("T")

#: Whether nobody wants an answer any more; asked very often, from the thread of the work.
IsGivenUp = Callable[[], bool]

#: Steps of the engine between two questions: some hundredths of a second.
_STEPS = 1000


def never() -> bool:
    """Answer that it is wanted to the end."""
    return False


def require_wanted(is_given_up: IsGivenUp) -> None:
    """Raise `Interrupted` where nobody wants an answer any more."""
    if is_given_up():
        raise Interrupted("It was given up; nothing was changed.")


def heeded(things: Iterable[T], is_given_up: IsGivenUp) -> Iterator[T]:
    """Yield one thing after the other; raises `Interrupted`."""
    for each in things:
        require_wanted(is_given_up)
        yield each


@contextmanager
def heeding(connection: Any, is_given_up: IsGivenUp) -> Iterator[None]:
    """Let the engine end what it is at, with an error of its own, and raise `Interrupted` then.

    The latter, too, where somebody took the engine's error for damage.
    """
    connection.set_progress_handler(is_given_up, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
    require_wanted(is_given_up)
