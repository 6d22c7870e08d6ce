"""A file, bytes or pasted text → a `Source`."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from viewer import __version__
from viewer.sources.answers import said_by
from viewer.sources.child import ask
from viewer.sources.files import contents
from viewer.sources.limits import LIMITS, Limits
from viewer.sources.plain import read_plain
from viewer.sources.problems import Problem, ProblemError, for_user
from viewer.sources.sniffing import PLAIN, sniffed
from viewer.sources.source import Source, document_of
from viewer.sources.tidy import one_line

__all__ = ["Source", "document_of", "read", "read_bytes", "read_pasted"]

_WORD = re.compile(r"\w")

#: Asked now and then; True stops the reading.
IsCancelled = Callable[[], bool]


def read(path: Path, limits: Limits = LIMITS, cancelled: IsCancelled | None = None) -> Source:
    """Return what a file says.

    Raises `UnreadableSource` for what gives no text, and `Cancelled`. Nothing is written, and
    nothing that the file points to is looked at.
    """
    name = shown_name(path)
    try:
        data = contents(path, limits.input_bytes)
    except ProblemError as error:
        raise for_user(error, name, limits) from error
    return read_bytes(data, name, limits, cancelled)


def read_bytes(
    data: bytes,
    file_name: str = "",
    limits: Limits = LIMITS,
    cancelled: IsCancelled | None = None,
) -> Source:
    """Return what bytes say, of whatever type; raises as `read` does."""
    try:
        if len(data) > limits.input_bytes:
            raise ProblemError(Problem.TOO_LARGE)
        return _checked(_read(data, file_name, limits, cancelled), limits)
    except ProblemError as error:
        raise for_user(error, file_name, limits) from error


def read_pasted(text: str, limits: Limits = LIMITS) -> Source:
    """Return what pasted text says; its bytes are the text as UTF-8. Raises `UnreadableSource`."""
    data = text.encode("utf-8", "replace")
    try:
        return _checked(_plain(data, ""), limits)
    except ProblemError as error:
        raise for_user(error, "", limits) from error


def shown_name(path: Path) -> str:
    """Return a file's name without its folder, as text that can be shown and kept."""
    return one_line(unicodedata.normalize("NFC", path.name))


def _read(data: bytes, file_name: str, limits: Limits, cancelled: IsCancelled | None) -> Source:
    media_type = sniffed(data, file_name)
    if media_type == PLAIN:
        return _plain(data, file_name)
    task = {"task": "read", "media_type": media_type}
    said = said_by(*ask(task, data, limits, cancelled), media_type, limits)
    return Source(data=data, media_type=media_type, file_name=file_name, **said)


def _plain(data: bytes, file_name: str) -> Source:
    """Return what plain text says, read here: to decode it is all that is done."""
    text, charset = read_plain(data)
    tool = f"Casefile {__version__}, as {charset}"
    return Source(data=data, text=text, media_type=PLAIN, extracted_by=tool, file_name=file_name)


def _checked(source: Source, limits: Limits) -> Source:
    if not _WORD.search(source.text):
        raise ProblemError(Problem.NO_TEXT)
    if len(source.text) > limits.text_length:
        raise ProblemError(Problem.TOO_MUCH_TEXT)
    return source
