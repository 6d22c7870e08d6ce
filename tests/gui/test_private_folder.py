"""A private folder is gone when it was used, also after a crash, and never while it is used."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from viewer.gui.private_folder import PrivateFolder, private_folder, sweep


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def age(folder: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(folder, (then, then))


def test_it_is_the_users_alone_and_goes_with_what_is_in_it(runtime: Path) -> None:
    with private_folder() as folder:
        assert folder.parent == runtime
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "words").write_text("secret")
    assert not folder.exists()
    assert list(runtime.iterdir()) == []


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="no memory that is a folder")
def test_it_is_in_memory_without_a_folder_of_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    with private_folder() as folder:
        assert folder.parent == Path("/dev/shm")
        assert folder.stat().st_mode & 0o077 == 0


CRASH = """
import os
from viewer.gui.private_folder import PrivateFolder

folder = PrivateFolder()
(folder.path / "preview-1.casefile").write_text("secret")
os._exit(1)
"""


def test_one_that_a_crash_left_behind_is_swept(runtime: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASH], check=False)
    (left,) = runtime.iterdir()
    assert (left / "preview-1.casefile").exists()
    age(left, 300)
    sweep()
    assert not left.exists()


def test_one_that_is_in_use_or_was_just_made_stays_however_old(runtime: Path) -> None:
    held = PrivateFolder()
    age(held.path, 86_400)
    new = runtime / "casefile-preview-new"
    new.mkdir()
    sweep()
    assert held.path.exists()
    assert new.exists()
    held.remove()
    assert not held.path.exists()
