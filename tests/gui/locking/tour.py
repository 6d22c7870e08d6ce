"""A case with a word that is nowhere else, and a walk past everything that shows or copies it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.changes import combined, creation, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
    Relationship,
    Tag,
    Tagging,
)
from viewer.gui import kinds
from viewer.gui.export_dialog import ExportDialog
from viewer.gui.main_window import MainWindow
from viewer.gui.pages import PAGES

WORD = "Zaqxarin"


def case() -> Case:
    return Case(id=new_id(), title=f"The case of {WORD}", summary=f"What {WORD} saw")


def write_into(window: MainWindow) -> str:
    """Write the word wherever a case takes words; return the id of the person."""
    text = (
        f"{WORD} Alborz, a teacher, said that “the river is dry”, in Basra. "
        f"{WORD} Alborz was arrested on 3 May 2019 near {WORD} Street. Jasim Rahim was killed."
    )
    document, content = received(text.encode(), text, title=f"Letter of {WORD}", type="testimony")
    start = text.index("“the")
    passage = passage_at(document, start, start + 19)
    person, other = Person(id=new_id(), occupation=f"{WORD} teacher"), Person(id=new_id())
    names = [Name(id=new_id(), person_id=person.id, text=f"{WORD} Alborz")]
    names.append(Name(id=new_id(), person_id=other.id, text=f"{WORD} Alburz"))
    place = Place(id=new_id(), name=f"{WORD} Street")
    event = Event(id=new_id(), title=f"Arrest of {WORD}", place_id=place.id)
    tag = Tag(id=new_id(), label=f"tag {WORD}")
    records = [
        *(document, passage, person, other, *names, place, event, tag),
        Quote(id=new_id(), passage_id=passage.id, speaker_id=person.id, note=f"So {WORD}"),
        Involvement(id=new_id(), event_id=event.id, person_id=person.id, role="victim"),
        Relationship(id=new_id(), person_id=other.id, other_id=person.id, type="relative"),
        Annotation(id=new_id(), target_id=passage.id, body=f"Ask {WORD} again"),
        Tagging(id=new_id(), tag_id=tag.id, target_id=person.id),
    ]
    made = combined("All", [creation(*records, contents=(content,))])
    assert window.session.do(made)
    assert window.session.do(edit(person, about=f"{WORD} was a teacher"))
    assert window.session.undo()
    return person.id


def walk(window: MainWindow, person_id: str, qtbot: QtBot) -> None:
    """Look at every list, page and pane; search, copy, select, preview, export."""
    view, session = view_of(window), window.session
    for kind in kinds.LISTED_KINDS:
        show(window, kind)
        pane = view.workspace.pane
        assert pane is not None
        if pane.view.model().rowCount():
            pane.view.setCurrentIndex(pane.view.model().index(0, 0))
        qtbot.wait(1)
    for page in PAGES:
        view.guide.visit(page)
        qtbot.wait(1)
    document_id = session.case.where(Document)[0].id
    view.guide.review(document_id)
    qtbot.waitUntil(lambda: view.reader.suggesting.review.is_settled, timeout=30_000)
    show(window, "person")
    window.navigator.go_to(person_id)
    view.reader.show_document(document_id)
    view.reader.find_bar.begin()
    view.reader.find_bar.line.setText(WORD)
    view.reader.view.selectAll()
    view.reader.view.copy()
    view.search.setFocus()
    view.search.setText(WORD)
    view.search.finder.ask(WORD)
    with qtbot.waitSignal(view.search.finder.answered, timeout=30_000):
        pass
    _export(window, qtbot)
    window.previews.show("internal")
    qtbot.waitUntil(lambda: not window.previews.is_busy, timeout=30_000)
    assert WORD in QGuiApplication.clipboard().text()


def _export(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.export.trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._is_shown, timeout=30_000)
    dialog.reject()
    QApplication.processEvents()
