"""A whole case as JSON among the files that are imported: told of, and taken in as one deed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.sample_at_hand import CASE, EVERY_RECORD
from viewer.domain.changes import edit
from viewer.domain.records import Document, Person
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.export.json_case import write_case_json
from viewer.gui.importing.desk import ImportDesk
from viewer.gui.session import Session
from viewer.sources.exchange import reading


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "new.casefile", "A new case")
    yield session
    session.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def came(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    write_case_json(summarise(Snapshot(EVERY_RECORD), "internal"), path)
    return path


def asked(desk: ImportDesk, path: Path, qtbot: QtBot) -> QMessageBox:
    desk.take([path])
    case = desk.whole_case
    assert case is not None
    qtbot.waitUntil(lambda: case.box is not None and case.box.isVisible())
    assert case.box is not None
    return case.box


def press(box: QMessageBox, text: str) -> None:
    button = next(b for b in box.buttons() if b.text().replace("&", "") == text)
    assert isinstance(button, QPushButton)
    button.click()


def said(window: QWidget, qtbot: QtBot) -> str:
    """The sentence of the one message that is shown, which is then closed."""
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    text = box.text()
    box.close()
    return text


def persons(session: Session) -> int:
    return session.case.total("person")


def test_it_tells_what_it_holds_and_comes_in_as_one_deed(
    session: Session, window: QWidget, came: Path, qtbot: QtBot
) -> None:
    desk = ImportDesk(session, window, lambda: None)
    box = asked(desk, came, qtbot)
    assert box.text().startswith(
        f"“case.json” is the whole case “{CASE.title}”, made for “Internal”. "
        "It holds 1 document, 26 persons, 17 events, 11 quotes and "
    )
    with qtbot.waitSignal(desk.imported) as imported:
        press(box, "Import")
    (document,) = session.case.all(Document)
    assert imported.args == [[document.id], False]
    assert persons(session) == 26
    assert session.undo_label == "Import case"
    session.undo()
    assert persons(session) == 0


def test_it_can_be_left(session: Session, window: QWidget, came: Path, qtbot: QtBot) -> None:
    box = asked(ImportDesk(session, window, lambda: None), came, qtbot)
    press(box, "Cancel")
    assert persons(session) == 0
    assert session.undo_label == ""


def test_what_is_there_already_changes_nothing(
    session: Session, window: QWidget, came: Path, qtbot: QtBot
) -> None:
    desk = ImportDesk(session, window, lambda: None)
    press(asked(desk, came, qtbot), "Import")
    press(asked(desk, came, qtbot), "Import")
    assert "is in this case already; nothing was changed" in said(window, qtbot)


def test_what_differs_is_refused_with_a_sentence(
    session: Session, window: QWidget, came: Path, qtbot: QtBot
) -> None:
    desk = ImportDesk(session, window, lambda: None)
    press(asked(desk, came, qtbot), "Import")
    session.do(edit(next(session.case.all(Person)), about="Else"))
    press(asked(desk, came, qtbot), "Import")
    assert "1 record is in the case with other contents" in said(window, qtbot)


def test_what_cannot_be_read_is_told(
    session: Session, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "case.json"
    broken.write_text('{"format": "casefile", "version": 9}')
    ImportDesk(session, window, lambda: None).take([broken])
    assert "a later version of Casefile wrote it" in said(window, qtbot)
    assert persons(session) == 0


def test_what_was_read_for_a_case_is_not_asked_about_of_the_next(
    session: Session, window: QWidget, came: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = ImportDesk(session, window, lambda: None)
    desk.take([came])
    case = desk.whole_case
    assert case is not None
    case._job.wait()  # its answer is on its way
    session.close()
    session.create(tmp_path / "next.casefile", "The next case")
    with qtbot.waitSignal(case.destroyed):
        pass
    assert not window.findChildren(QMessageBox)


def test_a_bug_of_the_reader_is_told_and_the_window_lives(
    session: Session,
    window: QWidget,
    came: Path,
    raised: list[BaseException | None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(reading, "read_case", broken)
    ImportDesk(session, window, lambda: None).take([came])
    assert "because of a fault in the program" in said(window, qtbot)
    qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0], ZeroDivisionError)


def broken(path: Path, cancelled: Callable[[], bool]) -> None:
    raise ZeroDivisionError
