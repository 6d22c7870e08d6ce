"""Highlights in the text: each colour has a sign, is told in the legend and can be hidden."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.domain.annotations import annotated, edited
from viewer.domain.changes import creation
from viewer.domain.documents import passage_at, received
from viewer.domain.records import Annotation, Document
from viewer.domain.vocabularies import vocabulary
from viewer.gui.reader.marks import HIGHLIGHTS
from viewer.gui.reader.signs import SIGNS, draw_sign
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session

TEXT = "Amal said that they came at night. Nobody asked.\n"


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "a.casefile", "A case")
    yield session
    session.close()


@pytest.fixture
def document(session: Session) -> Document:
    document, content = received(TEXT.encode(), TEXT, title="Article")
    session.do(creation(document, contents=(content,)))
    return document


@pytest.fixture
def pane(session: Session, document: Document, qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show()
    qtbot.waitExposed(pane)
    pane.show_document(document.id)
    return pane


def highlight(session: Session, document: Document, words: str, colour: str) -> Annotation:
    start = TEXT.index(words)
    passage = passage_at(document, start, start + len(words))
    annotation, change_set = annotated(
        session.case,
        passage.id,
        motivation="highlighting",
        colour=colour,
        first=creation(passage),
    )
    session.do(change_set)
    return annotation


def grey(pane: ReaderPane) -> QImage:
    """Return how the text looks to an eye that sees no colours."""
    return pane.view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_each_highlight_is_shown_in_its_colour(
    session: Session, document: Document, pane: ReaderPane
) -> None:
    highlight(session, document, "Amal", "green")
    highlight(session, document, "they came", "red")
    groups = [mark.groups for mark in pane.view.marks]
    assert groups == [(HIGHLIGHTS["green"],), (HIGHLIGHTS["red"],)]
    assert [name for name, sample in pane.legend.samples.items() if sample.isVisible()] == [
        HIGHLIGHTS["green"],
        HIGHLIGHTS["red"],
    ]


def test_another_colour_shows_at_once(
    session: Session, document: Document, pane: ReaderPane
) -> None:
    made = highlight(session, document, "Amal", "green")
    before = pane.view.grab().toImage()
    session.do(edited(made, colour="blue"))
    assert pane.view.marks[0].groups == (HIGHLIGHTS["blue"],)
    assert pane.view.grab().toImage() != before


def test_signs_differ_in_shape_not_in_colour_alone(qapp: QApplication) -> None:
    drawn = []
    for code in vocabulary("colour").codes:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        draw_sign(painter, QPointF(12, 12), code, QPalette())
        painter.end()
        # What is darker or lighter than the disc, whatever colour that is.
        disc = image.pixelColor(12, 7).lightness()
        drawn.append(
            frozenset(
                (x, y)
                for x in range(9, 16)
                for y in range(9, 16)
                if abs(image.pixelColor(x, y).lightness() - disc) > 60
            )
        )
    assert all(drawn)
    assert len(set(drawn)) == len(SIGNS)


def test_the_legend_says_what_each_colour_means_and_hides_it(
    session: Session, document: Document, pane: ReaderPane
) -> None:
    highlight(session, document, "Amal", "green")
    highlight(session, document, "they came", "red")
    sample = pane.legend.samples[HIGHLIGHTS["red"]]
    assert sample.accessibleName() == "Doubtful, red ground with a question mark, 1"
    shown = pane.view.grab().toImage()
    sample.click()
    assert pane.view.hidden == {HIGHLIGHTS["red"]}
    assert pane.view.grab().toImage() != shown


def test_highlights_of_the_same_words_are_signed_side_by_side(
    session: Session, document: Document, pane: ReaderPane
) -> None:
    highlight(session, document, "Amal", "green")
    one = grey(pane)
    highlight(session, document, "Amal said", "green")
    assert grey(pane) != one
    assert len(pane.view.marks) == 2
