"""What a filter can be set to: terms or records to check, or the ends of a date range."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.criteria import DateRange
from viewer.errors import InvalidRecordError
from viewer.gui.editors.candidates import candidates
from viewer.gui.icons import kind_icon
from viewer.gui.labels import label
from viewer.gui.session import Session

_VALUE = Qt.ItemDataRole.UserRole
#: Rows that are shown without scrolling, and their width in letters.
_ROWS, _LETTERS = 11, 34
# An empty box is else hardly seen on dark ground.
_LOOK = """QListView::item { padding: 3px 4px; }
QListView::indicator:unchecked { border: 1px solid palette(placeholder-text);
    border-radius: 3px; width: 12px; height: 12px; }"""


class CheckList(QListWidget):
    """Values to check: Space or a click checks one, Enter takes one and is done."""

    #: The values that are checked, in the order of checking.
    changed = Signal(object)
    done = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setStyleSheet(_LOOK)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._chosen: list[str] = []
        self.itemClicked.connect(self._turn)
        self.itemActivated.connect(self.take)

    def show_values(self, values: list[tuple[str, str, str]], chosen: list[str]) -> None:
        """Offer values, each with its words and the kind whose icon it has (or "")."""
        self.clear()
        self._chosen = list(chosen)
        for value, words, kind in values:
            item = QListWidgetItem(words)
            item.setData(_VALUE, value)
            item.setToolTip("")
            if kind:
                item.setIcon(kind_icon(kind))
            # Checked by us: a click anywhere on the row counts.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_state(value in self._chosen))
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)
        self.updateGeometry()

    def take(self, item: QListWidgetItem | None = None) -> None:
        """Check the current value if it is not, and be done."""
        item = item or self.currentItem()
        if item is not None and item.data(_VALUE) not in self._chosen:
            self._turn(item)
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the current value on Space."""
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self._turn(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _turn(self, item: QListWidgetItem) -> None:
        value = str(item.data(_VALUE))
        if value in self._chosen:
            self._chosen.remove(value)
        else:
            self._chosen.append(value)
        item.setCheckState(_state(value in self._chosen))
        self.changed.emit(tuple(self._chosen))

    def sizeHint(self) -> QSize:
        """Return the room for its rows, up to a limit."""
        rows = min(max(self.count(), 1), _ROWS)
        height = max(self.sizeHintForRow(0), self.fontMetrics().height())
        width = self.fontMetrics().averageCharWidth() * _LETTERS
        return QSize(width, rows * height + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same: what is offered is to be seen."""
        return self.sizeHint()


def _state(is_checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked


class RecordChoice(QWidget):
    """A line to type into, and below it the records that may be meant."""

    changed = Signal(object)
    done = Signal()

    def __init__(
        self, session: Session, kind: str, name: str, chosen: list[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        #: Those checked before or now: id and title.
        self._checked = dict(chosen)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Type to find")
        self.line.setAccessibleName(f"{name}: type to find")
        self.list = CheckList(name)
        self.list.changed.connect(self._on_changed)
        self.list.done.connect(self.done)
        self.line.textEdited.connect(self._offer)
        self.line.returnPressed.connect(self.list.take)
        self.line.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        box.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._offer("")

    def _offer(self, typed: str) -> None:
        """Offer what is meant by the letters; without any, first what is checked."""
        found = {c.id: c.title for c in candidates(self._session.case, (self._kind,), typed)}
        offered = found if typed.strip() else self._checked | found
        values = [(id, title, self._kind) for id, title in offered.items()]
        self._titles = offered
        self.list.show_values(values, list(self._checked))

    def _on_changed(self, ids: tuple[str, ...]) -> None:
        known = self._checked | self._titles
        self._checked = {id: known[id] for id in ids}
        self.changed.emit(ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while one types."""
        arrows = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in arrows:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


class RangeChoice(QWidget):
    """Two lines for the ends of a date range, and whether what is undated belongs to it."""

    changed = Signal(object)
    done = Signal()

    def __init__(self, name: str, wanted: DateRange, *, may_be_undated: bool) -> None:
        super().__init__()
        self._last = wanted
        self.start = _end(f"{name}: from", "2019-10", wanted.start)
        self.end = _end(f"{name}: to", "open", wanted.end)
        self.undated = QCheckBox("Also what is undated")
        self.undated.setChecked(wanted.undated)
        self.undated.setVisible(may_be_undated)
        self._problem = label("", "problem")
        self._problem.hide()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow("From", self.start)
        form.addRow("To", self.end)
        form.addRow("", self.undated)
        form.addRow(self._problem)
        for line in (self.start, self.end):
            line.textEdited.connect(self._on_typed)
            line.returnPressed.connect(self._on_enter)
        self.undated.toggled.connect(self._on_typed)
        self.setFocusProxy(self.start)

    def _read(self) -> DateRange:
        start, end = self.start.text().strip(), self.end.text().strip()
        return DateRange(start, end, self.undated.isChecked()).checked()

    def _on_typed(self) -> None:
        """Apply what can be read; a date that is half typed is no mistake yet."""
        self._problem.hide()
        try:
            wanted = self._read()
        except InvalidRecordError:
            return
        if wanted != self._last:
            self._last = wanted
            self.changed.emit(wanted)

    def _on_enter(self) -> None:
        try:
            wanted = self._read()
        except InvalidRecordError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        # Asked for by Enter, an open range means what has any date.
        self.changed.emit(wanted)
        self.done.emit()


def _end(name: str, example: str, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    line.setToolTip("A date such as 2019, 2019-10 or 2019-10-25; empty for an open end")
    line.setMinimumWidth(160)
    return line
