"""Annotating in the window: words, keys, margin, details, menu and undo together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.domain.records import Annotation, Document
from viewer.gui.annotations.tags_dialog import TagsDialog
from viewer.gui.case_view import CaseView
from viewer.gui.main_window import MainWindow
from viewer.gui.pane_focus import move_focus
from viewer.gui.reader.margin_card import MarginCard
from viewer.gui.settings import Settings
from viewer.gui.theme import Theme


def reading(window: MainWindow) -> CaseView:
    """Return the view with the sample's document in the reader."""
    view = window.case_view
    assert view is not None
    window.resize(1500, 900)
    view.guide.go("document")
    document = next(iter(window.session.case.all(Document)))
    view.reader.show_document(document.id)
    QApplication.processEvents()
    return view


def select(view: CaseView, words: str) -> None:
    cursor: QTextCursor = view.reader.view.document().find(words)
    view.reader.view.setTextCursor(cursor)
    view.reader.view.setFocus()


def cards(view: CaseView) -> list[MarginCard]:
    QApplication.processEvents()
    return [card for card in view.reader.margin.findChildren(MarginCard) if card.isVisible()]


def test_h_highlights_and_undo_takes_it_back(sample_window: MainWindow, qtbot: QtBot) -> None:
    view, case = reading(sample_window), sample_window.session.case
    before = case.total("annotation"), case.total("passage"), len(cards(view))
    select(view, "own words; only")
    qtbot.keyClick(view.reader.view, Qt.Key.Key_H)
    assert case.total("annotation") == before[0] + 1
    assert len(cards(view)) == before[2] + 1
    made = [*case.all(Annotation)][-1]
    assert view.details.record_id == made.id
    sample_window.session.undo()
    assert (case.total("annotation"), case.total("passage"), len(cards(view))) == before


def test_f6_stops_at_the_notes_beside_the_text(sample_window: MainWindow, qtbot: QtBot) -> None:
    view = reading(sample_window)
    select(view, "own words; only")
    qtbot.keyClick(view.reader.view, Qt.Key.Key_H)
    QApplication.processEvents()
    sample_window.activateWindow()
    view.reader.view.setFocus()
    qtbot.waitUntil(view.reader.view.hasFocus)
    move_focus(view.panes, 1)
    assert isinstance(QApplication.focusWidget(), MarginCard)
    move_focus(view.panes, 1)
    assert view.details.isAncestorOf(QApplication.focusWidget() or view.details)
    move_focus(view.panes, -1)
    move_focus(view.panes, -1)
    assert view.reader.view.hasFocus()


def test_the_view_menu_hides_the_notes_beside_the_text(sample_window: MainWindow) -> None:
    view = reading(sample_window)
    shown = [action.text() for action in sample_window.menus.panes.actions()]
    assert "&Notes beside the text" in shown
    view.reader.margin.toggle.trigger()
    assert cards(view) == []


def test_the_window_remembers_that_the_notes_are_hidden(
    sample_window: MainWindow, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    reading(sample_window).reader.margin.toggle.trigger()
    path = sample_window.session.path
    sample_window.close()
    window = MainWindow(settings, theme)
    qtbot.addWidget(window)
    window.show()
    assert window.files.open(path)
    view = window.case_view
    assert view is not None
    assert not view.reader.margin.toggle.isChecked()
    window.close()


def test_the_case_menu_shows_all_tags(sample_window: MainWindow) -> None:
    sample_window.actions_.tags.trigger()
    (dialog,) = sample_window.findChildren(TagsDialog)
    assert isinstance(dialog, TagsDialog)
    assert dialog.model.rowCount() == sample_window.session.case.total("tag")
    dialog.close()
