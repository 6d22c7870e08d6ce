"""The original beside the text: the pages of a PDF, drawn apart, turned to what is read."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from viewer.domain.changes import creation
from viewer.domain.documents import passage_at
from viewer.domain.ids import new_id
from viewer.domain.records import Document, Quote
from viewer.gui.main_window import MainWindow
from viewer.gui.paging.sheets import ApartSheets
from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session
from viewer.sources import drawing
from viewer.sources.reading import document_of, read_bytes

WORDS = ("The first page tells of a search.", "The second one names a street.", "The third ends.")


def pdf(*pages: str) -> bytes:
    data = BytesIO()
    canvas = Canvas(data, pagesize=(300, 400), invariant=1)
    for words in pages:
        canvas.drawString(30, 340, words)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "new.casefile", "A new case")
    yield session
    session.close()


def imported(session: Session, data: bytes, name: str) -> Document:
    document, content = document_of(read_bytes(data, name), title="Three pages")
    session.do(creation(document, contents=(content,)))
    return document


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane(session)
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def test_the_pages_of_a_pdf_are_drawn_beside_its_text(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.show_document(imported(session, pdf(*WORDS), "three.pdf").id)
    pane.header.original.click()
    pages = pane.beside.original.pages
    qtbot.waitUntil(lambda: pages.page_count == 3, timeout=20_000)
    qtbot.waitUntil(lambda: (0, pages._rect(0).width()) in drawn(pages), timeout=20_000)
    image = pages.grab().toImage()
    middle = {image.pixelColor(x, y).lightness() for x in range(30, 250) for y in range(30, 130)}
    assert min(middle) < 120 < 250 < max(middle)
    pane.close()


def drawn(pages: object) -> set[tuple[int, int]]:
    return set(pages._images)  # type: ignore[attr-defined]


def test_the_page_of_a_passage_is_known_and_turned_to(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    document = imported(session, pdf(*WORDS), "three.pdf")
    at = document.text.index(WORDS[1])
    passage = passage_at(document, at, at + len(WORDS[1]))
    session.do(creation(passage, Quote(id=new_id(), passage_id=passage.id)))
    pane.show_document(document.id)
    assert pane.header.page.text() == "Page 1 of 3"
    pane.header.original.click()
    pages = pane.beside.original.pages
    qtbot.waitUntil(lambda: pages.page_count == 3, timeout=20_000)
    pane.show_passage(passage.id)
    pane.view.verticalScrollBar().valueChanged.emit(0)
    qtbot.waitUntil(lambda: not pane.beside._pause.isActive())
    assert pane.header.page.text() == "Page 2 of 3"
    assert pages.verticalScrollBar().value() == pages._tops[1] - 7
    pane.close()


def test_what_has_no_pages_says_so_and_can_be_saved(
    session: Session, pane: ReaderPane, tmp_path: Path
) -> None:
    data = "Nobody was told why.".encode("utf-16")
    pane.show_document(imported(session, data, "said.txt").id)
    assert not pane.header.page.isVisible()
    pane.header.original.click()
    original = pane.beside.original
    assert original.message.text().startswith("Only a PDF has pages")
    assert original.facts.text().startswith("said.txt · Plain text · received")
    original.write(tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == data


def test_a_pdf_that_breaks_its_drawer_leaves_the_window_whole(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    good = imported(session, pdf(*WORDS), "three.pdf")
    pane.show_document(good.id)
    pane.header.original.click()
    qtbot.waitUntil(lambda: pane.beside.original.pages.page_count == 3, timeout=20_000)
    other, content = document_of(
        read_bytes(b"Not what it says it is.", "bad.pdf"), title="Bad", media_type="application/pdf"
    )
    session.do(creation(other, contents=(content,)))
    pane.show_document(other.id)
    message = pane.beside.original.message
    qtbot.waitUntil(lambda: "damaged" in message.text(), timeout=20_000)
    pane.close()


def test_a_bug_of_the_drawer_is_told_and_the_original_is_still_at_hand(
    session: Session,
    pane: ReaderPane,
    raised: list[BaseException | None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(drawing, "page_sizes", broken)
    pane.show_document(imported(session, pdf(*WORDS), "three.pdf").id)
    pane.header.original.click()
    original = pane.beside.original
    qtbot.waitUntil(lambda: "fault in the program" in original.message.text())
    qtbot.waitUntil(lambda: bool(raised))
    assert isinstance(raised[0], ZeroDivisionError)
    assert original.save.isEnabled()


def broken(data: bytes, cancelled: Callable[[], bool]) -> None:
    raise ZeroDivisionError


def test_what_was_drawn_of_another_pdf_is_not_shown(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    first, second = pdf(*WORDS), pdf("Another one, of one page.")
    pane.show_document(imported(session, first, "three.pdf").id)
    pane.header.original.click()
    pages = pane.beside.original.pages
    assert isinstance(pages._sheets, ApartSheets)
    job = pages._sheets._job
    assert job is not None
    job.wait()  # its answer is on its way
    pane.show_document(imported(session, second, "one.pdf").id)
    with qtbot.waitSignal(pages.arrived):
        pass
    assert pages.page_count == 1


def test_nothing_is_kept_of_a_pdf_that_is_no_longer_shown(
    session: Session, pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.show_document(imported(session, pdf(*WORDS), "three.pdf").id)
    pane.header.original.click()
    original = pane.beside.original
    qtbot.waitUntil(lambda: original.pages.page_count == 3)
    pane.clear()
    qtbot.waitUntil(lambda: not original.findChildren(ApartSheets))


def test_closing_while_pages_are_drawn_is_harmless(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.files.create(tmp_path / "a.casefile", "A case")
    assert window.case_view is not None
    document = imported(window.session, pdf(*WORDS * 20), "sixty.pdf")
    window.case_view.guide.find(document.id)
    window.case_view.reader.show_document(document.id)
    window.case_view.reader.header.original.click()
    window.close_case()
    assert not window.session.is_open
    qtbot.wait(50)
