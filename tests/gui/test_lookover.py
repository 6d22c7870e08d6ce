"""A case too large to be looked through before it opens is looked through while it is used."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from tests.store.looking import marks
from viewer.domain.changes import creation
from viewer.domain.documents import received
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Place
from viewer.gui.lookover_job import LookoverJob
from viewer.gui.main_window import MainWindow
from viewer.gui.unsaved import Place as Typed
from viewer.store import Access, CaseFile, Key
from viewer.store.damage import SMALL
from viewer.store.lookover import is_wanted, looked_through

PAGE = 4096
KEY = Key.random()


@pytest.fixture
def key() -> Key | None:
    return None


@pytest.fixture
def large(tmp_path: Path, key: Key | None) -> Access:
    """A case that is larger than one that is looked through before its use."""
    path = tmp_path / "large.casefile"
    document, content = received(b"x" * SMALL, "Salma was in Basra.", title="A scan")
    places = (Place(id=new_id(), name=f"Place {n}") for n in range(500))
    with CaseFile.create(path, Case(id=new_id(), title="Large"), key=key) as case_file:
        case_file.apply(creation(document, contents=(content,)))
        case_file.apply(creation(*places))
    return Access(path, key)


def spoil(access: Access) -> None:
    """Damage a page near the end, where places are, that opening does not read."""
    data = bytearray(access.path.read_bytes())
    at = len(data) - 3 * PAGE
    data[at : at + PAGE] = bytes(PAGE)
    access.path.write_bytes(data)


def never() -> bool:
    return False


def opened(window: MainWindow, access: Access) -> None:
    assert window.files.open(access.path, key=access.key)
    assert window.lookover.is_at_work


def test_a_sound_file_is_looked_through_and_nothing_said(
    window: MainWindow, large: Access, qtbot: QtBot
) -> None:
    opened(window, large)
    assert "Looking through the file…" in said(window)
    qtbot.waitUntil(lambda: not window.lookover.is_at_work)
    assert "Looking through the file…" not in said(window)
    assert not window.session.read_only
    assert window.findChild(QMessageBox) is None


def said(window: MainWindow) -> list[str]:
    """What can be read in the line at the bottom."""
    labels = window.statusBar().findChildren(QLabel)
    return [label.text() for label in labels if not label.isHidden()]


def test_damage_is_told_and_the_case_not_written_any_more(
    window: MainWindow, large: Access, qtbot: QtBot
) -> None:
    spoil(large)
    before = marks(large.path)[0]
    opened(window, large)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "damaged" in box.text()
    assert "Salvage…" in [button.text() for button in box.buttons()]
    assert window.session.read_only
    assert not window.session.held_by
    assert not window.lookover.is_at_work  # What was told is not looked for again.
    assert marks(large.path)[0] == before


def test_whoever_would_lose_something_by_it_is_told_of_the_damage(
    window: MainWindow, large: Access, qtbot: QtBot
) -> None:
    opened(window, large)
    window.session.unsaved.hold(Typed(window.session.case.case.id, "title"), "refused", "Title")
    window.files.show_damaged("“large.casefile” is damaged.")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text().startswith("“large.casefile” is damaged.\n\nTitle of “Large”: what is typed")
    assert not window.session.read_only


def test_a_change_is_not_held_up(window: MainWindow, large: Access, qtbot: QtBot) -> None:
    opened(window, large)
    for n in range(5):
        assert window.session.do(creation(Place(id=new_id(), name=f"Written {n}")))
        qtbot.wait(150)
    qtbot.waitUntil(lambda: not window.lookover.is_at_work)
    assert window.findChild(QMessageBox) is None


def test_it_waits_as_long_as_somebody_writes(large: Access, qtbot: QtBot) -> None:
    job = LookoverJob(large)
    job.give_way()
    job.start()
    qtbot.wait(700)
    assert not job.is_finished
    with qtbot.waitSignal(job.looked) as looked:
        job.go_on()
    assert looked.args == [""]
    job.wait()


def test_closing_ends_it(window: MainWindow, large: Access) -> None:
    opened(window, large)
    window.session.close()
    assert not window.lookover.is_at_work


def test_a_small_file_was_looked_through_before(sample_window: MainWindow) -> None:
    assert not sample_window.lookover.is_at_work
    assert not is_wanted(sample_window.session.access)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_what_is_found_is_a_sentence_or_nothing(large: Access) -> None:
    assert is_wanted(large)
    assert looked_through(large, never) == ""
    spoil(large)
    assert "is damaged" in (looked_through(large, never) or "")


def test_whoever_gives_up_gets_no_answer(large: Access) -> None:
    given_up = Event()
    given_up.set()
    assert looked_through(large, given_up.is_set) is None


def test_a_fault_ends_the_looking_and_is_told_of(
    window: MainWindow,
    large: Access,
    raised: list[BaseException | None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    fault = ZeroDivisionError()

    def breaks(*_: object) -> str:
        raise fault

    monkeypatch.setattr("viewer.gui.lookover_job.looked_through", breaks)
    opened(window, large)
    qtbot.waitUntil(lambda: not window.lookover.is_at_work and raised == [fault])
    assert window.session.is_open
