"""Similar persons: found beside the window, compared, merged or told apart, all by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Distinction, Name, Person, Relationship
from viewer.domain.sample import sample_id
from viewer.gui.creation.person import PersonDialog
from viewer.gui.details_pane import DetailsPane
from viewer.gui.duplicates.alike import alike_of
from viewer.gui.duplicates.lookout import lookout_of
from viewer.gui.duplicates.merge_dialog import MergeDialog
from viewer.gui.duplicates.page import SimilarPage
from viewer.gui.links import LinkLine
from viewer.gui.main_window import MainWindow
from viewer.gui.session import Session

AMJAD = sample_id("person", "amjad")
#: Milliseconds for what is done beside the window, also on a busy machine.
PATIENCE = 30_000
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def add_person(session: Session, name: str, **fields: str) -> Person:
    person = Person(id=new_id(), **fields)
    session.do(creation(person, Name(id=new_id(), person_id=person.id, text=name)))
    return person


@pytest.fixture
def again(session: Session) -> Person:
    """Amjad Aldhamat once more, as an Arabic source has him."""
    return add_person(session, "أمجد الدهامات", occupation="محام", about="شاعر")


@pytest.fixture
def page(session: Session, again: Person, qtbot: QtBot) -> SimilarPage:
    return opened(session, qtbot)


def opened(session: Session, qtbot: QtBot) -> SimilarPage:
    page = SimilarPage(session)
    qtbot.addWidget(page)
    page.resize(600, 760)
    page.show()
    qtbot.waitExposed(page)
    page.setFocus()
    qtbot.waitUntil(lambda: lookout_of(session).is_ready, timeout=PATIENCE)
    return page


def texts(page: SimilarPage) -> str:
    QApplication.processEvents()
    labels = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    return "\n".join([*labels, *(w.words for w in page.findChildren(LinkLine) if w.isVisible())])


def test_a_pair_is_found_and_shown_with_its_reason(page: SimilarPage) -> None:
    QAbstractItemModelTester(page.pairs, FATAL)
    assert page.pairs.rowCount() == 1
    assert "sound alike" in texts(page)
    assert "very likely" in page.pairs.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_nobody_alike_is_said(session: Session, qtbot: QtBot) -> None:
    page = opened(session, qtbot)
    assert page.pairs.rowCount() == 0
    assert "No two persons look like one" in texts(page)
    assert page.answers.isHidden()


def test_a_key_merges_and_undo_parts_them(
    session: Session, page: SimilarPage, again: Person, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    assert session.case.find(again.id) is None
    names = {name.text: name.type for name in session.case.where(Name, person_id=AMJAD)}
    assert names["أمجد الدهامات"] == "alias"
    assert page.pairs.rowCount() == 0

    session.undo()

    assert session.case.find(again.id) == again
    qtbot.waitUntil(lambda: page.pairs.rowCount() == 1, timeout=PATIENCE)
    assert page.pairs.rowCount() == 1


def test_the_values_of_either_side_are_taken_by_keys(
    session: Session, page: SimilarPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_2)
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    assert session.case.get(Person, AMJAD).occupation == "محام"
    (main,) = session.case.where(Name, person_id=AMJAD, type="main")
    assert main.text == "أمجد الدهامات"


def test_each_value_is_chosen_for_itself_and_long_ones_may_be_joined(
    session: Session, again: Person, qtbot: QtBot
) -> None:
    session.do(edit(session.case.get(Person, AMJAD), about="Activist"))
    page = opened(session, qtbot)
    page.comparison.choices_by_field["about"].options[2].button.click()
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    assert session.case.get(Person, AMJAD).about == "Activist\n\nشاعر"
    assert session.case.get(Person, AMJAD).occupation == "Civil rights activist"


def test_a_choice_says_what_it_is_to_a_screen_reader(page: SimilarPage) -> None:
    names = {button.accessibleName() for button in page.findChildren(QRadioButton)}
    assert {"Occupation: Civil rights activist", "Occupation: محام"} <= names


def test_a_choice_outlives_a_change_elsewhere(
    session: Session, page: SimilarPage, again: Person
) -> None:
    page.comparison.choices_by_field["occupation"].options[1].button.click()
    session.do(edit(again, about="Poet"))
    assert page.comparison.choices()["occupation"] == "محام"
    assert page.comparison.choices()["about"] == "Poet"


def test_two_are_told_apart_with_a_note_and_that_is_taken_back(
    session: Session, page: SimilarPage, again: Person, qtbot: QtBot
) -> None:
    page.answers.note.setFocus()
    qtbot.keyClicks(page.answers.note, "Another man, from Mosul")
    qtbot.keyClick(page.answers.note, Qt.Key.Key_Return)
    (known,) = session.case.all(Distinction)
    assert {known.person_id, known.other_id} == {AMJAD, again.id}
    assert known.note == "Another man, from Mosul"
    assert page.pairs.rowCount() == 0

    page.told_apart.fold.set_open(True)
    assert "Another man, from Mosul" in texts(page)
    back = page.told_apart.findChildren(type(page.answers.apart))[0]
    back.click()

    assert list(session.case.all(Distinction)) == []
    qtbot.waitUntil(lambda: page.pairs.rowCount() == 1, timeout=PATIENCE)


def test_a_key_tells_apart_without_a_note(
    session: Session, page: SimilarPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert [known.note for known in session.case.all(Distinction)] == [""]


def test_letters_typed_into_the_note_answer_nothing(
    session: Session, page: SimilarPage, qtbot: QtBot
) -> None:
    page.answers.note.setFocus()
    qtbot.keyClicks(page.answers.note, "mn12")
    assert page.answers.note.text() == "mn12"
    assert page.pairs.rowCount() == 1


def test_the_next_pair_follows_an_answer(session: Session, again: Person, qtbot: QtBot) -> None:
    for name in ("Layla Haddad", "ليلى حداد", "Karim Salman", "كريم سلمان"):
        add_person(session, name)
    page = opened(session, qtbot)
    qtbot.waitUntil(lambda: page.pairs.rowCount() == 3, timeout=PATIENCE)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    following = page.pairs.pair_at(2)
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert page.pairs.pair_at(page.list.currentIndex().row()) == following


def test_return_leads_to_the_first_choice(page: SimilarPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QRadioButton)
    assert focused.accessibleName() == "Main name: Amjad Aldhamat"


def test_what_goes_and_what_stays_is_said_before(
    session: Session, page: SimilarPage, again: Person
) -> None:
    session.do(edit(again, protection="name_withheld"))
    tie = Relationship(id=new_id(), person_id=again.id, other_id=AMJAD, type="relative")
    session.do(creation(tie))
    said = texts(page)
    assert "The stricter protection stays: name withheld." in said
    assert "relative of Amjad Aldhamat" in said


def test_in_a_case_that_is_read_only_nothing_is_answered(
    session: Session, again: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    session.open(session.path.rename(tmp_path / "copy.casefile"), read_only=True)
    page = opened(session, qtbot)
    assert page.pairs.rowCount() == 1
    assert not page.answers.merge.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    assert session.case.find(again.id) is not None


def test_closing_the_case_ends_the_search(session: Session, page: SimilarPage) -> None:
    lookout = lookout_of(session)
    session.close()
    assert lookout._thread is None
    assert lookout.pairs == ()


def test_the_page_stands_in_the_browse_pane(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, "similar")
    front = view_of(sample_window).workspace.front
    assert isinstance(front, SimilarPage)
    front.record_requested.emit(AMJAD)
    assert view_of(sample_window).details.record_id == AMJAD


@pytest.fixture
def dialog(session: Session, again: Person, qtbot: QtBot) -> MergeDialog:
    dialog = MergeDialog(session, AMJAD)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def choose(dialog: MergeDialog, person_id: str) -> None:
    dialog.other.set_value(person_id)
    dialog.other.finished.emit()


def test_anybody_may_be_merged_with_anybody(session: Session, dialog: MergeDialog) -> None:
    other = sample_id("person", "mohammed")
    assert not dialog.answers.merge.isEnabled()
    choose(dialog, other)
    dialog.answers.merge.click()
    assert session.case.find(other) is None
    assert session.case.find(AMJAD) is not None
    assert dialog.result() == MergeDialog.DialogCode.Accepted


def test_nobody_is_merged_with_himself(dialog: MergeDialog) -> None:
    choose(dialog, AMJAD)
    assert dialog.problem.text() == "That is the same person already."
    assert not dialog.answers.merge.isEnabled()


def test_a_followed_link_closes_the_comparison(dialog: MergeDialog, again: Person) -> None:
    choose(dialog, again.id)
    dialog.comparison.record_requested.emit(again.id)
    assert dialog.followed == again.id
    assert not dialog.isVisible()


def test_what_is_being_typed_is_saved_before_a_merge(
    session: Session, again: Person, dialog: MergeDialog, qtbot: QtBot
) -> None:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.show_record(AMJAD)
    assert pane.view is not None
    line = pane.view.form.rows["occupation"].editor.line  # type: ignore[attr-defined]
    line.selectAll()
    qtbot.keyClicks(line, "Poet")
    choose(dialog, again.id)
    dialog.comparison.choices_by_field.pop("occupation")
    dialog.answers.merge.click()
    assert session.case.get(Person, AMJAD).occupation == "Poet"


def test_the_details_say_whom_a_person_looks_like(
    session: Session, again: Person, qtbot: QtBot
) -> None:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_record(AMJAD)
    assert pane.view is not None
    assert pane.view.names is not None
    alike = pane.view.names.resemblance
    qtbot.waitUntil(lambda: len(alike.findChildren(LinkLine)) == 2, timeout=PATIENCE)
    line = alike.findChildren(LinkLine)[-1]
    assert "Looks like" in line.words
    assert "أمجد الدهامات" in line.words
    session.do(creation(Distinction(id=new_id(), person_id=again.id, other_id=AMJAD)))
    QApplication.processEvents()
    assert [link.words for link in alike.findChildren(LinkLine) if link.isVisible()] == [
        "Merge with…"
    ]


def test_who_is_being_created_twice_is_said_and_may_be_taken_instead(
    session: Session, qtbot: QtBot
) -> None:
    dialog = PersonDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    line = dialog.name.editor.line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "Somebody Else")
    qtbot.wait(400)
    assert dialog.known.isHidden()
    line.setText("أمجد الدهامات")
    dialog.name.editor.typed.emit()
    qtbot.waitUntil(dialog.known.isVisible, timeout=PATIENCE)
    (link,) = dialog.known.findChildren(LinkLine)
    assert link.words == "Amjad Aldhamat"
    before = session.case.total("person")

    link.click()

    assert dialog.result() == PersonDialog.DialogCode.Accepted
    assert dialog.record_id == AMJAD
    assert session.case.total("person") == before


def test_a_new_name_is_looked_for_among_the_names_of_now(session: Session) -> None:
    alike = alike_of(session)
    assert alike.like("Karim Salman") == ()
    person = add_person(session, "كريم سلمان")
    assert [found.person_id for found in alike.like("Karim Salman")] == [person.id]
    (offered,) = alike.besides([], "Karim Salman")
    assert offered.line == "كريم سلمان — sounds alike"
    assert alike.besides([offered], "Karim Salman") == []
    session.undo()
    assert alike.like("Karim Salman") == ()
