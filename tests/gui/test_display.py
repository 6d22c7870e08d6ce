"""A missing or dead display is said in a sentence, before Qt would abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.errors import MissingDependencyError
from viewer.gui.display import require_display

RUN = """
import sys
from viewer.gui.app import run
from viewer.errors import CasefileError
try:
    run()
except CasefileError as error:
    print(error)
    sys.exit(error.exit_code)
"""

on_x = pytest.mark.skipif(sys.platform != "linux", reason="X and Wayland")


def environment(**changed: str) -> dict[str, str]:
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {k: v for k, v in os.environ.items() if k not in without} | changed


@on_x
@pytest.mark.parametrize("changed", [{}, {"DISPLAY": ":9876"}, {"WAYLAND_DISPLAY": "gone"}])
def test_no_window_opens_without_a_display(changed: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        env=environment(PYTHONPATH=str(Path(__file__).parents[2]), **changed),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 69, done.stderr
    assert done.stdout.startswith("There is no display")
    assert done.stderr == ""


def test_a_platform_without_a_display_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    require_display()


@on_x
def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.gui.display._x_answers", lambda: True)
    monkeypatch.setattr("viewer.gui.display._X_LIBRARIES", {"libnone.so.0": "libnone0"})
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(MissingDependencyError, match="apt-get install libnone0"):
        require_display()
