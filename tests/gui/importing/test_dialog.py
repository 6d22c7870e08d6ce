"""Files become documents: read apart, described, and taken into the case one by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from viewer.domain.dates import Date
from viewer.domain.records import Document
from viewer.gui.importing.dialog import ImportDialog
from viewer.gui.session import Session
from viewer.gui.theme import Theme

SAID = "The house was searched at night.\n\nNobody was told why."


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "new.casefile", "A new case")
    yield session
    session.close()


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def dialog_for(session: Session, qtbot: QtBot, *paths: Path) -> ImportDialog:
    dialog = ImportDialog(session, list(paths))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: all(e.state != "waiting" for e in dialog.model.entries))
    return dialog


def documents(session: Session) -> list[Document]:
    return list(session.case.all(Document))


def titled(dialog: ImportDialog, title: str, qtbot: QtBot) -> None:
    line = dialog.form.rows["title"].editor.focusProxy()
    line.clear()
    qtbot.keyClicks(line, title)


def test_a_file_becomes_a_document_with_its_bytes(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = file(tmp_path, "search.txt", SAID.encode("utf-16"))
    dialog = dialog_for(session, qtbot, path)
    titled(dialog, "The search of a house", qtbot)
    with qtbot.waitSignal(dialog.imported) as heard:
        dialog.confirm.click()
    (document,) = documents(session)
    assert heard.args == [[document.id], True]
    assert (document.title, document.text) == ("The search of a house", SAID)
    assert document.file_name == "search.txt"
    assert session.case.content(document.sha256) == SAID.encode("utf-16")
    assert session.undo_label == "Import document"


def test_without_a_title_it_is_asked_for_one(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_for(session, qtbot, file(tmp_path, "a.txt", SAID.encode()))
    dialog.model.entries[0].values["title"] = ""
    dialog.model.touch(0)
    assert not dialog.confirm.isEnabled()
    assert "without a title" in dialog.sentence.text()
    dialog.by_file_name.click()
    assert dialog.model.entries[0].title == "a"
    assert dialog.confirm.isEnabled()


def test_what_the_user_says_of_a_file_stays_with_it(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    one = file(tmp_path, "1.txt", b"The first account of it.")
    two = file(tmp_path, "2.txt", b"The second account of it.")
    dialog = dialog_for(session, qtbot, one, two)
    titled(dialog, "First", qtbot)
    qtbot.keyClicks(dialog.form.rows["author"].editor.focusProxy(), "Rana")
    dialog._go_to(1)
    assert dialog.form.rows["author"].read() == ("",)
    titled(dialog, "Second", qtbot)
    dialog._go_to(0)
    assert dialog.form.rows["title"].read() == ("First",)
    with qtbot.waitSignal(dialog.imported):
        dialog.confirm.click()
    found = {document.title: document.author for document in documents(session)}
    assert found == {"First": "Rana", "Second": ""}


def test_a_date_that_is_none_keeps_the_file_open(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [file(tmp_path, f"{n}.txt", f"Account {n} of it.".encode()) for n in range(2)]
    dialog = dialog_for(session, qtbot, *paths)
    qtbot.keyClicks(dialog.form.rows["published"].editor.edtf, "20.13")
    assert not dialog.form.is_whole
    dialog._go_to(1)
    qtbot.waitUntil(lambda: dialog.table.currentIndex().row() == 0)


def test_a_day_that_is_typed_as_it_is_written_is_understood(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_for(session, qtbot, file(tmp_path, "a.txt", SAID.encode()))
    titled(dialog, "Dated", qtbot)
    editor = dialog.form.rows["published"].editor
    qtbot.keyClicks(editor.written, "1 November 2020")
    editor.written.editingFinished.emit()
    assert editor.edtf.text() == "2020-11-01"
    with qtbot.waitSignal(dialog.imported):
        dialog.confirm.click()
    assert documents(session)[0].published == Date(written="1 November 2020", edtf="2020-11-01")


def test_the_same_bytes_are_noticed(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = file(tmp_path, "a.txt", SAID.encode())
    dialog = dialog_for(session, qtbot, path)
    titled(dialog, "Known", qtbot)
    with qtbot.waitSignal(dialog.imported):
        dialog.confirm.click()
    new = file(tmp_path, "b.txt", b"Something else that was said.")
    twin = file(tmp_path, "c.txt", b"Something else that was said.")
    again = dialog_for(session, qtbot, path, new, twin)
    assert [entry.state == "known" for entry in again.model.entries] == [True, False, True]
    assert "“Known”" in again.model.entries[0].known
    assert "“b.txt”" in again.model.entries[2].known
    again.close()


def test_what_cannot_be_read_is_told_and_the_others_go_in(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = file(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    text = file(tmp_path, "b.txt", SAID.encode())
    dialog = dialog_for(session, qtbot, picture, text, tmp_path / "gone.txt")
    assert [e.state for e in dialog.model.entries][::2] == ["unreadable", "unreadable"]
    qtbot.waitUntil(lambda: dialog.table.currentIndex().row() == 1)
    dialog._go_to(0)
    assert "is a picture" in dialog.form.says.text()
    dialog._go_to(1)
    titled(dialog, "Read", qtbot)
    with qtbot.waitSignal(dialog.imported):
        dialog.confirm.click()
    assert [document.title for document in documents(session)] == ["Read"]


def test_a_file_that_is_not_wanted_stays_out(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [file(tmp_path, f"{n}.txt", f"Account {n} of it.".encode()) for n in range(3)]
    dialog = dialog_for(session, qtbot, *paths)
    if dialog.by_file_name.isVisible():
        dialog.by_file_name.click()
    box, role = dialog.model.index(1, 0), Qt.ItemDataRole.CheckStateRole
    assert dialog.model.setData(box, Qt.CheckState.Unchecked, role)
    assert dialog.confirm.text() == "Import 2 documents"
    with qtbot.waitSignal(dialog.imported):
        dialog.confirm.click()
    assert len(documents(session)) == 2


def test_cancel_while_reading_leaves_the_case_as_it_was(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [file(tmp_path, f"{n}.txt", f"Account {n} of it.".encode()) for n in range(100)]
    dialog = ImportDialog(session, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.cancel.click()
    assert not dialog.isVisible()
    assert documents(session) == []
    assert session.undo_label == ""


def test_a_hundred_files_go_in_while_the_window_lives(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [file(tmp_path, f"{n:02}.txt", f"Account {n} of it.".encode()) for n in range(100)]
    dialog = dialog_for(session, qtbot, *paths)
    if dialog.by_file_name.isVisible():
        dialog.by_file_name.click()
    seen: list[int] = []
    session.changed.connect(lambda _: seen.append(dialog.progress.value()))
    with qtbot.waitSignal(dialog.imported, timeout=30_000):
        dialog.confirm.click()
    assert len(documents(session)) == 100
    assert seen == sorted(seen)
    assert seen[0] < 5


def test_the_table_keeps_to_the_rules_of_qt(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [file(tmp_path, f"{n}.txt", f"Account {n} of it.".encode()) for n in range(3)]
    dialog = dialog_for(session, qtbot, *paths)
    tester = QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    dialog.model.touch_all()
    assert tester.model() is dialog.model
    dialog.close()


def test_the_keyboard_stands_where_something_is_to_be_said(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    untitled = dialog_for(session, qtbot, file(tmp_path, "a.txt", SAID.encode()))
    title = untitled.form.rows["title"].editor.focusProxy()
    qtbot.waitUntil(lambda: untitled.focusWidget() is title)
    headed = dialog_for(session, qtbot, file(tmp_path, "b.txt", b"A house searched\n\nIt was."))
    written = headed.form.rows["published"].editor.focusProxy()
    qtbot.waitUntil(lambda: headed.focusWidget() is written)


def test_of_several_the_first_that_can_be_read_is_shown(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = file(tmp_path, "0.txt", b"")
    dialog = dialog_for(session, qtbot, empty, file(tmp_path, "1.txt", SAID.encode()))
    qtbot.waitUntil(lambda: dialog.table.currentIndex().row() == 1)
    assert dialog.form.text.toPlainText() == SAID


def test_the_format_is_said_in_words(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(session, qtbot, file(tmp_path, "a.txt", SAID.encode()))
    assert dialog.form.facts.text().startswith("Plain text · 54 characters · read by Casefile")


def test_arabic_begins_at_the_right(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    arabic = file(tmp_path, "a.txt", "وصل الشاهد\n\nثم ذهب.".encode("cp1256"))
    dialog = dialog_for(session, qtbot, arabic)
    text = dialog.form.text
    assert text.cursorRect().left() > text.viewport().width() // 2


def test_the_name_of_a_file_is_not_cut_while_there_is_room(
    theme: Theme, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ["account 0.txt", "neighbour.txt"]
    paths = [file(tmp_path, name, f"A title, {name}\n\nSaid.".encode()) for name in names]
    dialog = dialog_for(session, qtbot, *paths)
    dialog.resize(1000, 700)
    table = dialog.table
    qtbot.waitUntil(lambda: table.viewport().width() > 400)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)
