"""The sample with a passphrase, in a window; each module of tests says by which `key`."""

import shutil
from pathlib import Path

import pytest

from viewer.domain.sample import sample_case
from viewer.gui.main_window import MainWindow
from viewer.store import CaseFile, Key


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, key: Key) -> Path:
    case, first = sample_case()
    path = tmp_path_factory.mktemp("finished") / "secret.casefile"
    CaseFile.create(path, case, first=first, key=key).close()
    return path


@pytest.fixture
def secret_window(window: MainWindow, finished: Path, tmp_path: Path, key: Key) -> MainWindow:
    path = Path(shutil.copy(finished, tmp_path))
    assert window.files.open(path, key=key)
    return window
