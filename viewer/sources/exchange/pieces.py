"""The pieces of a case as JSON, one after the other: each record, each original, and the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from viewer.domain.records import KINDS
from viewer.sources.exchange.refusal import RefusalError
from viewer.sources.exchange.window import Window

RECORDS, ORIGINALS = "records", "originals"
#: Characters of a key; what is longer is none of ours.
_LONGEST_KEY = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A value and the keys that lead to it; `place` says so in words."""

    keys: tuple[str, ...]
    value: Any
    place: str


def pieces(window: Window) -> Iterator[Piece]:
    """Yield every piece in the order of the file; raises `RefusalError` for what is no case."""
    for key in _keys(window, "the beginning"):
        if key == RECORDS:
            for kind in _keys(window, "“records”"):
                yield from _records(window, kind)
        elif key == ORIGINALS:
            for sha256 in _keys(window, "“originals”"):
                place = f"original {sha256}"
                yield Piece((key, sha256), window.value(place), place)
        else:
            yield Piece((key,), window.value(f"“{key}”"), f"“{key}”")
    if window.next():
        raise RefusalError("the end", "something follows after the case")


def _records(window: Window, kind: str) -> Iterator[Piece]:
    if kind not in KINDS:
        raise RefusalError("“records”", f"this version of Casefile knows no records “{kind}”")
    name = KINDS[kind].labels[0].lower()
    for number, place in enumerate(_items(window, name), start=1):
        yield Piece((RECORDS, kind), window.value(place), f"{name} {number:,}")


def _items(window: Window, name: str) -> Iterator[str]:
    """Yield what each item of a list is called, with the window before it."""
    _require(window, "[", f"records “{name}”")
    number = 0
    while not window.passes("]"):
        number += 1
        if number > 1:
            _require(window, ",", f"{name} {number:,}")
        yield f"{name} {number:,}"


def _keys(window: Window, place: str) -> Iterator[str]:
    """Yield the keys of an object, each once, with the window before its value."""
    _require(window, "{", place)
    seen: set[str] = set()
    while not window.passes("}"):
        if seen:
            _require(window, ",", place)
        key = window.value(place)
        if not isinstance(key, str) or len(key) > _LONGEST_KEY:
            raise RefusalError(place, "what stands there is not JSON")
        if key in seen:
            raise RefusalError(place, f"it says “{key}” twice")
        seen.add(key)
        _require(window, ":", f"“{key}”")
        yield key


def _require(window: Window, character: str, place: str) -> None:
    if not window.passes(character):
        at_end = not window.next()
        what = "it ends in the middle" if at_end else f"there is no “{character}” where one must be"
        raise RefusalError(place, what)
