"""What can be done with an annotation where it is shown: another colour, or away with it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from viewer.domain.records import Annotation
from viewer.domain.vocabularies import vocabulary
from viewer.gui.annotations.colour_choice import colour_icon
from viewer.gui.annotations.marking import set_colour
from viewer.gui.deletion import removed_quietly
from viewer.gui.icons import icon
from viewer.gui.session import Session


def note_menu(session: Session, annotation_id: str, parent: QWidget) -> QMenu | None:
    """Return the menu of an annotation; None where nothing can be done."""
    annotation = session.case.find(annotation_id)
    if session.read_only or not isinstance(annotation, Annotation):
        return None
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_colours(menu, session, annotation)
    menu.addSeparator()
    menu.addAction(icon("delete"), "&Delete", lambda: remove(session, annotation_id))
    return menu


def _add_colours(menu: QMenu, session: Session, annotation: Annotation) -> None:
    group = QActionGroup(menu)
    for term in vocabulary("colour"):
        action = menu.addAction(colour_icon(term.code, menu), f"&{term.label}")
        action.setData(term.code)
        action.setCheckable(True)
        action.setChecked(term.code == annotation.colour)
        font = action.font()
        font.setBold(action.isChecked())  # no style shows a check mark beside a picture
        action.setFont(font)
        group.addAction(action)
    group.triggered.connect(lambda action: set_colour(session, annotation, action.data()))


def show_menu(session: Session, annotation_id: str, parent: QWidget, at: QPoint) -> None:
    """Show the menu of an annotation at a point of the screen."""
    menu = note_menu(session, annotation_id, parent)
    if menu is not None:
        menu.popup(at)


def remove(session: Session, annotation_id: str) -> None:
    """Delete an annotation without asking; undo brings it back."""
    removed_quietly(session, annotation_id, "Delete annotation")
