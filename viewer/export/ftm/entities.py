"""An entity of FollowTheMoney: an id, a schema, and properties that are lists of texts."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from viewer.domain.text import shortened

Entity = dict[str, Any]

#: Code points that a value of a property may have (followthemoney 4); longer ones are parted.
_LONGEST_TEXT = 65_000
_TEXTS = frozenset({"bodyText", "description", "notes", "summary"})
#: Longer ones are cut, which "…" says: they are names, and in full in a text.
_LONGEST_LINE = 1_024
_LINES = {"name": 384, "alias": 384, "weakAlias": 384, "full": 250, "location": 250}


def entity(id: str, schema: str, **properties: str | Iterable[str]) -> Entity:
    """Return an entity; values that say nothing, and properties without a value, are left out."""
    found = {name: list(dict.fromkeys(_values(name, said))) for name, said in properties.items()}
    kept = {name: values for name, values in found.items() if values}
    return {"id": id, "schema": schema, "properties": kept}


def shows(text: str) -> bool:
    """Tell whether anything of a text is to be seen: readers of the format drop what is not."""
    return any(unicodedata.category(letter)[0] not in "CZ" for letter in text)


def _values(name: str, said: str | Iterable[str]) -> Iterator[str]:
    for value in [said] if isinstance(said, str) else said:
        if not shows(value):
            continue
        if name in _TEXTS:
            yield from filter(shows, _parts(value.strip()))
        else:
            yield shortened(value, _LINES.get(name, _LONGEST_LINE))


def _parts(text: str) -> Iterator[str]:
    """Cut a text where words end, as far as there are any."""
    while len(text) > _LONGEST_TEXT:
        at = text.rfind(" ", _LONGEST_TEXT // 2, _LONGEST_TEXT)
        at = at if at > 0 else _LONGEST_TEXT
        yield text[:at].strip()
        text = text[at:].strip()
    if text:
        yield text
