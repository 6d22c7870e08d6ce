"""A text is read beside the window; who closes the case meanwhile waits for nothing."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.accepting.articles import NAMES, TEXT
from tests.gui.marking.reading import add_document
from viewer.domain.dates import Date
from viewer.domain.records import Document
from viewer.gui.review.job import Suggestions, SuggestJob
from viewer.gui.review.state import Review, review_of
from viewer.gui.session import Session


class Slow:
    """A finder that finds when it may."""

    def __init__(self) -> None:
        self.may, self.began = Event(), Event()

    def __call__(self, text: str, published: Date, language: str) -> Suggestions:
        self.began.set()
        self.may.wait()
        return NAMES


@pytest.fixture
def document(session: Session) -> Document:
    return add_document(session, TEXT)


@pytest.fixture
def slow(session: Session, document: Document) -> Slow:
    finder = Slow()
    review_of(session).finder = finder
    review_of(session).begin(document.id)
    finder.began.wait()
    return finder


def job_of(review: Review) -> SuggestJob:
    job = review._job
    assert job is not None
    return job


def test_closing_the_case_meanwhile_is_harmless(session: Session, slow: Slow) -> None:
    review = review_of(session)
    job, path = job_of(review), session.path
    session.close()
    session.open(path)
    slow.may.set()
    job.wait()
    assert review.is_settled
    assert review.open == ()
    assert review.document is None


def test_deleting_the_document_meanwhile_is_harmless(
    session: Session, document: Document, slow: Slow
) -> None:
    review = review_of(session)
    job = job_of(review)
    session.do(session.case.removal_of(document.id))
    slow.may.set()
    job.wait()
    assert (review.document, review.open) == (None, ())


def test_another_document_is_reviewed_in_place_of_the_one_before(
    session: Session, slow: Slow, qtbot: QtBot
) -> None:
    review = review_of(session)
    other = add_document(session, "Nobody came.\n")
    review.finder = lambda *_: ()
    review.begin(other.id)
    slow.may.set()
    qtbot.waitUntil(lambda: review.is_settled)
    assert review.document_id == other.id
    assert review.suggestions == ()


def test_what_is_done_while_the_text_is_read_is_known_afterwards(
    session: Session, slow: Slow, qtbot: QtBot
) -> None:
    review = review_of(session)
    slow.may.set()
    qtbot.waitUntil(lambda: review.is_settled and review.is_known)
    assert len(review.open) == 6
    review.accept(review.open[0])
    review.accept(review.open[0])
    assert len(review.open) == 4
    qtbot.waitUntil(lambda: review.is_settled)
    assert len(review.open) == 4
    assert review.tally() == (2, 0)


def test_a_bug_of_a_finder_is_told_and_the_window_lives(
    session: Session, document: Document, raised: list[BaseException | None], qtbot: QtBot
) -> None:
    def broken(text: str, published: Date, language: str) -> Suggestions:
        raise ZeroDivisionError

    review = review_of(session)
    review.finder = broken
    review.begin(document.id)
    qtbot.waitUntil(lambda: review.document is None)
    qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0], ZeroDivisionError)
