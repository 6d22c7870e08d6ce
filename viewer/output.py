"""What commands print for programs. Apart from the reading of cases, which takes long to load."""

import json
from typing import Any


def json_of(found: Any) -> str:
    """Return plain objects as JSON for people and programs."""
    return json.dumps(found, ensure_ascii=False, indent=2)
