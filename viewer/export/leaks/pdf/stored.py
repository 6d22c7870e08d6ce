"""The bytes of a PDF without any library: what lies in it, whether anything refers to it or not."""

import re
import zlib
from collections.abc import Iterator

from viewer.export.leaks.bytes import texts_of
from viewer.export.leaks.places import DATA, Reading, together
from viewer.export.progress import Progress, report

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
_NUMBER = re.compile(rb"[-+]?[0-9.]+")
_MARK = b"\xfe\xff"
#: After so many streams the user may stop.
_STEP = 50
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def stored(data: bytes, progress: Progress | None) -> Iterator[Reading]:
    """Yield what the bytes say: the structure, each stream unpacked, and strings of both.

    Lines that differ in their numbers alone are read once. Raises `Cancelled`.
    """
    lines: dict[bytes, None] = {}
    sure: dict[str, None] = {}
    for piece in _unpacked_parts(data, progress):
        lines |= dict.fromkeys(_NUMBER.sub(b"", _plain(piece)).split(b"\n"))
        for code in _hexadecimal(piece):
            lines[code] = None
            sure |= {text: None for text, _ in texts_of(code)} if code.startswith(_MARK) else {}
    yield from together("text for copying", sure)
    for text, _ in texts_of(b"\n".join(lines)):
        yield from together(DATA, text.split("\n"), by_chance=True)


def _unpacked_parts(data: bytes, progress: Progress | None) -> Iterator[bytes]:
    structure: list[bytes] = []
    at = 0
    for number, match in enumerate(_STREAM.finditer(data)):
        if number % _STEP == 0:
            report(progress, match.start(), len(data))
        if match.start() >= at:
            structure.append(data[at : match.end()])
            content, at = _unpacked(data, match.end())
            yield content
    yield b"".join([*structure, data[at:]])


def _unpacked(data: bytes, start: int) -> tuple[bytes, int]:
    """Return a stream without its compression, and where it ends."""
    end = data.find(b"endstream", start)
    end = len(data) if end < 0 else end
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(data[start:end])
        if unpacking.eof:
            return content, end
        content += unpacking.decompress(data[end:])
        return content, len(data) - len(unpacking.unused_data)
    except zlib.error:
        return data[start:end], end


def _plain(data: bytes) -> bytes:
    """Return bytes without the escapes of strings and names."""
    if b"\\" in data:
        data = _ESCAPE.sub(_escaped, data)
    return _NAME_ESCAPE.sub(_from_hexadecimal, data) if b"#" in data else data


def _hexadecimal(data: bytes) -> Iterator[bytes]:
    return (_from_hexadecimal(match) for match in _HEXADECIMAL.finditer(data))


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[0] in b"01234567":
        return bytes([int(code, 8) & 0xFF])
    return b"" if code in (b"\n", b"\r\n", b"\r") else _LETTERS.get(code, code)


def _from_hexadecimal(match: re.Match[bytes]) -> bytes:
    digits = b"".join(match[1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
