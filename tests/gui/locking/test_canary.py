"""A word of an encrypted case: on no disk at any time, and nowhere in the program once locked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.locking import tour
from tests.gui.locking.words_left import in_python, in_qt
from viewer.domain.changes import edit
from viewer.gui.main_window import MainWindow
from viewer.store import Access, CaseFile, Key, backups

_PLACES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    """Everything that the program could write into, below one folder."""
    for place in (*_PLACES, "XDG_RUNTIME_DIR"):
        folder = tmp_path / place.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(place, str(folder))
    yield tmp_path
    # Without a screen, Qt lets what was copied go only after Python has ended, and crashes then.
    qapp.clipboard().clear()


def files_with(word: str, folder: Path) -> list[Path]:
    """Return the files that hold a word as text of any kind, or have it in their name."""
    forms = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [path for path in _files(folder) if _has(path, forms) or word in str(path)]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _has(path: Path, forms: list[bytes]) -> bool:
    content = path.read_bytes()
    return any(form in content for form in forms)


def test_a_word_that_is_there_is_found(disk: Path) -> None:
    path = disk / "plain.casefile"
    CaseFile.create(path, tour.case()).close()
    assert files_with(tour.WORD, disk) == [path]


def _back_up(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.back_up.trigger()
    assert window.backups.is_at_work
    qtbot.waitUntil(lambda: not window.backups.is_at_work)


def _require_backups(path: Path, key: Key, references: list[str]) -> None:
    """Hold what backups there are, the oldest first, and that what is looked for is in them."""
    found = [Access(backup.path, key) for backup in reversed(backups(path))]
    assert len(found) == len(references)
    for access, reference in zip(found, references, strict=True):
        with access.open() as case:
            assert case.case.reference == reference
            assert case.total("person") == 2


def test_a_word_of_an_encrypted_case_is_nowhere(
    disk: Path, window: MainWindow, qtbot: QtBot
) -> None:
    key, path = Key.random(), disk / "secret.casefile"
    CaseFile.create(path, tour.case(), key=key).close()
    window.settings.makes_backups = True
    assert window.files.open(path, key=key)
    person_id = tour.write_into(window)
    _back_up(window, qtbot)
    assert window.session.do(edit(window.session.case.case, reference=tour.WORD))
    tour.walk(window, person_id, qtbot)
    assert len(in_qt(tour.WORD)) > 50  # it looks where the words are
    assert in_python(tour.WORD)
    assert files_with(tour.WORD, disk) == []
    previewed = list((disk / "xdg_runtime_dir").rglob("*.casefile"))
    assert previewed
    window.lock()
    qtbot.waitUntil(lambda: not window.backups.is_at_work)
    _require_backups(path, key, ["", tour.WORD])
    QApplication.processEvents()
    assert in_qt(tour.WORD) == []
    assert in_python(tour.WORD) == []
    assert files_with(tour.WORD, disk) == []
    assert not previewed[0].exists()
    assert window.locker._enter(key) == ""
    assert tour.WORD in window.windowTitle()
    window.session.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert in_qt(tour.WORD) == []
    assert files_with(tour.WORD, disk) == []
