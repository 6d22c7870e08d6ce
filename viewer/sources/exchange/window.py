"""A JSON text of any length, read piece by piece, so that no more than a piece is in memory.

Each piece is read by the standard library. It is read here and not in the process of the parsers:
what such a process could answer is again JSON, which would have to be doubted in the same way.
What a small piece can do is little, and a large one is looked through first: a megabyte of
brackets would become twenty megabytes of lists.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from viewer.domain.text import shortened
from viewer.sources.exchange.limits import CaseLimits
from viewer.sources.exchange.refusal import RefusalError

_CHUNK = 1024 * 1024
_SPACE = re.compile(r"[ \t\r\n]*+")
#: A string, to the end where it has none, or a bracket.
_PART = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
#: So near to the end of what is there an error may be that the rest is not there yet.
_NEAR_END = 16
#: Digits: more than any number that a case can keep.
_LONGEST_NUMBER = 40


class TwiceError(Exception):
    """A key that an object has twice: other programs would see another of the two."""


class _NumberError(Exception):
    """What some programs write for a number and no case can keep."""


class Window:
    """Moves over a text, forwards only; `read` gives the next characters, "" at the end."""

    def __init__(self, read: Callable[[int], str], limits: CaseLimits) -> None:
        self._read, self._limits = read, limits
        self._text, self._at, self._is_over = "", 0, False
        self._decode = json.JSONDecoder(
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=_real,
            parse_constant=_no_number,
        ).raw_decode

    def next(self) -> str:
        """Return the next character after white space, without passing it; "" at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            assert match is not None
            self._at = match.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if self._is_over:
                return ""
            self._grow(_CHUNK)

    def passes(self, character: str) -> bool:
        """Pass a character if it is the next one."""
        is_next = self.next() == character
        self._at += is_next
        return is_next

    def value(self, place: str) -> Any:
        """Return the next value, and pass it; raises `RefusalError`."""
        if not self.next():
            raise RefusalError(place, "it ends in the middle")
        try:
            return self._value(place)
        except json.JSONDecodeError as error:
            raise RefusalError(place, "what stands there is not JSON") from error
        except RecursionError as error:
            raise RefusalError(place, "it holds lists within lists without end") from error
        except TwiceError as error:
            raise RefusalError(place, f"it says “{error}” twice") from error
        except _NumberError as error:
            raise RefusalError(place, "it holds a number that no case can keep") from error

    def _value(self, place: str) -> Any:
        if self._length > self._limits.value_length:
            self._look_through(place)
        while True:
            try:
                found, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_over or not self._is_cut(error):
                    raise
            else:
                # A number that ends where the text ends, or before "e+" there, may go on.
                if end + _NEAR_END < len(self._text) or self._is_over:
                    self._at = end
                    return found
            self._grow_for_value(place)

    @property
    def _length(self) -> int:
        """How much of the text is there and not passed."""
        return len(self._text) - self._at

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        is_unended = error.msg.startswith("Unterminated string")
        return is_unended or error.pos > len(self._text) - _NEAR_END

    def _grow_for_value(self, place: str) -> None:
        if self._length > self._limits.value_length:
            self._look_through(place)
        if self._length > self._limits.longest_value:
            raise RefusalError(place, "what stands there is longer than anything in a case")
        self._grow(max(_CHUNK, self._length))

    def _look_through(self, place: str) -> None:
        """Refuse a long value that is long by something else than its strings."""
        if self._text[self._at] not in '{["':
            return
        parts, depth, outside, at = 0, 0, 0, self._at
        for part in _PART.finditer(self._text, self._at):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(part[0], 0)
            parts, outside, at = parts + 1, outside + part.start() - at, part.end()
            if parts > self._limits.parts or outside > self._limits.outside_strings:
                raise RefusalError(place, "it holds more parts than anything in a case")
            if depth <= 0:
                return

    def _grow(self, length: int) -> None:
        more = self._read(length)
        self._is_over = not more
        self._text, self._at = self._text[self._at :] + more, 0


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        name, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise TwiceError(shortened(name))
    return found


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _NumberError
    return int(digits)


def _real(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _NumberError
    return number


def _no_number(_name: str) -> float:
    raise _NumberError
