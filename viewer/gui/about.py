"""What this program is, and of which parts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer import __version__
from viewer.gui.icons import application_icon

_TEXT = f"""Casefile {__version__}

Read testimonies, document harm, keep every statement tied to its words. \
Offline: nothing leaves this computer.

Licence: GPL-3.0-or-later. Fonts: Vazirmatn and Noto Sans (OFL).
Made with Qt {qVersion()} for Python, SQLite and ReportLab."""


def show_about(parent: QWidget) -> None:
    """Show name, version, licence and parts."""
    box = QMessageBox(parent)
    box.setWindowTitle("About Casefile")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_TEXT)
    box.setIconPixmap(application_icon().pixmap(QSize(72, 72), parent.devicePixelRatio()))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
