"""The session: one way to write, and an undo that tells the truth."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.store.looking import raw
from viewer.domain.careful import Precaution
from viewer.domain.changes import ChangeSet, creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Person, Relationship
from viewer.domain.sample import sample_id
from viewer.errors import CaseFileBusy, NotFoundError
from viewer.gui.session import Session


def title(session: Session) -> str:
    return session.case.case.title


def retitled(session: Session, new: str) -> ChangeSet:
    return edit(session.case.case, title=new)


def test_a_deed_is_written_announced_and_signed(session: Session, qtbot: QtBot) -> None:
    change_set = retitled(session, "New")
    with qtbot.waitSignal(session.changed) as announced:
        assert session.do(change_set)
    assert announced.args == [change_set]
    assert title(session) == "New"
    assert session.case.history()[0].who == "Sami"
    assert session.undo_label == "Edit case"


def test_undo_and_redo_write_and_announce(session: Session, qtbot: QtBot) -> None:
    before = title(session)
    change_set = retitled(session, "New")
    session.do(change_set)
    with qtbot.waitSignal(session.changed) as announced:
        session.undo()
    assert (title(session), announced.args) == (before, [change_set.inverse])
    session.redo()
    assert title(session) == "New"


def test_an_empty_deed_leaves_no_trace(session: Session) -> None:
    assert session.do(retitled(session, title(session)))
    assert session.undo_label == ""


def test_a_failed_deed_leaves_everything_as_it_was(session: Session, qtbot: QtBot) -> None:
    stale = retitled(session, "Stale")
    session.do(retitled(session, "First"))
    session.do(retitled(session, "Second"))
    session.undo()
    with qtbot.waitSignal(session.failed) as failure, qtbot.assertNotEmitted(session.changed):
        assert not session.do(stale)
    assert "changed elsewhere" in failure.args[0]
    assert title(session) == "First"
    assert session.redo_label


def test_undo_takes_the_newest_deed_whoever_did_it(session: Session) -> None:
    session.do(retitled(session, "New"))
    session.case.apply(retitled(session, "By another hand"))
    assert session.undo()
    assert title(session) == "New"


def test_a_failed_undo_stays_to_be_undone(session: Session, qtbot: QtBot) -> None:
    path = session.path
    session.do(retitled(session, "New"))
    session.close()
    with raw(path) as db:
        db.execute("UPDATE \"case\" SET title = 'Past the history'")
    session.open(path)
    with qtbot.waitSignal(session.failed), qtbot.assertNotEmitted(session.changed):
        assert not session.undo()
    assert session.undo_label == "Edit case"
    assert title(session) == "Past the history"


def test_undo_survives_closing_and_opening(session: Session, qtbot: QtBot) -> None:
    path, before = session.path, title(session)
    session.do(retitled(session, "First"))
    session.do(retitled(session, "Second"))
    session.undo()
    session.close()
    with qtbot.waitSignal(session.moved):
        session.open(path)
    assert (session.undo_label, session.redo_label) == ("Edit case", "Edit case")
    session.redo()
    assert title(session) == "Second"
    session.undo()
    session.undo()
    assert (title(session), session.undo_label) == (before, "")
    assert not session.undo()


def test_nothing_is_done_to_a_case_that_is_read_only(session: Session, tmp_path: Path) -> None:
    reader = Session()
    reader.open(session.path, read_only=True)
    said: list[str] = []
    reader.failed.connect(said.append)
    assert reader.read_only
    assert not reader.do(retitled(reader, "New"))
    assert "read-only" in said[0]
    reader.close()


def test_a_case_that_cannot_be_opened_leaves_the_present_one(session: Session) -> None:
    before = session.path
    with pytest.raises(NotFoundError):
        session.open(before.with_name("missing.casefile"))
    assert session.path == before
    assert session.do(retitled(session, "Still here"))


def test_a_case_is_held_by_one_session(session: Session) -> None:
    with pytest.raises(CaseFileBusy):
        Session().open(session.path)


def test_closing_lets_the_file_go(session: Session, qtbot: QtBot) -> None:
    path = session.path
    session.do(retitled(session, "New"))
    with qtbot.waitSignals([session.closing, session.closed]):
        session.close()
    assert not session.is_open
    with pytest.raises(RuntimeError):
        _ = session.case
    session.open(path)
    assert title(session) == "New"


def test_who_a_deed_brings_into_danger_is_protected_in_it(session: Session, qtbot: QtBot) -> None:
    official = session.case.get(Person, sample_id("person", "kadhimi"))
    victim = sample_id("person", "amjad")
    tie = Relationship(id=new_id(), person_id=official.id, other_id=victim, type="relative")
    with qtbot.waitSignal(session.protected) as told:
        session.do(creation(tie))
    assert told.args == [(Precaution(official.id, "name_withheld", "relative of a victim"),)]
    assert session.case.get(Person, official.id).protection == "name_withheld"
    with qtbot.assertNotEmitted(session.protected):
        session.undo()
    assert session.case.get(Person, official.id) == official


def test_what_comes_back_comes_as_it_was(session: Session, qtbot: QtBot) -> None:
    person = Person(id=new_id(), about="In hiding")
    with qtbot.assertNotEmitted(session.protected):
        session.do(creation(person), as_it_was=True)
    assert session.case.get(Person, person.id) == person
