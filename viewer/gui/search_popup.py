"""The results of a search under the search box, grouped by kind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from viewer.domain.records import KINDS
from viewer.domain.text import words
from viewer.gui import kinds
from viewer.gui.finder import SHOWN, Findings
from viewer.gui.found import Found
from viewer.gui.icons import kind_icon
from viewer.gui.list_model import ID_ROLE
from viewer.gui.row_model import Index
from viewer.gui.search_delegate import (
    CONTEXT_ROLE,
    HEADER_ROLE,
    MORE_ROLE,
    WORDS_ROLE,
    SearchDelegate,
)

_ROOT = QModelIndex()
_HEIGHT, _LEAST_WIDTH = 560, 520


@dataclass(frozen=True, slots=True)
class _More:
    """A line that leads to the list of a kind, where all that was found stands."""

    kind: str
    words: str


class FindingsModel(QAbstractListModel):
    """Headers (kinds), below each the best that was found, and a line that leads to the rest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Found | _More] = []
        self._words: list[str] = []

    def show_findings(self, findings: Findings) -> None:
        """Take the place of what was shown before."""
        self.beginResetModel()
        self._words = words(findings.words)
        self._rows = [] if findings.totals else ["Nothing has all these words."]
        for kind, total in findings.totals.items():
            self._rows.append(kinds.list_name(kind))
            self._rows += [found for found in findings.found if found.kind == kind]
            self._rows += _more(kind, total, findings.limit)
        self.endResetModel()

    def forget(self) -> None:
        """Have no rows."""
        self.beginResetModel()
        self._words, self._rows = [], []
        self.endResetModel()

    def next_row(self, row: int, step: int) -> int:
        """Return the next row in a direction that leads somewhere, or the row itself."""
        wanted = row + step
        while 0 <= wanted < len(self._rows) and isinstance(self._rows[wanted], str):
            wanted += step
        return wanted if 0 <= wanted < len(self._rows) else row

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headers alone be passed over."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return {Qt.ItemDataRole.DisplayRole: row, HEADER_ROLE: True}.get(role)
        if isinstance(row, _More):
            return {Qt.ItemDataRole.DisplayRole: row.words, MORE_ROLE: row.kind}.get(role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.DecorationRole:
                return kind_icon(row.kind)
            case role if role == ID_ROLE:
                return row.id
            case role if role == CONTEXT_ROLE:
                return row.context
            case role if role == WORDS_ROLE:
                return self._words
            case Qt.ItemDataRole.AccessibleTextRole:
                name = KINDS[row.kind].labels[0]
                return ", ".join(words for words in (row.title, name, row.context) if words)
            case _:
                return None


def _more(kind: str, total: int, limit: int) -> list[_More]:
    if total <= SHOWN:
        return []
    number = f"{total:,} or more" if total >= limit else f"{total:,}"
    return [_More(kind, f"Show all in {kinds.list_name(kind)} ({number})")]


class SearchPopup(QFrame):
    """Floats over the window below the search box, which keeps the keyboard."""

    #: The id of a record that the user chose.
    chosen = Signal(str)
    #: A kind of which the user wants to see all that was found.
    list_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = FindingsModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(SearchDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName("Search results")
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(5, 5, 5, 5)
        box.addWidget(self.view)
        self.hide()

    def show_findings(self, findings: Findings, box: QWidget) -> None:
        """Show results below the search box; the first is ready for Enter."""
        self.model.show_findings(findings)
        self._place(box)
        self.move_by(1, start=-1)
        self.show()
        self.raise_()

    def move_by(self, step: int, start: int | None = None) -> None:
        """Go up (-1) or down (1) in the results."""
        row = self.view.currentIndex().row() if start is None else start
        self.view.setCurrentIndex(self.model.index(self.model.next_row(row, step)))
        if self.view.currentIndex().row() == 1:
            self.view.scrollToTop()

    def choose_current(self) -> None:
        """Take the result that is marked."""
        self._choose(self.view.currentIndex())

    def _choose(self, index: Index) -> None:
        id, kind = index.data(ID_ROLE), index.data(MORE_ROLE)
        if id or kind:
            self.hide()
        if id:
            self.chosen.emit(id)
        elif kind:
            self.list_requested.emit(kind)

    def _place(self, box: QWidget) -> None:
        window = self._window
        corner = box.mapTo(window, box.rect().bottomLeft())
        rows = range(self.model.rowCount())
        wanted = 14 + sum(self.view.sizeHintForRow(row) for row in rows)
        room = window.height() - corner.y() - 24
        width = min(max(box.width(), _LEAST_WIDTH), window.width() - 24)
        left = min(corner.x() - (width - box.width()) // 2, window.width() - width - 12)
        self.setGeometry(max(12, left), corner.y() + 6, width, min(wanted, _HEIGHT, room))
