"""Older files that are to go are named so that the names can be read."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from viewer.gui.backing_up.discarding import offer_to_discard
from viewer.gui.main_window import MainWindow


def test_a_name_reads_from_its_own_side(window: MainWindow) -> None:
    names = ("قضية 2026-11-27.casefile", "Marsh 2026-11-27.casefile")
    offer_to_discard(window, "Removed.", "still hold it", [Path(name) for name in names])
    box = window.findChild(QMessageBox)
    assert box is not None
    assert f"• \u2068{names[0]}\u2069\n• {names[1]}\n" in box.text()
