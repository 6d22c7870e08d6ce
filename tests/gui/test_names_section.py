"""The names of a person: kind and script beside each, and one of them the main name."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Name
from viewer.domain.sample import sample_id
from viewer.gui.details.name_row import NameRow
from viewer.gui.details.names import NamesSection
from viewer.gui.session import Session

AMJAD = sample_id("person", "amjad")


@pytest.fixture
def section(session: Session, qtbot: QtBot) -> NamesSection:
    section = NamesSection(session, AMJAD)
    qtbot.addWidget(section)
    section.show()
    qtbot.waitExposed(section)
    session.changed.connect(section.refresh)
    return section


def add(session: Session, section: NamesSection, text: str, **fields: str) -> NameRow:
    name = Name(id=new_id(), person_id=AMJAD, text=text, type="alias", **fields)
    session.do(creation(name))
    return section._rows[name.id]


def write(row: NameRow, text: str) -> None:
    row.text.line.setText(text)
    row.text.line.editingFinished.emit()


def stored(session: Session, text: str) -> Name:
    (name,) = session.case.where(Name, person_id=AMJAD, text=text)
    return name


def choose_script(row: NameRow, code: str) -> None:
    row.script.combo.setCurrentIndex(row.script.combo.findData(code))
    row.script.combo.activated.emit(row.script.combo.currentIndex())


def test_one_click_makes_a_name_the_main_one(session: Session, section: NamesSection) -> None:
    row = add(session, section, "أمجد الدهامات")
    (before,) = session.case.where(Name, person_id=AMJAD, type="main")
    row.make_main.click()
    assert stored(session, "أمجد الدهامات").type == "main"
    assert session.case.get(Name, before.id).type == "alias"
    assert row.make_main.isHidden()
    assert not section._rows[before.id].make_main.isHidden()
    session.undo()
    assert session.case.get(Name, before.id).type == "main"


def test_the_script_of_a_new_name_is_that_of_its_letters(
    session: Session, section: NamesSection
) -> None:
    row = add(session, section, "New name")
    write(row, "أمجد الدهامات")
    assert stored(session, "أمجد الدهامات").script == "Arab"
    write(row, "Amjad al-Dhamat")
    assert stored(session, "Amjad al-Dhamat").script == "Latn"
    assert row.script.value() == "Latn"


def test_a_script_that_was_chosen_stays(session: Session, section: NamesSection) -> None:
    row = add(session, section, "Amjad D", script="Latn")
    choose_script(row, "Syrc")
    write(row, "Amjad Dh")
    assert stored(session, "Amjad Dh").script == "Syrc"


def test_a_script_that_is_not_offered_is_shown_and_kept(
    session: Session, section: NamesSection
) -> None:
    row = add(session, section, "Amjad D", script="Xsux")
    assert row.script.combo.currentText() == "Xsux"
    write(row, "Amjad Dh")
    assert stored(session, "Amjad Dh").script == "Xsux"


def test_an_arabic_name_is_written_from_the_right(session: Session, section: NamesSection) -> None:
    row = add(session, section, "أمجد الدهامات")
    assert row.text.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    row.text.line.setText("Amjad")
    assert row.text.line.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_each_button_says_which_name_it_is_for(session: Session, section: NamesSection) -> None:
    row = add(session, section, "Amjad D")
    assert row.make_main.accessibleName() == "Make Amjad D the main name"
