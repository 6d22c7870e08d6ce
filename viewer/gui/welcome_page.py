"""What the window shows while no case is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.gui import plain
from viewer.gui.icons import application_icon, icon
from viewer.gui.settings import Settings

_PROMISE = (
    "Read testimonies and articles, record who did what to whom, "
    "and keep every statement tied to its words. Nothing leaves this computer."
)


class WelcomePage(QWidget):
    """Offers the sample, a new case, an existing one, and those opened last."""

    sample_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    #: The path of a case that was opened before.
    recent_requested = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.recent = QVBoxLayout()
        self._recent_box = self._recent_frame()
        column = QWidget(self)
        column.setMaximumWidth(680)
        inner = QVBoxLayout(column)
        inner.setSpacing(14)
        inner.addWidget(_logo())
        inner.addWidget(plain.label("Casefile", "heading"), 0, Qt.AlignmentFlag.AlignHCenter)
        promise = plain.paragraph(_PROMISE, "quiet")
        promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(promise)
        inner.addSpacing(10)
        inner.addLayout(self._choices())
        inner.addSpacing(10)
        inner.addWidget(self._recent_box)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        plain_role, on_accent = QPalette.ColorRole.WindowText, QPalette.ColorRole.BrightText
        for name, text, picture, role, wish in (
            ("sample", "Open the sample", "evidence", on_accent, self.sample_requested),
            ("new", "New case…", "new", plain_role, self.new_requested),
            ("open", "Open…", "open", plain_role, self.open_requested),
        ):
            button = QPushButton(icon(picture, role), text)
            button.setObjectName(name)
            button.setProperty("look", "primary" if name == "sample" else "")
            button.setIconSize(QSize(20, 20))
            button.setMinimumSize(190, 44)
            button.setAutoDefault(True)  # Enter presses it, as in a dialog.
            button.clicked.connect(wish)
            row.addWidget(button)
        return row

    def _recent_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "card")
        box = QVBoxLayout(frame)
        box.setContentsMargins(16, 12, 16, 12)
        head = QHBoxLayout()
        head.addWidget(plain.label("Recent cases", "subheading"))
        head.addStretch(1)
        self.clear = _link("Clear list")
        self.clear.clicked.connect(self._clear)
        head.addWidget(self.clear)
        box.addLayout(head)
        box.addLayout(self.recent)
        return frame

    def refresh(self) -> None:
        """Show the recent cases as the settings have them now."""
        while (item := self.recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths = [path for path in self._settings.recent if path.is_file()]
        for path in paths:
            self.recent.addWidget(self._recent_button(path))
        self._recent_box.setVisible(bool(paths))

    def _recent_button(self, path: Path) -> QPushButton:
        button = _link(plain.menu_text(f"{path.stem}   –   {_short(path.parent)}"))
        button.setIcon(icon("folder"))
        plain.show_tip(button, str(path))
        button.clicked.connect(lambda: self.recent_requested.emit(path))
        return button

    def _clear(self) -> None:
        self._settings.clear_recent()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Forget files that are gone by now."""
        self.refresh()
        super().showEvent(event)


def _short(folder: Path) -> str:
    home = Path.home()
    if folder == home:
        return "home folder"
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


def _logo() -> QLabel:
    picture = QLabel()
    picture.setPixmap(application_icon().pixmap(QSize(88, 88), picture.devicePixelRatio()))
    picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return picture


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "link")
    button.setAutoDefault(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
