"""Prints `schemata.json` anew, by a Python that has followthemoney; see `test_oracle.py`."""

import json
import sys
from pathlib import Path
from typing import Any

from followthemoney import model

TABLE = json.loads(Path(__file__).with_name("schemata.json").read_text(encoding="utf-8"))


def facts(name: str) -> dict[str, Any]:
    schema = model.get(name)
    properties = sorted(schema.properties.values(), key=lambda prop: prop.name)
    return {
        "is_a": sorted(schema.names - {name}),
        "required": sorted(schema.required),
        "properties": {
            prop.name: prop.type.name + (f">{prop.range.name}" if prop.range else "")
            for prop in properties
            if not prop.stub and not prop.deprecated and prop.name in KNOWN
        },
    }


#: Every property that is used of any schema.
KNOWN = {name for schema in TABLE.values() for name in schema["properties"]}

if __name__ == "__main__":
    sys.stdout.write(json.dumps({name: facts(name) for name in TABLE}, indent=2) + "\n")
