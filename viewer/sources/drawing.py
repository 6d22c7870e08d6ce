"""The pages of an original PDF as pictures, drawn in the process that parses."""

from collections.abc import Callable

from viewer.sources.answers import pixels_in, sizes_in
from viewer.sources.child import ask
from viewer.sources.limits import LIMITS, Limits
from viewer.sources.problems import ProblemError, for_user

_IsCancelled = Callable[[], bool] | None


def page_sizes(
    data: bytes, file_name: str = "", limits: Limits = LIMITS, cancelled: _IsCancelled = None
) -> list[tuple[float, float]]:
    """Return the width and height of each page of a PDF, in points.

    Raises `UnreadableSource` and `Cancelled`.
    """
    try:
        answer, _ = ask({"task": "sizes"}, data, limits, cancelled)
        return sizes_in(answer, limits)
    except ProblemError as error:
        raise for_user(error, file_name, limits) from error


def draw_page(
    data: bytes,
    number: int,
    pixels_wide: int,
    file_name: str = "",
    limits: Limits = LIMITS,
    cancelled: _IsCancelled = None,
) -> tuple[int, int, bytes]:
    """Return width, height and the RGB bytes, row by row, of a PDF's page (the first is 1).

    A page too tall for that width is drawn narrower. Raises `UnreadableSource` and `Cancelled`.
    """
    task = {"task": "draw", "page": number, "pixels_wide": pixels_wide}
    try:
        return pixels_in(*ask(task, data, limits, cancelled))
    except ProblemError as error:
        raise for_user(error, file_name, limits) from error
