"""Protection in the details: what it means, why, what each audience sees, and what is doubtful."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Audience, Event, Name, Person
from viewer.domain.sample import sample_id
from viewer.gui.details.badge import Badge
from viewer.gui.details.protection import Protection
from viewer.gui.details_pane import DetailsPane
from viewer.gui.session import Session

MOHAMMED = sample_id("person", "mohammed")
KADHIMI = sample_id("person", "kadhimi")
KILLING = sample_id("event", "killing")


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> DetailsPane:
    pane = DetailsPane(session)
    qtbot.addWidget(pane)
    pane.resize(360, 900)
    pane.show()
    return pane


def shown(pane: DetailsPane, record_id: str) -> Protection:
    pane.show_record(record_id)
    QApplication.processEvents()
    assert pane.view is not None
    assert pane.view.protection is not None
    return pane.view.protection


def change(session: Session, person_id: str, **values: str) -> None:
    assert session.do(edit(session.case.get(Person, person_id), **values))
    QApplication.processEvents()


def test_what_it_means_why_it_is_so_and_what_each_audience_sees(pane: DetailsPane) -> None:
    protection = shown(pane, MOHAMMED)
    assert protection.meaning.text() == "Appears under a pseudonym in what leaves the circle"
    assert protection.why.text() == "Why: brother of a victim"
    assert protection.seen.text().split("\n") == [
        "Internal: by name",
        "Legal: by name",
        "Public: as “Person A”, without the name",
    ]


def test_it_follows_the_choice_and_the_audiences_of_the_case(
    session: Session, pane: DetailsPane
) -> None:
    protection = shown(pane, MOHAMMED)
    session.do(creation(Audience(id=new_id(), label="Press", details_withheld="left_out")))
    change(session, MOHAMMED, protection="details_withheld", pseudonym="")
    assert protection.seen.text().split("\n")[2:] == [
        "Public: as “Person 2”, without name and details",
        "Press: not at all",
    ]


def test_a_pseudonym_is_suggested_and_doubted(session: Session, pane: DetailsPane) -> None:
    protection = shown(pane, MOHAMMED)
    change(session, MOHAMMED, pseudonym="")
    view = pane.view
    assert view is not None
    line = view.form.rows["pseudonym"].editor.findChild(QLineEdit)
    assert line is not None
    assert line.placeholderText() == "Person 2"
    assert protection.doubts.isHidden()
    change(session, MOHAMMED, pseudonym="Mohamed")
    assert protection.doubts.text() == "It is like the person's own name."
    change(session, MOHAMMED, pseudonym="person b")
    assert protection.doubts.text() == "It is the pseudonym of “Hasanain Alminshid”, too."


def test_who_does_not_consent_and_is_public_is_warned_of(
    session: Session, pane: DetailsPane
) -> None:
    protection = shown(pane, KADHIMI)
    change(session, KADHIMI, consent="withdrawn", protection="public", about="x")
    change(session, KADHIMI, protection="public")
    assert protection.consent.isVisibleTo(pane)
    assert "withdrew the consent" in protection.consent.text()
    protection.withhold.click()
    assert session.case.get(Person, KADHIMI).protection == "name_withheld"
    QApplication.processEvents()
    assert protection.consent.isHidden()
    assert protection.withhold.isHidden()


def test_a_withheld_event_wears_a_badge(session: Session, pane: DetailsPane) -> None:
    protection = shown(pane, KILLING)
    assert protection.why.isHidden()
    badge = pane.findChild(Badge)
    assert badge is not None
    assert badge.isHidden()
    session.do(edit(session.case.get(Event, KILLING), protection="withheld"))
    QApplication.processEvents()
    assert badge.words.text() == "Protected: withheld"
    assert badge.isVisibleTo(pane)
    assert protection.seen.text().split("\n") == [
        "Internal: shown",
        "Legal: shown",
        "Public: left out",
    ]


def test_a_new_person_takes_a_number_that_is_free(session: Session, pane: DetailsPane) -> None:
    person = Person(id=new_id(), protection="name_withheld")
    name = Name(id=new_id(), person_id=person.id, text="Ali")
    session.do(creation(person, name))
    seen = shown(pane, person.id).seen.text()
    session.do(edit(session.case.get(Person, MOHAMMED), pseudonym="Witness"))
    assert shown(pane, person.id).seen.text() == seen
