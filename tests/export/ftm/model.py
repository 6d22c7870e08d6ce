"""What FollowTheMoney (version 4.11) asks of the schemata that Casefile writes: facts of its model.

`schemata.json` has, of each: what it also is, what must be there, and its properties with their
type and, of an entity, what it must be. Made from the package by the lines at the end of the
docstring of `test_oracle.py`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SCHEMATA: dict[str, Any] = json.loads(
    Path(__file__).with_name("schemata.json").read_text(encoding="utf-8")
)
#: By type: what a value must look like, and how long it may be, in code points.
TYPES = {
    "name": (r"\S(.*\S)?", 384),
    "string": (r"\S(.*\S)?", 1024),
    "text": (r"(?s)\S(.*\S)?", 65_000),
    "address": (r"\S(.*\S)?", 250),
    "date": (r"[1-9]\d{3}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d)?)?)?)?)?", 19),
    "number": (r"-?\d+(\.\d+)?", 250),
    "url": (r"https?://\S+", 4096),
    "language": (r"[a-z]{3}", 3),
    "mimetype": (r"\S(.*\S)?", 250),
    "entity": (r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", 200),
}


def problems(entities: Iterable[Any]) -> list[str]:
    """What is not as the model asks."""
    found = list(entities)
    schemata = {entity["id"]: entity["schema"] for entity in found}
    twice = ["an id is used twice"] if len(schemata) < len(found) else []
    return twice + [problem for entity in found for problem in _of(entity, schemata)]


def _of(entity: Any, schemata: dict[str, str]) -> Iterator[str]:
    schema = entity["schema"]
    if set(entity) != {"id", "schema", "properties"} or schema not in SCHEMATA:
        yield f"{entity} is no entity"
        return
    model, properties = SCHEMATA[schema], entity["properties"]
    yield from (f"{schema} without {name}" for name in model["required"] if name not in properties)
    for name, values in properties.items():
        if name not in model["properties"]:
            yield f"{schema} has no {name}"
        elif not values or len(set(values)) < len(values):
            yield f"{schema}.{name}: nothing, or something twice"
        else:
            type_, _, wanted = model["properties"][name].partition(">")
            for value in values:
                yield from (f"{schema}.{name}: {p}" for p in _value(value, type_, wanted, schemata))


def _value(value: str, type_: str, wanted: str, schemata: dict[str, str]) -> Iterator[str]:
    form, longest = TYPES[type_]
    if not re.fullmatch(form, value) or len(value) > longest:
        yield f"{value!r:.100} is no {type_}"
    if wanted:
        found = schemata.get(value, "nothing")
        if wanted not in (found, *SCHEMATA.get(found, {"is_a": []})["is_a"]):
            yield f"{value} is {found}, not {wanted}"
