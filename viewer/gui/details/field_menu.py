"""A small menu of what the selected words may speak of, for hands on the keyboard."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from viewer.domain.evidencing import evidence_of
from viewer.domain.records import Record
from viewer.domain.text import shortened
from viewer.domain.titles import title
from viewer.errors import InvalidRecordError
from viewer.gui.creation.evidence import Subject, subjects
from viewer.gui.plain import menu_text
from viewer.gui.selection import Selection
from viewer.gui.session import Session


def offer_fields(
    session: Session, record: Record, selection: Selection, beside: QWidget
) -> QMenu | None:
    """Open a menu of the fields of a record; the chosen one gets the words as support."""
    if selection.is_empty:
        session.failed.emit(
            "No words are selected, so nothing was added. Select words in the document first."
        )
        return None
    menu = QMenu(beside)
    menu.setAccessibleName("What the selected words speak of")
    heading = menu.addAction(menu_text(f"“{shortened(selection.words, 40)}” say, of"))
    named = menu.addAction(menu_text(shortened(title(session.case, record), 44)))
    for line in (heading, named):
        line.setEnabled(False)
    menu.addSeparator()
    for subject in subjects(session.case, record):
        action = menu.addAction(menu_text(subject.label))
        action.triggered.connect(partial(_tie, session, subject, selection))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.setActiveAction(menu.actions()[3])
    menu.popup(beside.mapToGlobal(QPoint(12, max(0, -beside.y()) + 12)))
    return menu


def _tie(session: Session, subject: Subject, selection: Selection) -> None:
    case = session.case
    try:
        marked = selection.passage(case)
        session.do(evidence_of(case, subject.record_id, subject.field, marked))
    except InvalidRecordError as error:
        session.failed.emit(str(error))
