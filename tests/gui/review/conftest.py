"""A window with an article, of which is suggested what was written down beside it."""

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.accepting.articles import NAMES, TEXT
from tests.gui.marking.reading import add_document
from tests.gui.review.reviewing import begin
from viewer.domain.records import Document
from viewer.gui.main_window import MainWindow
from viewer.gui.review.page import ReviewPage
from viewer.gui.review.state import review_of


@pytest.fixture
def article(sample_window: MainWindow) -> Document:
    """An article in the sample case; what a finder would find there is known already."""
    review_of(sample_window.session).finder = lambda text, *_: NAMES if text == TEXT else ()
    return add_document(sample_window.session, TEXT)


@pytest.fixture
def page(sample_window: MainWindow, article: Document, qtbot: QtBot) -> ReviewPage:
    """The suggestions of the article, with the keyboard in the list."""
    return begin(sample_window, article, qtbot)
