"""Several documents that were imported together are reviewed one after the other."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.marking.reading import add_document
from tests.gui.review.reviewing import settle
from tests.gui.windows import view_of
from viewer.domain.changes import deletion
from viewer.domain.records import Document
from viewer.gui.main_window import MainWindow
from viewer.gui.review.page import ReviewPage


def imported(window: MainWindow, qtbot: QtBot, *texts: str) -> tuple[ReviewPage, list[Document]]:
    documents = [add_document(window.session, text) for text in texts]
    view_of(window).show_imported([document.id for document in documents], True)
    page = view_of(window).workspace.front
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.review.is_known)
    settle(page, qtbot)
    return page, documents


def test_the_next_document_is_offered_when_one_is_done(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    texts = "nobody is here", "nothing was said", "and no more"
    page, (first, gone, last) = imported(sample_window, qtbot, *texts)
    assert page.review.document_id == first.id
    sample_window.session.do(deletion(gone))
    settle(page, qtbot)
    assert page.go_on.isVisible()
    page.go_on.setFocus()
    qtbot.keyClick(page.go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.review.is_known)
    settle(page, qtbot)
    assert page.review.document_id == last.id
    assert not page.go_on.isVisible()


def test_what_waits_in_one_case_does_not_wait_in_another(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, _ = imported(sample_window, qtbot, "nobody is here", "nothing was said")
    following = page.following
    assert following.next() is not None
    assert sample_window.files.open_sample(tmp_path / "another.casefile")
    assert following.next() is None
