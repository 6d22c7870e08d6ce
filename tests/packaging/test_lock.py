"""The lock files give the same libraries to everybody, whole and from anywhere."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
PIN = re.compile(
    r"(?P<pin>[^\s#-][^\n]*?) \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
)


LOCKS = ["requirements.lock", "requirements-spacy.lock"]


def lock(name: str = "requirements.lock") -> str:
    return (ROOT / name).read_text("utf-8")


def applies(requirement: Requirement, python: str) -> bool:
    here = {"python_version": python, "python_full_version": f"{python}.1"}
    return requirement.marker is None or requirement.marker.evaluate(here)


def pinned(python: str, name: str = "requirements.lock") -> dict[str, str]:
    """Each library's version for that Python on this system."""
    pins = [Requirement(match["pin"]) for match in PIN.finditer(lock(name))]
    return {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in pins
        if applies(pin, python)
    }


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def wanted() -> list[Requirement]:
    asked = project()
    needs = asked["project"]["dependencies"] + asked["dependency-groups"]["dev"]
    return [Requirement(need) for need in needs + asked["build-system"]["requires"]]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(name: str) -> None:
    assert PIN.sub("", lock(name)) == ""


@pytest.mark.parametrize("python", PYTHONS)
def test_the_extra_is_locked_with_the_same_pins(python: str) -> None:
    (need,) = project()["project"]["optional-dependencies"]["spacy"]
    common, extra = pinned(python), pinned(python, "requirements-spacy.lock")
    assert extra["spacy"] in Requirement(need).specifier
    assert {name: extra[name] for name in common if name in extra} == {
        name: common[name] for name in extra if name in common
    }


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_gives_what_the_project_asks_for(python: str) -> None:
    pins = pinned(python)
    unmet = [
        str(need)
        for need in wanted()
        if applies(need, python) and pins.get(canonicalize_name(need.name)) not in need.specifier
    ]
    assert unmet == []


@pytest.mark.parametrize("python", PYTHONS)
def test_qt_is_of_the_line_that_survives_on_that_python(python: str) -> None:
    line = "6.11." if python == "3.11" else "6.12."
    assert pinned(python)["pyside6-essentials"].startswith(line)


MANY_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(20_000):
    thing.setObjectName("name")
"""


def test_qt_survives_many_calls_that_return_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
