"""Reading a document of one million characters with many passages, nested and overlapping, notes
on a part of them: loading it, and the slowest step of scrolling through it, against a bare
QPlainTextEdit that is given the same words and scrolled alike. Each step ends when all is painted.

`python -m tests.benchmarks.bench_scroll --passages 10000`
"""

import argparse
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.benchmarks.measure import Ratio, median, table, timed
from viewer.domain.changes import creation
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    Evidence,
    Figure,
    Passage,
    Person,
    Place,
    Quote,
    Record,
)
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session
from viewer.store import CaseFile

PASSAGES = 10_000
#: Characters of the text for each passage: 10,000 of them in a million.
_ROOM = 100
_SIZE = 900, 640
#: Steps that are taken of each kind; the slowest counts.
_STEPS = 150
_LINE = "The activist said that the gunmen came at night and asked for the committee. "
_ARABIC = "وصل الرجال ليلا إلى البيت القديم قرب النهر وسألوا عن أصغر الأبناء. "
_KINDS: tuple[type[Record], ...] = (Quote, Person, Event, Annotation, Place, Figure)


def run(passages: int = PASSAGES) -> list[Ratio]:
    """Read a document of so many passages."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "scroll.casefile")
        with CaseFile.create(path, Case(id=new_id(), title="Scrolling")) as case_file:
            _fill(case_file, passages)
        return _measured(path, passages)


def _measured(path: Path, passages: int) -> list[Ratio]:
    application = QApplication.instance() or QApplication([])
    session = Session()
    session.open(path)
    document = next(session.case.all(Document))
    pane, bare = ReaderPane(session), QPlainTextEdit()
    bare.resize(*_SIZE)
    pane.resize(*_SIZE)
    for widget in (pane, bare):
        widget.show()

    def load() -> None:
        pane.clear()
        pane.show_document(document.id)
        application.processEvents()

    def load_bare() -> None:
        bare.setPlainText(document.text)
        application.processEvents()

    try:
        times = {"load": (median(load, 3), median(load_bare, 3))}
        while not pane.marking.is_whole:
            application.processEvents()
        for name, (ours, floor) in _worst(pane.view, bare, application.processEvents).items():
            times[name] = ours, floor
    finally:
        session.close()
        pane.close()
        bare.close()
    what = f"reader, {passages:,} passages in {len(document.text) / 1e6:.1f} million characters"
    return [
        Ratio(f"{what}, {name}", "QPlainTextEdit", ours, floor)
        for name, (ours, floor) in times.items()
    ]


def _worst(
    view: QPlainTextEdit, bare: QPlainTextEdit, go_on: Callable[[], object]
) -> dict[str, tuple[float, float]]:
    """The slowest step of each kind, in seconds: of the reader, and of the bare widget."""
    found = {}
    for name, step in _STEPPING.items():
        each = []
        for widget in (view, bare):
            widget.verticalScrollBar().setValue(0)
            widget.moveCursor(widget.textCursor().MoveOperation.Start)
            go_on()
            each.append(max(timed(partial(_step, step, widget, n, go_on)) for n in _TIMES))
        found[name] = each[0], each[1]
    return found


def _step(
    step: Callable[[QPlainTextEdit, int], None],
    view: QPlainTextEdit,
    number: int,
    go_on: Callable[[], object],
) -> None:
    step(view, number)
    go_on()


def _page_down(view: QPlainTextEdit, _: int) -> None:
    no = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(view, QKeyEvent(kind, Qt.Key.Key_PageDown, no))


def _wheel(view: QPlainTextEdit, _: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def _jump(view: QPlainTextEdit, number: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() if number % 2 == 0 else bar.maximum() * number // _STEPS)


_STEPPING = {"slowest page down": _page_down, "slowest wheel step": _wheel, "slowest jump": _jump}
_TIMES = range(_STEPS)


def _fill(case_file: CaseFile, passages: int) -> None:
    text = _text(passages * _ROOM)
    document, content = received(text.encode(), text, title="Long")
    case_file.apply(creation(document, contents=(content,)))
    case_file.apply(creation(*_records(document, passages)))


def _text(length: int) -> str:
    """Paragraphs of ten sentences, each tenth of them Arabic."""
    paragraphs: list[str] = []
    total = 0
    while total < length:
        sentence = _ARABIC if len(paragraphs) % 10 == 9 else _LINE
        paragraphs.append(sentence * 10)
        total += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:length]


def _records(document: Document, passages: int) -> Iterator[Record]:
    """Passages of every length, at random places: so they nest and overlap."""
    random = Random(7)
    known: dict[type[Record], list[Record]] = {
        Person: [Person(id=new_id(), described_as=f"Person {n}") for n in range(200)],
        Event: [Event(id=new_id(), title=f"Event {n}") for n in range(200)],
        Place: [Place(id=new_id(), name=f"Place {n}") for n in range(50)],
        Figure: [Figure(id=new_id(), number=n) for n in range(50)],
    }
    yield from (record for records in known.values() for record in records)
    for number in range(passages):
        start = random.randrange(len(document.text) - 1)
        length = random.choice((8, 15, 40, 120, 300))
        passage = passage_at(document, start, min(start + length, len(document.text)))
        yield passage
        yield _use(_KINDS[number % len(_KINDS)], passage, known, random)


def _use(
    kind: type[Record], passage: Passage, known: dict[type[Record], list[Record]], random: Random
) -> Record:
    if kind is Quote:
        return Quote(id=new_id(), passage_id=passage.id)
    if kind is Annotation:
        return Annotation(id=new_id(), target_id=passage.id, body="Ask again who was *there*.")
    record = random.choice(known[kind])
    return Evidence(id=new_id(), record_id=record.id, field="", passage_id=passage.id)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--passages", type=int, default=PASSAGES)
    print(table(run(parser.parse_args().passages)))  # noqa: T201
