"""The first page of a case."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
)

from tests.gui.windows import show, view_of
from viewer.domain.changes import edit
from viewer.domain.sample import sample_id
from viewer.gui.main_window import MainWindow

KILLING = sample_id("event", "killing")


def test_the_overview_counts_and_leads(sample_window: MainWindow) -> None:
    overview = view_of(sample_window).workspace.overview
    overview.cards["event"].click()
    assert view_of(sample_window).workspace.pane is not None
    assert view_of(sample_window).workspace.pane.kind == "event"
    show(sample_window, "overview")
    links = [b for b in overview.findChildren(QPushButton) if b.accessibleName().startswith("Kil")]
    links[0].click()
    assert sample_window.navigator.current == KILLING
    overview.details.click()
    assert sample_window.navigator.current == sample_window.session.case.case.id


def test_the_latest_changes_say_what_was_undone(sample_window: MainWindow) -> None:
    session = sample_window.session
    session.do(edit(session.case.case, title="New"))
    session.undo()
    show(sample_window, "overview")
    labels = view_of(sample_window).workspace.overview.findChildren(QLabel)
    said = [label.accessibleName() or label.text() for label in labels if label.isVisible()]
    assert [words for words in said if "Edit case" in words] == ["Undone: Edit case", "Edit case"]


def test_icons_follow_the_appearance(sample_window: MainWindow) -> None:
    card = view_of(sample_window).workspace.overview.cards["person"]

    def picture() -> QImage:
        return max((label.pixmap().toImage() for label in card.findChildren(QLabel)), key=_size)

    sample_window.theme.set_appearance("light")
    before = picture()
    sample_window.theme.set_appearance("dark")
    assert picture() != before
    sample_window.theme.set_appearance("light")
    assert picture() == before


def _size(image: QImage) -> int:
    return image.sizeInBytes()


def test_an_empty_case_says_how_to_begin(window: MainWindow, tmp_path: Path) -> None:
    window.files.create(tmp_path / "new.casefile", "New")
    beginning = view_of(window).workspace.overview.beginning
    assert beginning.isVisible()
    asked: list[str] = []
    QTimer.singleShot(0, lambda: asked.append(dismissed()))
    beginning.button.click()
    QTimer.singleShot(0, lambda: asked.append(dismissed()))
    beginning.import_button.click()
    QApplication.processEvents()
    assert asked[0].startswith("New document")
    assert asked[1].startswith("Import documents")
    window.session.close()
    window.files.open_sample(tmp_path / "sample.casefile")
    assert not beginning.isVisible()


def dismissed() -> str:
    """Leave the dialog that is shown; return its title."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
    return dialog.windowTitle()


def test_the_overview_follows_a_change(sample_window: MainWindow) -> None:
    session = sample_window.session
    session.do(edit(session.case.case, title="Renamed"))
    texts = [
        label.text() for label in view_of(sample_window).workspace.overview.findChildren(QLabel)
    ]
    assert "Renamed" in texts
