"""The audiences: the program's are read, the case's own are made from one of them and edited."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from viewer.domain.audiences import audiences
from viewer.domain.records import Audience
from viewer.gui.audiences.dialog import AudiencesDialog
from viewer.gui.session import Session


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> AudiencesDialog:
    dialog = AudiencesDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def listed(dialog: AudiencesDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def own(session: Session) -> Audience:
    (audience,) = session.case.all(Audience)
    return audience


def test_those_of_the_program_are_said_in_words(dialog: AudiencesDialog) -> None:
    assert listed(dialog) == ["Internal", "Legal", "Public"]
    assert dialog.chosen == "public"
    assert dialog.form is None
    assert not dialog.delete.isEnabled()
    words = [label.text() for label in dialog.area.widget().findChildren(QLabel)]
    at = words.index("Persons whose details are withheld")
    assert words[at + 1] == "Under a pseudonym, without details"


def test_one_like_it_is_made_edited_and_deleted(
    session: Session, dialog: AudiencesDialog, qtbot: QtBot
) -> None:
    dialog.copy.click()
    assert listed(dialog)[-1] == "Public (copy)"
    assert dialog.form is not None
    line = dialog.form.rows["label"].editor.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, "Press")
    dialog.form.save_pending()
    QApplication.processEvents()
    assert own(session).label == listed(dialog)[-1] == "Press"
    combo = dialog.form.rows["name_withheld"].editor.combo
    combo.setCurrentIndex(combo.findData("left_out"))
    combo.activated.emit(combo.currentIndex())
    assert own(session).name_withheld == "left_out"
    dialog.delete.click()
    assert listed(dialog) == ["Internal", "Legal", "Public"]
    session.undo()
    assert listed(dialog)[-1] == "Press"


def test_no_copy_shows_those_who_are_never_exported(
    session: Session, dialog: AudiencesDialog
) -> None:
    dialog.list.setCurrentRow(0)
    dialog.copy.click()
    assert own(session).never_exported == "left_out"
    assert dialog.form is not None
    assert not dialog.form.rows["never_exported"].editor.combo.isEnabled()
    assert audiences(session.case)[-1].name_withheld == "named"
