"""A damaged case in the window: looked at where that can be, and saved into a new file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.store.looking import marks, raw
from viewer.gui.main_window import MainWindow
from viewer.gui.salvaging import SalvageDialog

PAGE = 4096


def wipe(path: Path, *pages: int) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def root(path: Path, name: str) -> int:
    with raw(path) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(db.execute(sql, (name,)).fetchone()[0])


@pytest.fixture
def sample(sample_copy: Path) -> Path:
    return sample_copy


def offer(window: MainWindow) -> QMessageBox:
    (box,) = window.findChildren(QMessageBox)
    return box


def salvage(window: MainWindow, new: Path) -> SalvageDialog:
    (button,) = [b for b in offer(window).findChildren(QPushButton) if b.text() == "Salvage…"]
    button.click()
    (chooser,) = window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(new))
    chooser.reject()
    (dialog,) = window.findChildren(SalvageDialog)
    return dialog


def test_a_case_with_a_damaged_search_is_looked_at_read_only(
    window: MainWindow, sample: Path
) -> None:
    with raw(sample) as db:
        db.execute("UPDATE search_index_data SET block = x'00' WHERE id > 10")
    before = marks(sample)
    assert window.files.open(sample)
    assert window.session.read_only
    assert "damaged" in offer(window).text()
    window.session.close()
    assert marks(sample)[0] == before[0]


def test_what_can_be_read_is_saved_and_the_rest_is_told(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    wipe(sample, *range(8, sample.stat().st_size // PAGE, 2))
    before = marks(sample)
    assert not window.files.open(sample)
    new = sample.with_name("saved.casefile")
    dialog = salvage(window, new)
    qtbot.waitUntil(lambda: dialog.report.toPlainText() != "")
    assert "Lost: " in dialog.report.toPlainText()
    assert marks(sample)[0] == before[0]
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Open the new case"]
    button.click()
    assert window.session.path == new
    assert not window.session.read_only


def test_a_file_that_is_there_is_not_overwritten(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    wipe(sample, root(sample, "person"))
    window.files.open(sample)
    dialog = salvage(window, sample)
    qtbot.waitUntil(lambda: "already" in dialog.sentence.text())
    dialog.reject()
