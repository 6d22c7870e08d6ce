"""Types into a field of a real window until it is killed: `python -m tests.killing.typist CASE ID`.

Prints `saved TEXT` whenever the window says that all changes are saved.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from viewer.gui.main_window import MainWindow
from viewer.gui.settings import Settings
from viewer.gui.theme import Theme

LETTERS = "Somebody types on and on without ever leaving the field, and أمجد too "
#: Milliseconds between two letters, and the rest after a word.
BETWEEN, REST = 20, 1000
#: Milliseconds after which nobody seems to be going to kill it.
LIFE = 120_000


class Typist:
    def __init__(self, window: MainWindow, line: QLineEdit) -> None:
        self.window, self.line = window, line
        self.at = 0
        window.session.unsaved.changed.connect(self.say)
        line.setFocus()
        line.clear()
        self.type()

    def type(self) -> None:
        letter = LETTERS[self.at % len(LETTERS)]
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, self.line, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier(0)
        )
        self.at += 1
        QTimer.singleShot(REST if letter == " " else BETWEEN, self.type)

    def say(self) -> None:
        if self.window.status.text().endswith("All changes saved"):
            sys.stdout.write(f"saved {self.line.text()}\n")
            sys.stdout.flush()


def main(path: Path, record_id: str) -> None:
    application = QApplication([])
    kept = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    settings = Settings(kept)
    window = MainWindow(settings, Theme(application, settings))
    window.show()
    window.session.open(path)
    assert window.case_view is not None
    window.case_view.details.show_record(record_id)
    view = window.case_view.details.view
    assert view is not None
    line = view.form.rows["title"].editor.focusProxy()
    assert isinstance(line, QLineEdit)
    typist = Typist(window, line)
    QTimer.singleShot(LIFE, application.quit)
    sys.exit(application.exec() if typist.at else 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
