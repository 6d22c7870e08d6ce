"""Sealing a case, and holding it against a seal; dialogs are loaded when they are wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from viewer.errors import CasefileError
from viewer.gui import messages
from viewer.gui.once import show_once

if TYPE_CHECKING:
    from viewer.gui.main_window import MainWindow


def ask_to_seal(window: MainWindow) -> None:
    """Sign what the case is now, once all that was typed is in it."""
    from viewer.gui.sealing.seal_dialog import SealDialog

    session = window.session
    session.unsaved.settle()
    try:
        dialog = SealDialog(session.access, session.who, window)
    except CasefileError as error:
        messages.warn(window, str(error))
        return
    show_once(dialog)


def ask_to_verify(window: MainWindow) -> None:
    """Ask for a seal, and hold the case against it."""
    from viewer.gui.sealing.verify_dialog import VerifyDialog

    session = window.session
    session.unsaved.settle()
    folder, seals = str(session.path.parent), "Seals (*.seal)"
    name, _ = QFileDialog.getOpenFileName(window, "Verify a seal", folder, seals)
    if name:
        show_once(VerifyDialog(Path(name), session.access, window))
