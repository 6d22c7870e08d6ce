from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Document, Evidence, Passage, Person, Quote, Record
from viewer.gui.reader.marks import Marks
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

TEXT = "Yesterday 😀 Amal said: “They came at night.” Nobody asked.\nA second paragraph.\n"
ARABIC = "قال أمجد إن أحدا لم يسأل عن شيء.\n"


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "a.casefile", "A case")
    yield session
    session.close()


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def add_document(session: Session, text: str) -> Document:
    document, content = received(text.encode(), text, title="Article")
    session.do(creation(document, contents=(content,)))
    return session.case.get(Document, document.id)


def mark(session: Session, document: Document, words: str, *records: Record) -> Passage:
    """Make a passage of words, evidence of the records."""
    start = document.text.index(words)
    passage = passage_at(document, start, start + len(words))
    evidence = [
        Evidence(id=new_id(), record_id=record.id, field="", passage_id=passage.id)
        for record in records
    ]
    session.do(creation(passage, *records, *evidence))
    return passage


def add_quote(session: Session, document: Document, words: str) -> Quote:
    start = document.text.index(words)
    passage = passage_at(document, start, start + len(words))
    quote = Quote(id=new_id(), passage_id=passage.id)
    session.do(creation(passage, quote))
    return quote


def point_in(pane: ReaderPane, words: str) -> QPoint:
    """Return a point inside words, in the viewport."""
    cursor = pane.view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return pane.view.cursorRect(cursor).center() + QPoint(1, 0)


def test_a_click_on_marked_words_leads_to_their_record(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_document(session, TEXT)
    amal = Person(id=new_id(), described_as="Amal")
    mark(session, document, "Amal", amal)
    pane.show_document(document.id)
    with qtbot.waitSignal(pane.record_requested) as wish:
        qtbot.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(pane, "Amal")
        )
    assert wish.args == [amal.id]


def test_selecting_words_leads_nowhere(session: Session, pane: ReaderPane, qtbot: QtBot) -> None:
    document = add_document(session, TEXT)
    mark(session, document, "They came at night", Person(id=new_id()))
    pane.show_document(document.id)
    with qtbot.assertNotEmitted(pane.record_requested):
        viewport, begin = pane.view.viewport(), point_in(pane, "They")
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
        qtbot.mouseMove(viewport, begin + QPoint(60, 0))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=begin + QPoint(60, 0))


def test_marks_after_an_emoji_stand_over_their_words(session: Session, pane: ReaderPane) -> None:
    document = add_document(session, TEXT)
    mark(session, document, "They came at night", Person(id=new_id()))
    pane.show_document(document.id)
    (shown,) = pane.view.marks
    cursor = QTextCursor(pane.view.document())
    cursor.setPosition(shown.start)
    cursor.setPosition(shown.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "They came at night"


def test_windows_line_ends_move_nothing(session: Session, pane: ReaderPane) -> None:
    document = add_document(session, "One\r\nTwo\r\nThree\r\n")
    mark(session, document, "Three", Person(id=new_id()))
    pane.show_document(document.id)
    (shown,) = pane.view.marks
    assert pane.view.document().find("Three").selectionStart() == shown.start


def test_a_passage_is_scrolled_to_and_glows(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_document(session, TEXT + "More and more words. " * 2000 + "\nThe end of it.")
    passage = mark(session, document, "The end of it", Person(id=new_id()))
    pane.show_passage(passage.id)
    assert pane.view.glow > 0.9
    assert pane.view.verticalScrollBar().value() > 0
    assert pane.view.viewport().rect().contains(point_in(pane, "The end of it"))
    qtbot.waitUntil(lambda: pane.view.glow == 0.0)


def test_overlapping_records_are_offered_in_a_menu(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_document(session, TEXT)
    amal = Person(id=new_id(), described_as="Amal & Co")
    mark(session, document, "Amal", amal)
    quote = add_quote(session, document, "Amal said: “They")
    pane.show_document(document.id)
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(pane, "Amal"))
    qtbot.waitUntil(lambda: bool(pane.findChildren(QMenu)))
    (menu,) = pane.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Person: Amal && Co",
        "Quote: “Amal said: “They”",
    ]
    with qtbot.waitSignal(pane.record_requested) as wish:
        menu.actions()[1].trigger()
    assert wish.args == [quote.id]
    menu.close()


def test_marks_that_share_words_are_underlined_below_one_another(
    session: Session, pane: ReaderPane
) -> None:
    document = add_document(session, TEXT)
    mark(session, document, "Amal said", Person(id=new_id()))
    mark(session, document, "Amal", Person(id=new_id()))
    pane.show_document(document.id)
    outer, inner = pane.view.marks
    assert (outer.lanes, inner.lanes) == ((("person", 0),), (("person", 1),))


def test_keys_go_from_passage_to_passage(session: Session, pane: ReaderPane, qtbot: QtBot) -> None:
    document = add_document(session, TEXT)
    amal, other = Person(id=new_id()), Person(id=new_id())
    mark(session, document, "Amal", amal)
    mark(session, document, "second", other)
    pane.show_document(document.id)
    asked: list[str] = []
    pane.record_requested.connect(asked.append)
    pane.view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up):
        is_step = key != Qt.Key.Key_Return
        alt = Qt.KeyboardModifier.AltModifier
        qtbot.keyClick(pane.view, key, alt if is_step else Qt.KeyboardModifier.NoModifier)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked == [other.id, amal.id]


def test_a_new_mark_shows_at_once_and_undo_takes_it_away(
    session: Session, pane: ReaderPane
) -> None:
    document = add_document(session, TEXT)
    pane.show_document(document.id)
    mark(session, document, "Amal", Person(id=new_id()))
    assert len(pane.view.marks) == 1
    assert pane.header.count.text() == "1 passage"
    session.undo()
    assert len(pane.view.marks) == 0


def test_a_note_on_a_passage_is_marked(session: Session, pane: ReaderPane) -> None:
    document = add_document(session, TEXT)
    passage = mark(session, document, "Amal")
    session.do(creation(Annotation(id=new_id(), target_id=passage.id, body="Who?")))
    pane.show_document(document.id)
    assert pane.view.marks[0].groups == ("annotation",)


def test_an_arabic_document_reads_from_right_to_left(session: Session, pane: ReaderPane) -> None:
    document = add_document(session, ARABIC)
    pane.show_document(document.id)
    line = pane.view.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextRect().right() > line.width() - 2
    assert line.naturalTextRect().left() > line.width() / 4


def test_a_group_is_taken_out_of_view_by_its_sample(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_document(session, TEXT)
    mark(session, document, "Amal", Person(id=new_id()))
    pane.show_document(document.id)
    with_line = pane.view.grab().toImage()
    pane.legend.samples["person"].click()
    without_line = pane.view.grab().toImage()
    assert with_line != without_line
    with qtbot.assertNotEmitted(pane.record_requested):
        qtbot.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(pane, "Amal")
        )


def test_a_deleted_document_leaves_the_reader_empty(session: Session, pane: ReaderPane) -> None:
    document = add_document(session, TEXT)
    pane.show_document(document.id)
    session.do(session.case.removal_of(document.id))
    assert pane.document_id == ""
    assert pane.view.toPlainText() == ""


LINE = "The activist said that he left.\n"


def add_long_document(session: Session, passages: int = 3000) -> Document:
    """Add a document with a passage in each of its lines."""
    document = add_document(session, LINE * 3000)
    starts = [n * len(LINE) + 4 for n in range(passages)]
    session.do(creation(*(passage_at(document, start, start + 13) for start in starts)))
    return document


def stands_on(pane: ReaderPane) -> str:
    return pane.view.current.passage_id if pane.view.current is not None else ""


def wait_for_marks(pane: ReaderPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.marking.is_whole)


def test_of_very_many_marks_the_first_show_at_once_and_the_rest_follow(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_long_document(session)
    pane.show_document(document.id)
    assert pane.view.marks.at(5)
    assert len(pane.view.marks) < 3000
    assert pane.header.count.text() == "3,000 passages"
    wait_for_marks(pane, qtbot)
    assert len(pane.view.marks) == 3000
    assert len(list(pane.view.marks)) == len({mark.passage_id for mark in pane.view.marks})


def test_a_far_passage_is_marked_before_all_are_read(session: Session, pane: ReaderPane) -> None:
    document = add_long_document(session)
    passage = session.case.passages(document.id)[2900]
    pane.show_document(document.id)
    pane.show_passage(passage.id)
    assert not pane.marking.is_whole
    assert stands_on(pane) == passage.id
    assert pane.view.viewport().rect().contains(pane.view.point_of(passage.start))


def test_marks_that_come_too_late_are_not_shown_over_another_document(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    long, short = add_long_document(session), add_document(session, TEXT)
    mark(session, short, "Amal", Person(id=new_id()))
    pane.show_document(long.id)
    job = pane.marking._job
    assert job is not None
    pane.show_document(short.id)
    job.loaded.emit(job, Marks())
    job.wait()
    qtbot.wait(20)
    assert [mark.start for mark in pane.view.marks] == [TEXT.index("Amal") + 1]


def test_what_is_marked_while_the_rest_is_read_stays(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_long_document(session)
    pane.show_document(document.id)
    passage = passage_at(document, 0, 40)
    session.do(creation(passage, Quote(id=new_id(), passage_id=passage.id)))
    assert pane.view.marks[0].groups == ("quote",)
    wait_for_marks(pane, qtbot)
    assert pane.view.marks[0].passage_id == passage.id
    assert len(pane.view.marks) == 3001


def test_steps_do_not_go_around_while_marks_are_missing(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_long_document(session)
    first, *_, last = session.case.passages(document.id)
    pane.show_passage(first.id)
    pane.step(-1)
    assert stands_on(pane) == first.id
    wait_for_marks(pane, qtbot)
    pane.step(-1)
    assert stands_on(pane) == last.id


def test_marks_stay_when_something_else_is_changed(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document, other = add_document(session, TEXT), add_document(session, ARABIC)
    amal = Person(id=new_id(), described_as="Amal")
    mark(session, document, "Amal", amal)
    pane.show_document(document.id)
    with qtbot.assertNotEmitted(pane.marking.changed):
        session.do(edit(amal, described_as="A witness"))
        mark(session, other, "أمجد", Person(id=new_id()))
        session.do(creation(Annotation(id=new_id(), target_id=amal.id, body="Who?")))
        session.undo()


def test_a_quote_that_gets_other_words_takes_its_mark_along(
    session: Session, pane: ReaderPane
) -> None:
    document = add_document(session, TEXT)
    quote = add_quote(session, document, "They came at night")
    amal = mark(session, document, "Amal", Person(id=new_id()))
    pane.show_document(document.id)
    session.do(edit(quote, passage_id=amal.id))
    assert [mark.groups for mark in pane.view.marks] == [("quote", "person"), ("tie",)]


def test_closing_the_case_ends_the_reading(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_long_document(session)
    pane.show_document(document.id)
    session.close()
    assert len(pane.view.marks) == 0
    qtbot.wait(20)
    assert len(pane.view.marks) == 0
