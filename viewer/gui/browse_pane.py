"""The browse pane: the overview, every list of the case with its count, and the other pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from viewer.domain.changes import ChangeSet
from viewer.gui import kinds
from viewer.gui.icons import KIND_ICONS, icon
from viewer.gui.pages import PAGES
from viewer.gui.row_model import Index
from viewer.gui.session import Session

#: Role under which an entry gives its count in words.
_COUNT = int(Qt.ItemDataRole.UserRole)
#: Role that is true where a group of entries begins.
_FIRST = _COUNT + 1
_GAP = 10
#: Pixels around icon, name and count.
_AROUND = 56
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    name: str
    icon: str
    is_first: bool = False


class BrowseModel(QAbstractListModel):
    """The entries and their counts."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # The other pages are for the work on a case.
        self._entries = [*_lists(), *([] if session.is_preview else _pages())]
        self._counts: dict[str, int] = {}
        session.opened.connect(self._count_all)
        session.closed.connect(self._count_all)
        session.changed.connect(self._on_changed)
        self._count_all()

    def kind_at(self, row: int) -> str:
        """Return the kind of an entry, `kinds.OVERVIEW`, or the name of a page."""
        return self._entries[row].kind

    def row_of(self, kind: str) -> int:
        """Return the row of a kind's entry."""
        return [entry.kind for entry in self._entries].index(kind)

    def count(self, kind: str) -> int:
        """Return how many records of a kind there are; 0 without a case."""
        return self._counts.get(kind, 0)

    def _count_all(self) -> None:
        self._counts.clear()
        self._count(kinds.LISTED_KINDS if self._session.is_open else ())

    def _on_changed(self, change_set: ChangeSet) -> None:
        self._count(kind for kind in kinds.LISTED_KINDS if kind in change_set.kinds)

    def _count(self, changed: Iterable[str]) -> None:
        self._counts |= {kind: self._session.case.total(kind) for kind in changed}
        self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        count = f"{self.count(entry.kind):,}" if entry.kind in self._counts else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.DecorationRole:
                return icon(entry.icon)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.name} {count}".strip()
            case role if role == _COUNT:
                return count
            case role if role == _FIRST:
                return entry.is_first
            case _:
                return None


def _lists() -> Iterator[_Entry]:
    yield _Entry(kinds.OVERVIEW, "Overview", KIND_ICONS[kinds.OVERVIEW])
    for group in kinds.LISTED:
        for kind in group:
            yield _Entry(kind, kinds.list_name(kind), KIND_ICONS[kind], kind == group[0])


def _pages() -> Iterator[_Entry]:
    for number, (name, page) in enumerate(PAGES.items()):
        yield _Entry(name, page.label, page.icon, number == 0)


class BrowsePane(QListView):
    """Where the user chooses what to look at."""

    #: A kind of record, `kinds.OVERVIEW`, or the name of a page.
    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = BrowseModel(session, self)
        self.setModel(self._entries)
        self.setItemDelegate(_Delegate(self))
        self.setProperty("look", "browse")
        self.setAccessibleName("Browse")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._measure()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        icon_size = int(metrics.height() * 0.9)
        self.setIconSize(QSize(icon_size, icon_size))
        names = (self.model().index(row, 0).data() for row in range(self.model().rowCount()))
        longest = max(metrics.horizontalAdvance(name) for name in names)
        count = metrics.horizontalAdvance("999")
        # In a narrow window half of a name tells it from the others, with its icon.
        self.setMinimumWidth(longest // 2 + icon_size + count + _AROUND)

    def count(self, kind: str) -> int:
        """Return how many records of a kind the case has."""
        return self._entries.count(kind)

    @property
    def current(self) -> str:
        """Which entry is looked at; "" for none."""
        index = self.currentIndex()
        return self._entries.kind_at(index.row()) if index.isValid() else ""

    def mark(self, kind: str) -> None:
        """Show which entry is looked at, without announcing it."""
        index = self._entries.index(self._entries.row_of(kind))
        self.selectionModel().blockSignals(True)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        self.selectionModel().blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._entries.kind_at(index.row()))


class _Delegate(QStyledItemDelegate):
    """Draws the count at the right, quietly, and a gap before each group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = int(option.fontMetrics.height() * 1.75)
        return QSize(0, height + self._gap(index))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        count = option.fontMetrics.horizontalAdvance(index.data(_COUNT))
        room = option.rect.width() - option.decorationSize.width() - count - _AROUND // 2
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option.rect.adjust(0, self._gap(index), 0, 0)
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(option.palette.placeholderText().color())
        painter.drawText(
            QRect(option.rect).adjusted(0, 0, -10, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            index.data(_COUNT),
        )
        painter.restore()

    @staticmethod
    def _gap(index: Index) -> int:
        return _GAP if index.data(_FIRST) else 0
