"""Whom a deed protected unasked is said at the bottom of the window, and can be taken back."""

from pytestqt.qtbot import QtBot

from tests.gui.windows import view_of
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Person, Relationship
from viewer.domain.sample import sample_id
from viewer.gui.main_window import MainWindow

AMJAD = sample_id("person", "amjad")
KADHIMI = sample_id("person", "kadhimi")


def tie(window: MainWindow, detail: str = "Cousin") -> None:
    made = Relationship(
        id=new_id(), person_id=KADHIMI, other_id=AMJAD, type="relative", detail=detail
    )
    assert window.session.do(creation(made))


def protection(window: MainWindow) -> str:
    return window.session.case.get(Person, KADHIMI).protection


def test_it_says_whom_how_and_why(sample_window: MainWindow) -> None:
    notice = sample_window.precautions
    assert notice.isHidden()
    tie(sample_window)
    assert notice.isVisible()
    assert notice.sentence.text() == (
        "Protected: Mustafa al-Kadhimi – name withheld (cousin of a victim)"
    )


def test_it_leads_to_the_field(sample_window: MainWindow, qtbot: QtBot) -> None:
    tie(sample_window)
    sample_window.precautions.show_first.click()
    details = view_of(sample_window).details
    assert details.record_id == KADHIMI
    assert details.view is not None
    row = details.view.form.rows["protection"]
    qtbot.waitUntil(lambda: row.isAncestorOf(sample_window.focusWidget() or row.window()))


def test_it_can_be_taken_back_and_stays_so(sample_window: MainWindow) -> None:
    tie(sample_window)
    sample_window.precautions.make_public.click()
    assert protection(sample_window) == "public"
    assert sample_window.precautions.isHidden()
    tie(sample_window, "Brother")
    assert protection(sample_window) == "public"


def test_undo_takes_back_the_deed_and_the_message(sample_window: MainWindow) -> None:
    tie(sample_window)
    sample_window.session.undo()
    assert protection(sample_window) == "public"
    assert sample_window.precautions.isHidden()


def test_it_goes_with_the_case(sample_window: MainWindow) -> None:
    tie(sample_window)
    sample_window.close_case()
    assert sample_window.precautions.isHidden()
