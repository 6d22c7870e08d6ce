"""Starting the window."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.errors import MissingDependencyError
from viewer.gui.display import require_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from viewer.gui.main_window import MainWindow

#: Milliseconds after the window, in which it has other things to do.
_LATER = 3000


def run(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window, with a case or the sample if asked for; return the exit code.

    Raises `MissingDependencyError` where no window can open. With both a path and `sample`, the
    sample is opened from that path, and made there if it is not there yet.
    """
    require_display()
    application = _application()

    from PySide6.QtCore import QTimer

    from viewer.gui import messages
    from viewer.gui.crash import CrashHandler, quieten_qt
    from viewer.gui.main_window import MainWindow
    from viewer.gui.private_folder import sweep
    from viewer.gui.settings import Settings
    from viewer.gui.theme import Theme
    from viewer.gui.tidying import Tidying

    Tidying(application)
    handler = CrashHandler(application)
    handler.install()
    quieten_qt()
    settings = Settings.of_user()
    window = MainWindow(settings, Theme(application, settings))
    handler.crashed.connect(window.commands.dialogs.tell_of_crash)
    handler.damaged.connect(lambda sentence: messages.warn(window, sentence))
    if sample or path is not None:
        window.await_case()
        QTimer.singleShot(0, lambda: _open(window, path, sample))
    window.show()
    QTimer.singleShot(_LATER, sweep)
    # The file is as it should be after every change: Ctrl+C in a terminal may simply end it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = application.exec()
    window.backups.wait()  # the window is gone already
    return code


def _open(window: MainWindow, path: Path | None, sample: bool) -> None:
    if sample:
        window.files.open_sample(path)
    elif path is not None:
        window.files.open(path)
    window.welcome_if_closed()


def _application() -> QApplication:
    try:
        from PySide6.QtWidgets import QApplication

        from viewer.gui.safety.dialogs import keep_no_folders
    except ImportError as error:
        raise MissingDependencyError(
            f"The window cannot be shown: {error}. Nothing was opened. Install what is missing, "
            "or use the commands, which need no window: casefile --help"
        ) from error
    keep_no_folders()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Casefile")
    application.setOrganizationName("Casefile")
    application.setApplicationDisplayName("Casefile")
    application.setDesktopFileName("org.casefile.Casefile")
    return application
