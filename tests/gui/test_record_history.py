"""The history of a record as one reads it in the details."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Event, Person, Place
from viewer.gui.details.diff_text import DiffText
from viewer.gui.details.history import HistorySection
from viewer.gui.links import LinkLine
from viewer.gui.session import Session


@pytest.fixture
def empty(session: Session, tmp_path: Path) -> Session:
    session.create(tmp_path / "new.casefile", "New")
    return session


@pytest.fixture
def event(empty: Session) -> Event:
    event = Event(id=new_id(), title="March", type="killing")
    empty.do(creation(event))
    return event


def shown(session: Session, qtbot: QtBot, id: str) -> HistorySection:
    section = HistorySection(session, id)
    qtbot.addWidget(section)
    section.fold.set_open(True)
    return section


def said(section: HistorySection) -> list[str]:
    entries = [section._lines.itemAt(n).widget() for n in range(section._lines.count())]
    return ["\n".join(label.text() for label in entry.findChildren(QLabel)) for entry in entries]


def test_it_says_who_when_and_from_what_to_what(empty: Session, event: Event, qtbot: QtBot) -> None:
    place = Place(id=new_id(), name="Square")
    empty.do(creation(place))
    empty.do(edit(event, "Edit event: Place", place_id=place.id, title="March home"))
    newest, oldest = said(shown(empty, qtbot, event.id))
    when, what, *fields = newest.split("\n")
    assert when.endswith("· Sami")
    assert what == "Edit event: Place"
    assert fields == ["Title: “March” → “March home”", "Place: nothing → “Square”"]
    assert "Made, with Title “March”, Type of act “Killing”" in oldest


def test_what_was_undone_and_done_again_is_recognised(
    empty: Session, event: Event, qtbot: QtBot
) -> None:
    empty.do(edit(event, title="March home"))
    empty.undo()
    undone, first, _ = said(shown(empty, qtbot, event.id))
    assert "Undone: Edit event" in undone
    assert "Edit event (undone since)" in first
    empty.redo()
    again, undone, first, _ = said(shown(empty, qtbot, event.id))
    assert "Done again: Edit event" in again
    assert "(undone since)" not in again
    assert "Undone: Edit event (undone since)" in undone
    assert "Edit event (undone since)" in first


def test_a_record_that_came_back_tells_what_it_was(
    empty: Session, event: Event, qtbot: QtBot
) -> None:
    empty.do(empty.case.removal_of(event.id))
    (entry,) = empty.case.trash()
    empty.do(empty.case.restoration(entry.entry.seq).change_set)
    restored, deleted, _ = said(shown(empty, qtbot, event.id))
    assert "Restore event\nMade, with Title “March”" in restored
    assert "Deleted. It said Title “March”" in deleted


def test_a_long_text_is_compared_word_by_word(empty: Session, qtbot: QtBot) -> None:
    person = Person(id=new_id(), about="He is a teacher <b>and</b> " + "so on " * 40)
    empty.do(creation(person))
    empty.do(edit(person, about=person.about.replace("a teacher", "an activist")))
    section = shown(empty, qtbot, person.id)
    (text,) = section.findChildren(DiffText)
    assert text.toPlainText().startswith("He is a teacher an activist <b>and</b> so on")
    assert text.accessibleDescription() == "taken out: “a teacher”; put in: “an activist”"
    assert text.isReadOnly()
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index("teacher") + 1)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(text.toPlainText().index("activist") + 1)
    assert cursor.charFormat().fontUnderline()


def test_a_long_history_is_shown_some_at_a_time(empty: Session, event: Event, qtbot: QtBot) -> None:
    for n in range(30):
        empty.do(edit(empty.case.get(Event, event.id), title=f"March {n}"))
    section = shown(empty, qtbot, event.id)
    assert section._lines.count() == 21
    section._lines.itemAt(20).widget().click()
    assert section._lines.count() == 31
    assert not [line for line in section.findChildren(LinkLine) if line.isVisibleTo(section)]
