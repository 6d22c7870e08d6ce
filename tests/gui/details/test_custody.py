"""What happened to a document, unfolded in its details."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.domain.records import Document, Export
from viewer.gui.details.custody import CustodySection
from viewer.gui.details.view import RecordView
from viewer.gui.main_window import MainWindow
from viewer.gui.session import Session


def told(section: CustodySection) -> list[str]:
    views = [section.lines.itemAt(n).widget() for n in range(section.lines.count())]
    texts = ["\n".join(each.text() for each in view.findChildren(QLabel)) for view in views]
    return [text.replace("\u200b", "") for text in texts]


def test_it_is_told_when_it_is_unfolded(session: Session, qtbot: QtBot) -> None:
    (document,) = session.case.all(Document)
    session.do(edit(document, title="An article"))
    section = CustodySection(session, document.id)
    qtbot.addWidget(section)
    assert told(section) == []
    section.fold.set_open(True)
    received, extracted, changed = told(section)
    assert "Received (entry 2 of the history)" in received
    assert f"SHA-256 of the original: {document.sha256}" in received
    assert f"SHA-256 of the text: {document.text_sha256}" in extracted
    assert "· Sami" in changed
    assert "→ An article" in changed
    export = Export(
        id="0193591a-0000-7000-8000-000000000001",
        at="2026-11-26T10:00:00Z",
        format="PDF",
        file_name="public.pdf",
        audience="Public",
        documents=document.id,
    )
    session.case.log(export)
    section.refresh()
    assert "public.pdf" in told(section)[-1]
    section.fold.set_open(False)
    assert told(section) == []


def test_only_documents_have_it(sample_window: MainWindow, qtbot: QtBot) -> None:
    (document,) = sample_window.session.case.all(Document)
    sample_window.navigator.go_to(document.id)
    qtbot.waitUntil(lambda: bool(sample_window.findChildren(CustodySection)))
    person = sample_window.session.case.search("person", "amjad")[0]
    sample_window.navigator.go_to(person.id)
    qtbot.waitUntil(lambda: _shown(sample_window).record_id == person.id)
    assert _shown(sample_window).custody is None


def _shown(window: MainWindow) -> RecordView:
    return next(view for view in window.findChildren(RecordView) if view.isVisible())
