"""A list of persons or events: mapped, seen before it is written, and taken in as one deed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.domain.records import Document, Name, Person
from viewer.gui.importing.desk import ImportDesk
from viewer.gui.importing.lists.dialog import ListDialog
from viewer.gui.importing.lists.model import PlanModel
from viewer.gui.session import Session
from viewer.gui.theme import Theme
from viewer.sources.tables.reading import read_table_bytes

LIST = "Full name;Job;Shoe size\nSalma Rahim;Teacher;38\n;Baker;\nAli Hassan;;43\n"


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "new.casefile", "A new case")
    yield session
    session.close()


def dialog_for(session: Session, qtbot: QtBot, text: str = LIST) -> ListDialog:
    dialog = ListDialog(session, read_table_bytes(text.encode(), "persons.csv"))
    qtbot.addWidget(dialog)
    dialog.show()
    planned(dialog, qtbot)
    return dialog


def planned(dialog: ListDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.planning.is_under_way)


def choose(dialog: ListDialog, column: int, field: str, qtbot: QtBot) -> None:
    combo = dialog.mapping.combos[column]
    combo.setCurrentIndex(combo.findData(field))
    planned(dialog, qtbot)


def names(session: Session) -> list[str]:
    return sorted(name.text for name in session.case.all(Name))


def shown(model: PlanModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_columns_are_matched_and_the_outcome_is_seen(session: Session, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot)
    assert dialog.mapping.columns == ("name", "occupation", "")
    assert shown(dialog.model, 2) == ["Salma Rahim", "", "Ali Hassan"]
    assert shown(dialog.model, 1) == ["New", "Left out", "New"]
    assert dialog.sentence.text() == "2 new persons, 1 left out."
    assert dialog.confirm.text() == "Import 2 persons"
    assert "begin with “Name withheld”" in dialog.says.text()
    assert not names(session), "nothing is written yet"


def test_a_field_is_that_of_one_column(session: Session, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot)
    choose(dialog, 1, "name", qtbot)
    assert dialog.mapping.columns == ("", "name", "")
    assert shown(dialog.model, 2) == ["Teacher", "Baker", ""]
    choose(dialog, 1, "", qtbot)
    assert "No column is the name" in dialog.problem.text()
    assert not dialog.confirm.isEnabled()


def test_a_list_may_be_of_events(session: Session, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot, "What happened,When\nShe was taken.,3 May 2020\n")
    assert dialog.what.currentText() == "an event"
    assert dialog.mapping.columns == ("description", "date")
    assert dialog.confirm.text() == "Import 1 event"
    dialog.what.setCurrentIndex(0)
    planned(dialog, qtbot)
    assert dialog.mapping.columns == ("", "")


def test_all_is_taken_in_as_one_deed(session: Session, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot)
    with qtbot.waitSignal(dialog.imported) as heard:
        dialog.confirm.click()
    (document,) = session.case.all(Document)
    assert heard.args == [document.id]
    assert names(session) == ["Ali Hassan", "Salma Rahim"]
    assert {person.protection for person in session.case.all(Person)} == {"name_withheld"}
    assert session.undo_label == "Import 2 persons"
    session.undo()
    assert not [*session.case.all(Person), *session.case.all(Document)]


def test_who_is_known_is_only_made_again_if_that_is_wished(session: Session, qtbot: QtBot) -> None:
    first = dialog_for(session, qtbot)
    first.confirm.click()
    dialog = dialog_for(session, qtbot)
    assert shown(dialog.model, 1) == ["In the case already", "Left out", "In the case already"]
    assert not dialog.confirm.isEnabled()
    dialog.again.click()
    planned(dialog, qtbot)
    dialog.confirm.click()
    assert len(names(session)) == 4


def test_rows_with_something_to_look_at_are_told_in_full(session: Session, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot, LIST + "Salma Rahim;;\n")
    dialog.only_told.click()
    assert shown(dialog.model, 0) == ["3", "5"]
    dialog.table.selectRow(1)
    assert dialog.details.text().startswith("The same name as in line 2: two persons.")
    dialog.only_told.click()
    assert dialog.model.rowCount() == 4


def test_the_model_keeps_its_promises(session: Session, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot, "Name\n" + "Salma Rahim\n" * 250)
    tester = QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert dialog.model.rowCount() == 250
    dialog.only_told.click()
    dialog.plan()
    planned(dialog, qtbot)
    assert dialog.model.rowCount() == 249
    tester.deleteLater()


def test_the_keyboard_reaches_every_choice(session: Session, theme: Theme, qtbot: QtBot) -> None:
    dialog = dialog_for(session, qtbot, ";".join(["Name", *"abcdefghijklm"]) + "\nA;B\n")
    dialog.activateWindow()
    dialog.what.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(16):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    assert set(dialog.mapping.combos) <= set(reached)
    last = dialog.mapping.combos[-1]
    last.setFocus()
    right = last.mapTo(dialog.mapping.viewport(), last.rect().topLeft()).x()
    assert 0 <= right < dialog.mapping.viewport().width(), "what has the keyboard is in sight"
    assert {combo.accessibleName() for combo in dialog.mapping.combos} >= {"Column “Name” says"}


def test_a_list_is_known_by_its_name_or_by_what_is_in_it(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = ImportDesk(session, window, lambda: None)
    for name, text in (("a.csv", LIST), ("b.txt", LIST)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        desk.take([path])
        assert desk.list_dialog is not None
        assert desk.dialog is None
        desk.list_dialog.close()
        qtbot.waitUntil(lambda: desk.list_dialog is None)


def test_documents_come_first_and_lists_after_them(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = ImportDesk(session, window, lambda: None)
    (tmp_path / "persons.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "b.txt").write_text("The house was searched; nobody, they said, knew why.\n" * 3)
    desk.take([tmp_path / "persons.csv", tmp_path / "b.txt"])
    assert desk.dialog is not None
    assert desk.list_dialog is None
    desk.dialog.close()
    qtbot.waitUntil(lambda: desk.list_dialog is not None)
    assert desk.list_dialog is not None
    desk.list_dialog.as_document.click()
    qtbot.waitUntil(lambda: desk.dialog is not None and desk.list_dialog is None)
    assert desk.dialog is not None
    desk.dialog.close()
    qtbot.waitUntil(lambda: desk.dialog is None)
