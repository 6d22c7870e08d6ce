"""Whether the original bytes of a document hold a name that is to be removed.

What the text of a document says is known already; here it is about what stands around it: the head
of a web page, of a mail, of a packed file. Pictures, and texts in unusual coding, are not read.
"""

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from viewer.domain.redaction import Redactor

#: Bytes of one packed part, and of all of them, that are looked at.
_MOST_OF_ONE, _MOST = 1 << 24, 1 << 27
#: Names of fewer letters stand in bytes that are no text by chance.
_LEAST = 6


def holds(data: bytes, redactor: Redactor, names: tuple[str, ...]) -> bool:
    """Tell whether bytes hold one of the names: as text where they are, else as they are coded."""
    if not redactor:
        return False
    return any(_says(part, redactor, names) for part in (data, *_unpacked(data)))


def coded(name: str) -> Iterator[bytes]:
    """Yield the ways in which a name is written in bytes: UTF-8 and UTF-16, NFC and NFD."""
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, name)
        yield from (text.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be"))


def _says(data: bytes, redactor: Redactor, names: tuple[str, ...]) -> bool:
    text = _text(data)
    if text is not None:
        return redactor.finds(text)
    return any(way in data for name in names if len(name) >= _LEAST for way in coded(name))


def _text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK\x03\x04"):
        yield from _of_zip(data)
    elif data.startswith(b"%PDF-"):
        yield from _of_pdf(data)


def _of_zip(data: bytes) -> Iterator[bytes]:
    left = _MOST
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for name in packed.infolist():
                if left > 0 and name.file_size <= _MOST_OF_ONE and not name.is_dir():
                    left -= name.file_size
                    yield packed.read(name)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return


def _of_pdf(data: bytes) -> Iterator[bytes]:
    left, at = _MOST, data.find(b"stream")
    while at >= 0 and left > 0:
        start = at + len(b"stream")
        start += 2 if data[start : start + 2] == b"\r\n" else 1
        found = _inflated(data[start : start + _MOST_OF_ONE])
        left -= len(found)
        yield found
        at = data.find(b"stream", start)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_OF_ONE)
    except zlib.error:
        return b""
