"""Bytes as the texts that they may be, in the encodings of PDF, JSON and spreadsheets."""

import base64
import binascii
import re
from collections.abc import Iterator

#: UTF-16 of Latin, Greek, Cyrillic, Hebrew, Arabic and its joined forms, in runs of four or more.
_HIGH = rb"[\x00-\x08\x1e\x20\xfb-\xfe]"
_BIG_ENDIAN = re.compile(rb"(?:%s[\x00-\xff]){4,}" % _HIGH, re.DOTALL)
_LITTLE_ENDIAN = re.compile(rb"(?:[\x00-\xff]%s){4,}" % _HIGH, re.DOTALL)
_BASE_64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_MARKS = (b"\xfe\xff", b"\xff\xfe")


def texts_of(data: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the texts that bytes may be, each with whether that is what they surely are."""
    if data.startswith(_MARKS):
        yield data.decode("utf-16", "replace"), True
    try:
        yield data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace"), False
        yield data.decode("latin-1"), False
    yield from ((text, False) for text in _wide(data))


def _wide(data: bytes) -> Iterator[str]:
    for pattern, encoding in ((_BIG_ENDIAN, "utf-16-be"), (_LITTLE_ENDIAN, "utf-16-le")):
        runs = [match[0] for match in pattern.finditer(data)]
        for shift in (0, 1):
            if runs:
                yield "\n".join(run[shift:].decode(encoding, "replace") for run in runs)


def hidden_in(text: str) -> Iterator[str]:
    """Yield what stands in a text as base64, also that of web addresses."""
    for match in _BASE_64.finditer(text):
        for shift in range(4):
            yield from _unpacked(match[0][shift:])


def _unpacked(code: str) -> Iterator[str]:
    code = code.rstrip("=")
    code = code[: len(code) - (len(code) % 4 == 1)]
    try:
        data = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=False)
    except (binascii.Error, ValueError):
        return
    yield from (plain for plain, is_text in texts_of(data) if is_text and _is_shown(plain))


def _is_shown(text: str) -> bool:
    """What was decoded by mistake holds control characters sooner or later."""
    return not any(character < " " and not character.isspace() for character in text)
