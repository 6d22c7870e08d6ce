"""The margin shows notes and highlights beside their lines, as far as they are in view."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.domain.annotations import annotated, edited
from viewer.domain.changes import combined, creation
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Document, Tag, Tagging
from viewer.domain.tags import renamed
from viewer.gui.reader.margin_card import Level, MarginCard
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

TEXT = "Amal said that they came at night. Nobody asked.\n" + "More words follow.\n" * 200
ARABIC = "قال أمجد إن أحدا لم يسأل عن شيء.\n" * 3


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
    pane.resize(800, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def add_document(session: Session, text: str = TEXT) -> Document:
    document, content = received(text.encode(), text, title="Article")
    session.do(creation(document, contents=(content,)))
    return document


def annotate(session: Session, document: Document, words: str, **values: Any) -> Annotation:
    start = document.text.index(words)
    passage = passage_at(document, start, start + len(words))
    annotation, change_set = annotated(
        session.case, passage.id, first=creation(passage), author="Sami", **values
    )
    session.do(change_set)
    return annotation


def cards(pane: ReaderPane) -> list[MarginCard]:
    """Return the cards in view from the top."""
    QApplication.processEvents()
    found = [card for card in pane.margin.findChildren(MarginCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def told(pane: ReaderPane) -> list[str]:
    return [card.accessibleName() for card in cards(pane)]


def test_a_document_without_notes_gives_its_text_all_the_room(
    session: Session, pane: ReaderPane
) -> None:
    document = add_document(session)
    pane.resize(600, 600)
    pane.show_document(document.id)
    QApplication.processEvents()
    wide = pane.view.viewport().width()
    assert not pane.margin.isVisible()
    annotate(session, document, "Amal", body="Who?")
    assert len(cards(pane)) == 1
    assert pane.view.viewport().width() < wide


def test_a_note_says_its_kind_colour_words_tags_and_author(
    session: Session, pane: ReaderPane
) -> None:
    document = add_document(session)
    annotate(
        session,
        document,
        "Amal",
        body="**Who** is it?",
        motivation="questioning",
        colour="red",
        tags=["night", "Ask again"],
    )
    pane.show_document(document.id)
    (words,) = told(pane)
    assert words.startswith("Question · doubtful. Who is it?. Tags: Ask again, night. Sami, ")


def test_a_note_stands_beside_its_line(session: Session, pane: ReaderPane) -> None:
    document = add_document(session)
    annotate(session, document, "Amal", motivation="highlighting")
    annotate(session, document, "More words", body="Two")
    pane.show_document(document.id)
    one, two = cards(pane)
    bottom = pane.view.point_of(document.text.index("More words")).y()
    assert one.geometry().bottom() < two.y() < bottom <= two.geometry().bottom()
    pane.view.verticalScrollBar().setValue(10)
    assert cards(pane) == []


def test_a_margin_of_an_arabic_text_stands_at_its_left(session: Session, pane: ReaderPane) -> None:
    document = add_document(session, ARABIC)
    annotate(session, document, "أمجد", body="Who?")
    pane.show_document(document.id)
    assert len(cards(pane)) == 1
    assert pane.margin.geometry().right() < pane.view.viewport().geometry().left()


@pytest.mark.parametrize("text", [TEXT, ARABIC * 100])
def test_the_scroll_bar_covers_no_note(session: Session, pane: ReaderPane, text: str) -> None:
    document = add_document(session, text)
    annotate(session, document, text[:6], body="Who?")
    pane.show_document(document.id)
    (card,) = cards(pane)
    bar = pane.view.verticalScrollBar()
    assert bar.isVisible()
    covered = QRect(bar.mapToGlobal(QPoint()), bar.size())
    assert not covered.intersects(QRect(card.mapToGlobal(QPoint()), card.size()))


def test_a_narrow_reader_shows_signs_alone(session: Session, pane: ReaderPane) -> None:
    document = add_document(session)
    annotate(session, document, "Amal", body="Who?")
    pane.show_document(document.id)
    assert cards(pane)[0].level is Level.FULL
    pane.resize(430, 600)
    (card,) = cards(pane)
    assert card.level is Level.SIGN
    assert card.width() < 20
    assert "Who?" in card.accessibleName()


def test_many_notes_get_less_room_each(session: Session, pane: ReaderPane) -> None:
    text = "".join(f"Line {n:02} of it.\n" for n in range(40))
    document = add_document(session, text)
    for n in range(3):
        annotate(session, document, f"Line {n:02}", body="Some words\n\nand more\n\nand more")
    pane.show_document(document.id)
    assert [card.level for card in cards(pane)] == [Level.FULL] * 3
    for n in range(3, 40):
        annotate(session, document, f"Line {n:02}", body="Some words\n\nand more\n\nand more")
    assert {card.level for card in cards(pane)} == {Level.LINE}


def test_notes_without_room_are_counted(session: Session, pane: ReaderPane) -> None:
    text = "one two three four five six seven eight nine ten " * 8
    document = add_document(session, text)
    passages = [passage_at(document, n, n + 3) for n in range(60)]
    notes = (Annotation(id=new_id(), target_id=each.id, body="Why?") for each in passages)
    session.do(creation(*passages, *notes))
    pane.show_document(document.id)
    shown = cards(pane)
    assert len(shown) + pane.margin.hidden_number == 60
    assert pane.margin.hidden_number > 0
    assert shown[-1].geometry().bottom() < pane.margin.height() - 10


def test_the_margin_follows_what_is_done(session: Session, pane: ReaderPane) -> None:
    document = add_document(session)
    pane.show_document(document.id)
    note = annotate(session, document, "Amal", body="Who?", tags=["night"])
    session.do(edited(note, body="Who said so?"))
    (tag,) = session.case.where(Tag)
    session.do(renamed(session.case, tag, "by night"))
    (words,) = told(pane)
    assert "Who said so?. Tags: by night" in words
    session.undo()
    assert "Tags: night" in told(pane)[0]
    session.do(session.case.removal_of(note.id))
    assert told(pane) == []


def test_a_click_or_enter_leads_to_the_annotation(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = add_document(session)
    note = annotate(session, document, "Amal", body="Who?")
    pane.show_document(document.id)
    (card,) = cards(pane)
    with qtbot.waitSignal(pane.record_requested) as wish:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert wish.args == [note.id]
    with qtbot.waitSignal(pane.record_requested):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert pane.view.current is not None
    assert pane.view.current.passage_id == note.target_id


def test_the_keys_go_from_note_to_note_through_the_whole_text(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    text = "First words.\n" + "More words follow.\n" * 300 + "Last words.\n"
    document = add_document(session, text)
    for words in ("First", "More", "Last words"):
        annotate(session, document, words, body=f"On {words}")
    pane.show_document(document.id)
    pane.activateWindow()
    first, second = cards(pane)
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not second.focusPolicy() & Qt.FocusPolicy.TabFocus
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert isinstance(focused, MarginCard)
    assert "On Last words" in focused.accessibleName()
    assert pane.view.verticalScrollBar().value() > 100
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert pane.view.hasFocus()


def test_what_the_legend_hides_is_not_in_the_margin(session: Session, pane: ReaderPane) -> None:
    document = add_document(session)
    annotate(session, document, "Amal", motivation="highlighting", colour="green")
    annotate(session, document, "night", body="Which?")
    pane.show_document(document.id)
    assert len(cards(pane)) == 2
    pane.legend.samples["annotation"].click()
    assert [words.partition(".")[0] for words in told(pane)] == ["Highlight · confirmed"]


def test_the_margin_can_be_hidden(session: Session, pane: ReaderPane) -> None:
    document = add_document(session)
    annotate(session, document, "Amal", body="Who?")
    pane.show_document(document.id)
    assert cards(pane)
    pane.margin.toggle.setChecked(False)
    assert cards(pane) == []
    assert not pane.margin.isVisible()
    pane.margin.toggle.setChecked(True)
    assert len(cards(pane)) == 1


def test_of_ten_thousand_notes_only_those_in_view_are_laid_out(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    line = "The activist said that he left the city, and that nobody had asked him why he did so.\n"
    document = add_document(session, line * 11_700)
    tag = Tag(id=new_id(), label="night")
    session.do(creation(tag))
    starts = [n * len(line) + 4 for n in range(10_000)]
    passages = [passage_at(document, start, start + 13) for start in starts]
    notes = [
        Annotation(id=new_id(), target_id=each.id, body="**Who** was it?\n\n- Ask again")
        for each in passages
    ]
    taggings = [Tagging(id=new_id(), tag_id=tag.id, target_id=note.id) for note in notes]
    session.do(combined("", [creation(*passages), creation(*notes), creation(*taggings)]))
    pane.show_document(document.id)
    qtbot.waitUntil(lambda: pane.marking.is_whole, timeout=30_000)
    bar = pane.view.verticalScrollBar()
    for n in range(20):
        bar.setValue(bar.maximum() * n // 24)
        pane.repaint()
        assert 0 < len(cards(pane)) < 30
