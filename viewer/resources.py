"""The only door to `resources/`: beside the package in a checkout, inside it in a wheel."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


@cache
def folder() -> Path:
    """Return the folder that holds the resources."""
    return next(place for place in _PLACES if place.is_dir())


def path(*parts: str) -> Path:
    """Return the path of one resource, for example `path("fonts", "Vazirmatn-Regular.ttf")`."""
    return folder().joinpath(*parts)


def toml(*parts: str) -> dict[str, Any]:
    """Return one TOML resource, parsed."""
    return tomllib.loads(path(*parts).read_text(encoding="utf-8"))
