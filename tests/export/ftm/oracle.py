"""What the package followthemoney says of files with entities.

Started by a Python that has it, apart from Casefile: reads paths, one on a line, and answers each
with one line of JSON, a list of problems. See `test_oracle.py`.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from followthemoney import model
from followthemoney.exc import InvalidData


def problems(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as short as it can be
        entities = [json.loads(line) for line in file]
    known = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    if len(known) != len(entities):
        yield "an id is used twice"
    for entity in entities:
        yield from of(entity, known)


def of(entity: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    schema = known[entity["id"]]
    if schema is None:
        yield f"no schema {entity['schema']}"
        return
    try:
        schema.validate(entity)
    except InvalidData as error:
        yield f"{entity['schema']}: {error.errors}"
    for name in schema.required:
        if not entity["properties"].get(name):
            yield f"{entity['schema']} without {name}"
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None:
            yield f"{entity['schema']} has no {name}"
        elif prop.range is not None:
            for value in values:
                target = known.get(value)
                if target is None or not target.is_a(prop.range):
                    yield f"{entity['schema']}.{name} leads to {target}, not {prop.range.name}"
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is not None and None in map(prop.type.clean, values):
            yield f"{entity['schema']}.{name}: one of {values!r:.200} would be dropped"


for line in sys.stdin:
    sys.stdout.write(json.dumps(list(problems(line.rstrip("\n")))) + "\n")
    sys.stdout.flush()
