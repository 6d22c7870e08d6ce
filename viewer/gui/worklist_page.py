"""The worklist: which fields wait for words, rest on one document, or are contradicted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.changes import ChangeSet
from viewer.domain.claims import CLAIMS, Standing
from viewer.gui import plain
from viewer.gui.details.sign import draw_sign
from viewer.gui.session import Session
from viewer.gui.worklist.counter import WorkCounter
from viewer.gui.worklist.model import WorkModel
from viewer.gui.worklist.view import WorkView
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

_NAMES = {
    Standing.NOT_EVIDENCED: "Not yet evidenced",
    Standing.SINGLE_SOURCE: "Single source",
    Standing.CONTRADICTED: "Contradicted",
}
_TOLD = {
    Standing.NOT_EVIDENCED: "Fields that state something, and no words say so yet",
    Standing.SINGLE_SOURCE: "Fields for which all words stand in one document",
    Standing.CONTRADICTED: "Fields of which other words say otherwise",
}
#: What is said where nothing is to be done; each is good news.
_GLAD = {
    Standing.NOT_EVIDENCED: "Well done: every statement of this case leads back to its words.",
    Standing.SINGLE_SOURCE: "Well done: nothing in this case rests on one document alone.",
    Standing.CONTRADICTED: "Good: no words contradict what this case says.",
}
_NOTHING = (
    "Nothing is stated in this case yet. Whatever you record is listed here until words of a "
    "document say so."
)
#: What else a change may touch that is shown here.
_SHOWN = {*CLAIMS, "evidence", "passage", "document"}
#: Milliseconds of stillness after a change before all is counted again.
_PAUSE = 400
_SIGN = QSize(24, 16)


class WorklistPage(QWidget):
    """A switch with three counts, and the rows of the one that is chosen."""

    record_requested = Signal(str)
    #: The id of a record, and the name of the field in which there is something to do.
    field_requested = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Worklist")
        self._session = session
        self._stale = False
        self.model = WorkModel(session, Standing.NOT_EVIDENCED, self)
        self.view = WorkView(self.model, self)
        self.view.setAccessibleName("Worklist")
        self.switches = {standing: self._switch(standing) for standing in _NAMES}
        self._told = plain.paragraph(look="quiet")
        self._glad = plain.paragraph(look="quiet")
        self._glad.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._counter = WorkCounter(session, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count)
        self._lay_out()
        self._connect()
        self._show_state()

    def _switch(self, standing: Standing) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(standing == Standing.NOT_EVIDENCED)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_SIGN)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setText(_NAMES[standing])
        button.setToolTip(_TOLD[standing])
        button.installEventFilter(self)
        return button

    def _lay_out(self) -> None:
        switches = QWidget()
        lines = WrappingLayout(switches)
        be_as_high_as_needed(switches)
        for button in self.switches.values():
            lines.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 2)
        top.addWidget(switches)
        self._told.setContentsMargins(14, 0, 12, 6)
        empty = QWidget()
        box = QVBoxLayout(empty)
        box.setContentsMargins(32, 24, 32, 24)
        box.addWidget(self._glad)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._told)
        whole.addLayout(self._pages, 1)
        self.setFocusProxy(self.view)
        self._draw_signs()

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for standing, button in self.switches.items():
            group.addButton(button, int(standing))
        group.idClicked.connect(lambda number: self.choose(Standing(number)))
        self.view.looked_at.connect(self._look_at)
        self.view.taken_up.connect(self._take_up)
        self.model.advanced.connect(self._show_state)
        self.model.failed.connect(self._session.failed)
        self._counter.counted.connect(self._show_counts)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self._stop)

    def choose(self, standing: Standing) -> None:
        """Show the claims of another standing."""
        self.switches[standing].setChecked(True)
        if standing != self.model.standing:
            self.model.show_standing(standing)

    def _look_at(self, row: int) -> None:
        task = self.model.task_at(row)
        if task is not None:
            self.record_requested.emit(task.record_id)

    def _take_up(self, row: int) -> None:
        task = self.model.task_at(row)
        if task is not None:
            self.record_requested.emit(task.record_id)
            self.field_requested.emit(task.record_id, task.field)

    # Following the case

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.kinds.isdisjoint(_SHOWN):
            return
        if self.isVisible():
            self.model.follow(change_set)
            self._pause.start()
        else:
            self._stale = True
            self._stop()

    def _stop(self) -> None:
        for part in (self.model, self._counter, self._pause):
            part.stop()

    def _count(self) -> None:
        if self._session.is_open:
            self._counter.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with changes that were made while something else was shown."""
        super().showEvent(event)
        if self._session.is_open and (self._stale or self._counter.numbers is None):
            if self._stale:
                self.model.refresh()
            self._stale = False
            self._counter.start()

    def _show_counts(self) -> None:
        numbers = self._counter.numbers or {}
        for standing, button in self.switches.items():
            button.setText(f"{_NAMES[standing]}  {numbers.get(standing, 0):,}")
            button.setAccessibleName(f"{_NAMES[standing]}: {numbers.get(standing, 0):,}")

    def _show_state(self) -> None:
        is_empty = self.model.is_done and not self.model.rowCount()
        self._glad.setText(_GLAD[self.model.standing] if self._states_anything() else _NOTHING)
        self._told.setText(_TOLD[self.model.standing])
        self._told.setVisible(not is_empty)
        self._pages.setCurrentIndex(int(is_empty))

    def _states_anything(self) -> bool:
        kinds = (kind for kind in CLAIMS if kind not in ("case", "document"))
        return any(self._session.case.total(kind) for kind in kinds)

    # Looks and keys

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs in the colours that are used now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_signs()

    def _draw_signs(self) -> None:
        for standing, button in self.switches.items():
            pixmap = QPixmap(_SIGN * 2)
            pixmap.setDevicePixelRatio(2)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            place = QRectF(0, 0, _SIGN.width(), _SIGN.height())
            draw_sign(painter, place, standing, self.palette())
            painter.end()
            button.setIcon(QIcon(pixmap))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from switch to switch sideways, and down into the rows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Down:
            self.view.setFocus()
            return True
        return super().eventFilter(watched, event)
