"""The text of a file exactly as it stands there, for programs that count its characters."""

import unicodedata
from dataclasses import replace
from pathlib import Path

from viewer.sources.charsets import decoded
from viewer.sources.files import contents
from viewer.sources.limits import LIMITS, Limits
from viewer.sources.problems import ProblemError, for_user
from viewer.sources.reading import read_bytes, shown_name
from viewer.sources.sniffing import PLAIN, sniffed
from viewer.sources.source import Source

#: A file of which only these are in it says nothing, and that without fault.
_BLANK = b"\0 \t\r\n"


def read_exactly(path: Path, limits: Limits = LIMITS) -> Source:
    """Return what a file says, of plain text each character as `exact_text` leaves it.

    Anything else is read as `reading.read` does. Raises `UnreadableSource`.
    """
    name = shown_name(path)
    try:
        data = contents(path, limits.input_bytes)
        return exact_source(data, name, limits)
    except ProblemError as error:
        raise for_user(error, name, limits) from error


def exact_source(data: bytes, name: str = "", limits: Limits = LIMITS) -> Source:
    """Return what bytes say, like `read_exactly`; raises `ProblemError` too."""
    if data.strip(_BLANK) and sniffed(data, name) != PLAIN:
        return read_bytes(data, name, limits)
    text, charset = decoded(data)
    source = Source(data=data, text="", media_type=PLAIN, extracted_by=charset, file_name=name)
    return replace(source, text=exact_text(text))


def exact_text(text: str) -> str:
    r"""Return decoded text in NFC, without a mark of byte order, with `\n` at the end of lines.

    So plain text in UTF-8 of which all that holds already is the same, character by character.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
