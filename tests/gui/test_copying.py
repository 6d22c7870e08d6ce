"""What was copied from the reader: the words alone, and no harm when the program ends."""

import os
import subprocess
import sys

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from viewer.gui.reader.text_view import TextView

_PROGRAM = """
from PySide6.QtWidgets import QApplication
from viewer.gui.reader.text_view import TextView

application = QApplication([])
view = TextView()
view.setPlainText("Words of a witness")
view.selectAll()
view.copy()
print(application.clipboard().text())
"""


def test_the_words_are_copied_without_how_they_look(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.setPlainText("Words of a witness\nand more")
    view.selectAll()
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Words of a witness\nand more"
    assert not copied.hasHtml()
    assert [each for each in copied.formats() if not each.startswith("text/plain")] == []


def test_the_program_ends_in_order_after_something_was_copied() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout == "Words of a witness\n"
    assert ran.returncode == 0, ran.stderr
