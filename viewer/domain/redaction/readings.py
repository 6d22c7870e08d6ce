"""The ways in which a text may have to be read: as it stands, decoded, without markup, turned."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

_PERCENT = (
    "%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}"
    "|%f[0-7](?:%[89ab][0-9a-f]){3}|%[89a-f][0-9a-f]"
)
_ENTITY = "&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});"
_ESCAPE = r"(?-i:\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}|\\[nrt])"
_CODE = re.compile(f"{_PERCENT}|{_ENTITY}|{_ESCAPE}", re.IGNORECASE)
_TAG = re.compile("<[/!?a-zA-Z][^<>]{0,400}>")
_TURNED = re.compile("\u202e([^\u202c\n\u2029]+)")
#: A code may be written in another one: "%2541".
_DEPTH = 4
_SPOKEN_ESCAPES = {"n": "\n", "r": "\n", "t": "\t"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it may be read; `starts` and `ends` say where each letter of it stands."""

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as it stands, half open."""
        if self.starts is None or self.ends is None:
            return start, end
        return min(self.starts[start:end]), max(self.ends[start:end])


def readings(text: str) -> Iterator[Reading]:
    """Yield the ways in which a text may be read, first as it stands."""
    found = [Reading(text)]
    if decoded := _decoded(found[0]):
        found.append(decoded)
    found += [bare for each in found if (bare := _changed(each, _TAG, _nothing))]
    found += [turned for each in found if (turned := _turned(each))]
    yield from found


def _decoded(reading: Reading) -> Reading | None:
    found = None
    for _ in range(_DEPTH):
        inner = _changed(found or reading, _CODE, _plain)
        if inner is None:
            break
        found = inner
    return found


def _nothing(match: re.Match[str]) -> str:  # noqa: ARG001
    return ""


def _plain(match: re.Match[str]) -> str:
    code = match[0]
    if code[0] == "%":
        return _utf_8(unquote_to_bytes(code))
    if code[0] == "&":
        return html.unescape(code)
    kind = code[1]
    return _SPOKEN_ESCAPES.get(kind) or _character(int(code[2:], 16))


def _utf_8(code: bytes) -> str:
    try:
        return code.decode()
    except UnicodeDecodeError:
        return code.decode("latin-1")


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"


def _turned(reading: Reading) -> Reading | None:
    """What an override shows from right to left is read as it is shown."""
    if "\u202e" not in reading.text:
        return None
    order = list(range(len(reading.text)))
    for match in _TURNED.finditer(reading.text):
        order[match.start(1) : match.end(1)] = reversed(order[match.start(1) : match.end(1)])
    spans = [reading.span(at, at + 1) for at in order]
    text = "".join([reading.text[at] for at in order])
    return Reading(text, [span[0] for span in spans], [span[1] for span in spans])


def _changed(
    reading: Reading, wanted: re.Pattern[str], instead: Callable[[re.Match[str]], str]
) -> Reading | None:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in wanted.finditer(reading.text):
        _keep(reading, at, match.start(), starts, ends)
        start, end = reading.span(*match.span())
        new = instead(match)
        pieces += [reading.text[at : match.start()], new]
        starts += [start] * len(new)
        ends += [end] * len(new)
        at = match.end()
    if not at:
        return None
    _keep(reading, at, len(reading.text), starts, ends)
    return Reading("".join([*pieces, reading.text[at:]]), starts, ends)


def _keep(reading: Reading, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    """What does not change stands where it stood."""
    starts += reading.starts[start:end] if reading.starts else range(start, end)
    ends += reading.ends[start:end] if reading.ends else range(start + 1, end + 1)
