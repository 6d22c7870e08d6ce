"""The bytes of a PDF without any library: what lies in it, whether anything refers to it or not."""

import re
import zlib
from collections.abc import Iterator

from viewer.export.leaks.bytes import texts_of
from viewer.export.leaks.places import DATA, Reading, together

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def stored(data: bytes) -> Iterator[Reading]:
    """Yield what the bytes say: the structure, each stream unpacked, and strings of both."""
    structure: list[bytes] = []
    at = 0
    for match in _STREAM.finditer(data):
        if match.start() >= at:
            structure.append(data[at : match.start()])
            content, at = _unpacked(data, match.end())
            yield from _readings(content)
    yield from _readings(b"".join([*structure, data[at:]]))


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


def _readings(data: bytes) -> Iterator[Reading]:
    sure: list[str] = []
    likely: list[str] = []
    for piece, is_string in _pieces(data):
        for text, is_text in texts_of(piece):
            (sure if is_text and is_string else likely).append(text)
    yield from together("text for copying", sure)
    yield from together(DATA, likely, by_chance=True)


def _pieces(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield the bytes as they stand and without escapes, and whether they are surely a string."""
    yield data, False
    if b"\\" in data or b"#" in data:
        yield _NAME_ESCAPE.sub(_from_hexadecimal, _ESCAPE.sub(_escaped, data)), False
    for match in _HEXADECIMAL.finditer(data):
        piece = _from_hexadecimal(match)
        yield piece, piece.startswith(b"\xfe\xff")


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[0] in b"01234567":
        return bytes([int(code, 8) & 0xFF])
    return b"" if code in (b"\n", b"\r\n", b"\r") else _LETTERS.get(code, code)


def _from_hexadecimal(match: re.Match[bytes]) -> bytes:
    digits = b"".join(match[1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
