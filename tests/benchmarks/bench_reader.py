"""The reader on one document with all quotes of a case, against a bare QPlainTextEdit that is
given the same words and painted once. All of it is time that the window waits, but the last row.

The bare widget gets a line for each sentence, because it takes seconds to lay out one paragraph of
that length, as the document is.

`python -m tests.benchmarks.bench_reader --quotes 100000`
"""

import argparse
import os
from collections.abc import Callable
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.benchmarks.measure import Ratio, case_of, median, table
from viewer.domain.changes import ChangeSet, creation, edit
from viewer.domain.documents import passage_at
from viewer.domain.ids import new_id
from viewer.domain.records import Document, Passage, Person, Quote
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session
from viewer.store import CaseFile

QUOTES = 100_000
_SIZE = 760, 620


def run(quotes: int = QUOTES) -> list[Ratio]:
    """Read the document of a case of so many quotes."""
    with case_of(quotes) as case_file:
        return measured(case_file, quotes)


def measured(case_file: CaseFile, quotes: int) -> list[Ratio]:
    """Read the document of a case, which is closed for it."""
    case_file.close()
    application = QApplication.instance() or QApplication([])
    session = Session()
    session.open(case_file.path)
    pane = ReaderPane(session)
    pane.resize(*_SIZE)
    pane.show()
    try:
        document = next(session.case.all(Document))
        seconds = _seconds(application.processEvents, session, pane, document)
        floor = median(_bare(document.text.replace(". ", ".\n")), 3)
    finally:
        session.close()
        pane.close()
    what = f"reader, {quotes:,} quotes in {len(document.text) / 1e6:.1f} million characters"
    return [
        Ratio(f"{what}, {name}", "QPlainTextEdit", time, floor) for name, time in seconds.items()
    ]


def _seconds(
    go_on: Callable[[], object], session: Session, pane: ReaderPane, document: Document
) -> dict[str, float]:
    far = cycle(_far_passages(session.case, document))

    def show() -> None:
        pane.clear()
        pane.show_document(document.id)
        pane.view.viewport().repaint()

    def read_all() -> None:
        while not pane.marking.is_whole:
            go_on()

    def jump() -> None:
        pane.show_passage(next(far).id)
        pane.view.viewport().repaint()

    def follow(change_set: ChangeSet) -> None:
        session.changed.emit(change_set)
        pane.view.viewport().repaint()

    found = {"first showing": median(show, 3)}
    reading = median(read_all, 1)
    found["far jump"] = median(jump)
    found["after another edit"] = median(_followed(session, follow, _other_edit(session.case)), 1)
    found["after a new quote"] = median(_followed(session, follow, _new_quote(document)), 1)
    return found | {"until all marks are read": reading}


def _followed(
    session: Session, follow: Callable[[ChangeSet], None], change_set: ChangeSet
) -> Callable[[], None]:
    session.case.apply(change_set)
    return lambda: follow(change_set)


def _far_passages(case: CaseFile, document: Document) -> list[Passage]:
    passages = case.passages(document.id)
    return [passages[len(passages) * tenth // 10] for tenth in (9, 1, 6, 3)]


def _other_edit(case: CaseFile) -> ChangeSet:
    return edit(case.where(Person, limit=1)[0], described_as="a witness")


def _new_quote(document: Document) -> ChangeSet:
    middle = len(document.text) // 2
    passage = passage_at(document, middle, middle + 30)
    return creation(passage, Quote(id=new_id(), passage_id=passage.id))


def _bare(text: str) -> Callable[[], None]:
    view = QPlainTextEdit()
    view.resize(*_SIZE)
    view.show()

    def show() -> None:
        view.setPlainText(text)
        view.viewport().repaint()

    return show


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=QUOTES)
    print(table(run(parser.parse_args().quotes)))  # noqa: T201
