"""What a parser's process answered, taken for what it is: words of a stranger."""

from typing import Any

from viewer.domain.pages import FORM_FEED
from viewer.sources.limits import METADATA_LENGTH, Limits
from viewer.sources.parsed import FIELDS
from viewer.sources.problems import Problem, ProblemError
from viewer.sources.published import date_published
from viewer.sources.sniffing import PDF
from viewer.sources.tidy import one_line, tidied

#: Points; PDF allows no larger page.
_LARGEST_PAGE = 14_400.0


def said_by(
    answer: dict[str, Any], payload: bytes, media_type: str, limits: Limits
) -> dict[str, Any]:
    """Return the fields of a `Source` that an answer gives; raises `ProblemError`."""
    fields, tool = answer.get("fields"), answer.get("tool")
    if not isinstance(fields, dict) or not isinstance(tool, str):
        raise ProblemError(Problem.CRASHED)
    said: dict[str, Any] = {name: _line(fields.get(name, "")) for name in FIELDS}
    said["published"] = date_published(said["published"])
    return {**said, "extracted_by": _line(tool), "text": _text(payload, media_type, limits)}


def sizes_in(answer: dict[str, Any], limits: Limits) -> list[tuple[float, float]]:
    """Return the widths and heights of pages, in points; raises `ProblemError`."""
    sizes = answer.get("sizes")
    if not isinstance(sizes, list) or not 0 < len(sizes) <= limits.most_pages:
        raise ProblemError(Problem.CRASHED)
    return [_size(pair) for pair in sizes]


def pixels_in(answer: dict[str, Any], payload: bytes) -> tuple[int, int, bytes]:
    """Return the width, height and RGB bytes of a page; raises `ProblemError`."""
    width, height = answer.get("width"), answer.get("height")
    if not (type(width) is type(height) is int and width > 0 and height > 0):
        raise ProblemError(Problem.CRASHED)
    if len(payload) != width * height * 3:
        raise ProblemError(Problem.CRASHED)
    return width, height, payload


def _line(value: object) -> str:
    if not isinstance(value, str):
        raise ProblemError(Problem.CRASHED)
    return one_line(value, METADATA_LENGTH)


def _text(payload: bytes, media_type: str, limits: Limits) -> str:
    try:
        text = payload.decode()
    except UnicodeDecodeError as error:
        raise ProblemError(Problem.CRASHED) from error
    if len(text) > limits.text_length:
        raise ProblemError(Problem.TOO_MUCH_TEXT)
    text = tidied(text)
    return text if media_type == PDF else text.replace(FORM_FEED, "\n")


def _size(pair: object) -> tuple[float, float]:
    match pair:
        case [int() | float() as width, int() | float() as height]:
            if 0 < width <= _LARGEST_PAGE and 0 < height <= _LARGEST_PAGE:
                return float(width), float(height)
    raise ProblemError(Problem.CRASHED)
