"""A reader with a text, and ways to select words of it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation
from viewer.domain.documents import received
from viewer.domain.records import KINDS, Document, Evidence, Passage, Record
from viewer.gui.marking.prompt import Prompt
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

TEXT = (
    "Yesterday 😀 Amal Hasan said: “They came at night.” Nobody asked.\n"
    "A second paragraph: Amal Hasan's brother saw at least 44 arrests in Basra in May 2020.\n"
)
ARABIC = "قال أمجد إن أحدا لم يسأل عن شيء.\n"


def add_document(session: Session, text: str) -> Document:
    document, content = received(text.encode(), text, title="Article")
    session.do(creation(document, contents=(content,)))
    return session.case.get(Document, document.id)


def select(pane: ReaderPane, words: str) -> None:
    """Select the first place of words, and give the text the keyboard."""
    cursor = pane.view.document().find(words)
    assert cursor.hasSelection()
    pane.view.setTextCursor(cursor)
    pane.view.setFocus()


def point_in(pane: ReaderPane, words: str) -> QPoint:
    """Return a point inside words, in the viewport."""
    cursor = pane.view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return pane.view.cursorRect(cursor).center() + QPoint(1, 0)


def prompt_of(pane: ReaderPane) -> Prompt:
    prompt = pane.tools.marker.prompt
    assert prompt is not None
    assert prompt.isVisible()
    return prompt


def answers(prompt: Prompt) -> list[str]:
    return [prompt.model.index(row, 0).data() for row in range(prompt.model.rowCount())]


def press(qtbot: QtBot, key: Qt.Key, *keys: Qt.Key) -> None:
    """Press keys, one after the other, on whatever has the keyboard."""
    for each in (key, *keys):
        qtbot.keyClick(focused(), each)


def type_in(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focused(), text)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def everything(session: Session) -> dict[str, Record]:
    return {r.id: r for kind in KINDS.values() for r in session.case.all(kind)}


def evidence_of(session: Session, record_id: str) -> dict[str, tuple[str, str]]:
    """Return words and stance by field."""
    found = session.case.where(Evidence, record_id=record_id)
    return {e.field: (session.case.get(Passage, e.passage_id).exact, e.stance) for e in found}
