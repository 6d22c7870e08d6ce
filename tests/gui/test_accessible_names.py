"""Whatever takes the keyboard says what it is: every page, with a record of every kind shown."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import select
from tests.gui.windows import show, view_of
from viewer.domain.records import Document, Quote
from viewer.gui import kinds
from viewer.gui.annotations.note_dialog import NoteDialog
from viewer.gui.annotations.tags_dialog import TagsDialog
from viewer.gui.audiences.dialog import AudiencesDialog
from viewer.gui.backing_up.restore_dialog import RestoreDialog
from viewer.gui.create_menu import dialog_for
from viewer.gui.editors.term import CalmCombo
from viewer.gui.export_dialog import ExportDialog
from viewer.gui.exports.dialog import ExportsDialog
from viewer.gui.help_dialog import HelpDialog
from viewer.gui.list_view import ListView
from viewer.gui.main_window import MainWindow
from viewer.gui.new_case_dialog import NewCaseDialog
from viewer.gui.pages import PAGES
from viewer.gui.review.all_above import AcceptAllDialog
from viewer.gui.session import Session
from viewer.gui.shortcuts_dialog import ShortcutsDialog


def nameless(root: QWidget) -> list[str]:
    """What can be given the keyboard and has no name: its class, and what it is in."""
    return [path(widget) for widget in reached(root) if not name_of(widget).strip()]


def reached(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        # What Qt made within a widget, such as its viewport, is told as that widget.
        is_own = not widget.objectName().startswith("qt_")
        is_shown = widget.isVisibleTo(root) and widget.window() is root.window()
        if takes_keys and is_own and is_shown:
            yield widget


def name_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        # What Qt tells on Linux is its value.
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def path(widget: QWidget | None) -> str:
    names = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " in ".join(names)


def markup(root: QWidget) -> list[str]:
    """What would be read aloud with the markup of its tooltip."""
    found = (QAccessible.queryAccessibleInterface(widget) for widget in reached(root))
    told = (each.text(QAccessible.Text.Description) for each in found if each)
    return [text for text in told if "<" in text]


@pytest.mark.parametrize("page", [kinds.OVERVIEW, *kinds.LISTED_KINDS, *PAGES])
def test_what_takes_the_keyboard_has_a_name(
    sample_window: MainWindow, page: str, qtbot: QtBot
) -> None:
    show(sample_window, page)
    for view in view_of(sample_window).workspace.findChildren(ListView):
        if view.isVisible():
            view.setCurrentIndex(view.model().index(0, 0))
    qtbot.wait(50)
    assert len(list(reached(sample_window))) > 5
    assert nameless(sample_window) == []
    assert markup(sample_window) == []


def test_the_welcome_page_says_what_it_offers(window: MainWindow) -> None:
    assert list(reached(window))
    assert nameless(window) == []


FORMS = (
    *("person", "event", "place", "quote", "figure", "document", "involvement", "relationship"),
    *("event_link", "annotation", "tag"),
)


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_for_a_new_record_says_what_it_asks(
    session: Session, kind: str, qtbot: QtBot
) -> None:
    assert nameless_in(dialog_for(session, kind), qtbot) == []


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "new case": lambda window: NewCaseDialog(window.session.path.parent),
    "help": HelpDialog,
    "shortcuts": lambda window: ShortcutsDialog(window.menuBar(), window),
    "export": lambda window: ExportDialog(window.session, window),
    "tags": lambda window: TagsDialog(window.session, parent=window),
    "audiences": lambda window: AudiencesDialog(window.session, window),
    "exports": lambda window: ExportsDialog(window.session, window),
    "restore": lambda window: RestoreDialog(window.session.access, None, window),
    "accept all": lambda window: AcceptAllDialog([], False, window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_says_what_it_asks(sample_window: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](sample_window)
    assert nameless_in(dialog, qtbot) == []
    dialog.close()


@pytest.mark.parametrize("key", ["Q", "P", "E", "L", "F"])
def test_what_is_asked_of_marked_words_has_a_name(
    sample_window: MainWindow, key: str, qtbot: QtBot
) -> None:
    show(sample_window, "document")
    reader = view_of(sample_window).reader
    reader.show_document(next(sample_window.session.case.all(Document)).id)
    select(reader, "a gunman")
    before = set(sample_window.findChildren(QWidget))
    qtbot.keyClick(reader.view, Qt.Key[f"Key_{key}"])
    asked = set(sample_window.findChildren(QWidget)) - before
    # The list of a combo box is a window of Qt's own.
    windows = {w.window() for w in asked if w.window().windowType() != Qt.WindowType.Popup}
    assert len([each for window in windows for each in reached(window) if each in asked])
    assert [path for window in windows for path in nameless(window) + markup(window)] == []


def test_a_note_says_what_it_asks(session: Session, qtbot: QtBot) -> None:
    quote = next(session.case.all(Quote))
    dialog = NoteDialog(session, (quote.id, 0, 0), quote.id)
    assert nameless_in(dialog, qtbot) == []


def nameless_in(dialog: QDialog, qtbot: QtBot) -> list[str]:
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    assert list(reached(dialog))
    return nameless(dialog) + markup(dialog)


def test_on_linux_too_a_list_of_choices_is_called_by_its_name(qtbot: QtBot) -> None:
    """There Qt tells the value as the name, and the name as the label beside."""
    outer = QWidget()
    qtbot.addWidget(outer)
    combo = CalmCombo(outer)
    combo.setAccessibleName("Counting & unit")
    for parent in (outer, QWidget(outer)):
        combo.setParent(parent)
        interface = QAccessible.queryAccessibleInterface(combo)
        related = interface.relations(QAccessible.RelationFlag.Label)
        assert [other.text(QAccessible.Text.Name) for other, _ in related] == ["Counting & unit"]
