"""Text files read back: their bytes, and what programs make of them."""

import json
from collections.abc import Iterator
from typing import Any

from viewer.export.leaks.places import Reading


def readings(data: bytes, ending: str) -> Iterator[Reading]:
    """Yield the texts of a file that is no PDF."""
    text = data.decode("utf-8", "replace")
    yield Reading("text", "", text)
    if ending in (".json", ".jsonld"):
        yield from (Reading("value", "", said) for said in _strings(json.loads(text)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
