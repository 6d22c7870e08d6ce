"""Notes and highlights of the words that are selected in the reader, and notes on records."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from viewer.domain.annotations import annotated, edited
from viewer.domain.changes import NOTHING
from viewer.domain.marking import Marked
from viewer.domain.records import Annotation, Record
from viewer.domain.text import shortened
from viewer.domain.titles import title
from viewer.gui.annotations.desk import Desk
from viewer.gui.annotations.note_dialog import NoteDialog
from viewer.gui.reader.text_view import TextView
from viewer.gui.selection import Selection
from viewer.gui.session import Session

#: Code points of the words or title that are shown above a note.
_SHOWN = 160


def note(session: Session, selection: Selection, parent: QWidget) -> Marked | None:
    """Ask for a note on the selected words, beside them; None if none was written."""
    if not _may(session) or selection.document is None:
        return None
    passage, first = selection.passage(session.case)
    subject = (selection.document.id, selection.start, selection.end)
    dialog = NoteDialog(session, subject, passage.id, first, parent)
    dialog.show_words(f"“{shortened(selection.words, _SHOWN)}”")
    dialog.stand_by(_lines(parent))
    return _asked(dialog, passage.id)


def note_on(session: Session, record: Record, parent: QWidget) -> Marked | None:
    """Ask for a note on a record; None if none was written."""
    if not _may(session):
        return None
    dialog = NoteDialog(session, (record.id, 0, 0), record.id, parent=parent)
    dialog.show_words(f"{record.labels[0]}: {shortened(title(session.case, record), _SHOWN)}")
    return _asked(dialog, "")


def highlight(session: Session, selection: Selection, parent: QWidget) -> Marked | None:  # noqa: ARG001
    """Highlight the selected words at once, in the colour that was used last.

    Words that are highlighted already get that colour.
    """
    if not _may(session) or selection.document is None:
        return None
    passage, first = selection.passage(session.case)
    colour = Desk.of(session).colour
    there = session.case.where(Annotation, target_id=passage.id, motivation="highlighting")
    if there:
        return _coloured(session, there[0], colour)
    made, change_set = annotated(
        session.case,
        passage.id,
        motivation="highlighting",
        colour=colour,
        author=session.who,
        first=first,
    )
    return Marked(change_set, made.id, passage.id) if session.do(change_set) else None


def set_colour(session: Session, annotation: Annotation, colour: str) -> bool:
    """Give an annotation another colour, which is then the last that was used."""
    Desk.of(session).colour = colour
    return session.do(edited(annotation, "Edit colour of annotation", colour=colour))


def _coloured(session: Session, annotation: Annotation, colour: str) -> Marked | None:
    if annotation.colour == colour:
        said = "These words are highlighted in this colour already."
        return Marked(NOTHING, annotation.id, annotation.target_id, said)
    change_set = edited(annotation, "Edit colour of annotation", colour=colour)
    done = session.do(change_set)
    return Marked(change_set, annotation.id, annotation.target_id) if done else None


def _asked(dialog: NoteDialog, passage_id: str) -> Marked | None:
    dialog.exec()
    made, change_set = dialog.annotation, dialog.change_set
    written = made is not None and bool(dialog.result())
    dialog.deleteLater()
    return Marked(change_set, made.id, passage_id) if made is not None and written else None


def _may(session: Session) -> bool:
    if session.read_only:
        session.failed.emit("This case is open read-only; nothing was noted.")
    return not session.read_only


def _lines(parent: QWidget) -> list[QRect]:
    """Return the lines of the selected words on the screen, where the parent shows them."""
    view = parent if isinstance(parent, TextView) else parent.findChild(TextView)
    if not isinstance(view, TextView):
        return []
    port = view.viewport()
    return [QRect(port.mapToGlobal(r.topLeft()), r.size()) for r in view.selected_lines()]
