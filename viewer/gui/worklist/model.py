"""The rows of the worklist as Qt asks for them: read step by step, as many as are looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal

from viewer.domain import values
from viewer.domain.claims import CLAIMS, Standing, judgement
from viewer.domain.records import Evidence, Name, field_of
from viewer.domain.text import shortened
from viewer.domain.titles import title, title_of
from viewer.errors import CasefileError
from viewer.gui.icons import kind_icon
from viewer.gui.list_model import ID_ROLE
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index, RowModel
from viewer.store import Task

if TYPE_CHECKING:
    from viewer.domain.changes import ChangeSet
    from viewer.gui.session import Session
    from viewer.store.worklist import Place

#: Role under which every cell of a row gives the name of its field.
FIELD_ROLE = ID_ROLE + 1
#: Rows that are read at a time, and the seconds that reading may take before the window goes on.
_PAGE, _SLICE = 128, 0.02
#: Records that one deed may change to be read by themselves; after more, all is read anew.
_MOST = 200
_ORDER = {kind: number for number, kind in enumerate(CLAIMS)}
_ROOT = QModelIndex()


class WorkModel(RowModel):
    """The claims of one standing, by kind and in the order in which records were made."""

    columns = ("Record", "Field", "Value")

    #: Reading went on: there are more rows, or it is known that there are none.
    advanced = Signal()
    #: A sentence: the file can no longer be read.
    failed = Signal(str)

    def __init__(self, session: Session, standing: Standing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.standing = standing
        self._tasks: list[Task] = []
        self._cells: dict[Task, tuple[str, str, str]] = {}
        self._place: Place | None = None
        self._wanted = _PAGE
        #: Whether Qt is being told of a change: rows may not change again before it has heard.
        self._telling = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        self.refresh()

    @property
    def is_done(self) -> bool:
        """Whether every record was looked at."""
        return self._place is None

    def show_standing(self, standing: Standing) -> None:
        """Show the claims of another standing."""
        self.standing = standing
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew, as far as it was read before."""
        from viewer.store.worklist import BEGINNING

        self._timer.stop()
        with self._told():
            self.beginResetModel()
            self._wanted = max(_PAGE, len(self._tasks))
            self._tasks, self._place = [], BEGINNING
            self._cells.clear()
            self.endResetModel()
        self._read()

    def task_at(self, row: int) -> Task | None:
        """Return what stands in a row; None where there is none."""
        return self._tasks[row] if 0 <= row < len(self._tasks) else None

    # Reading

    def _read(self) -> None:
        """Read until there are as many rows as are wanted, or time is up."""
        end = perf_counter() + _SLICE
        found: list[Task] = []
        try:
            while self._place is not None and len(self._tasks) + len(found) < self._wanted:
                step = self._session.case.worklist(self._place)
                found += [task for task in step.tasks if task.standing == self.standing]
                self._place = step.next
                if perf_counter() > end:
                    self._timer.start(0)
                    break
        except CasefileError as error:
            self._place = None
            self.failed.emit(str(error))
        self._insert(len(self._tasks), found)
        self.advanced.emit()

    def _insert(self, at: int, found: list[Task]) -> None:
        if found:
            with self._told():
                self.beginInsertRows(_ROOT, at, at + len(found) - 1)
                self._tasks[at:at] = found
                self.endInsertRows()

    @contextmanager
    def _told(self) -> Iterator[None]:
        self._telling = True
        try:
            yield
        finally:
            self._telling = False

    def stop(self) -> None:
        """Read no more: the case is closed, or nobody looks."""
        self._timer.stop()

    # Following what changes

    def follow(self, change_set: ChangeSet) -> None:
        """Bring the rows of the records up to date that a change set touches."""
        touched = _touched(change_set)
        if len(touched) > _MOST:
            self.refresh()
            return
        self._cells.clear()
        for id in touched:
            self._replace(id)
        if self._tasks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._tasks) - 1, 2))
        self.advanced.emit()

    def _replace(self, id: str) -> None:
        rows = [row for row, task in enumerate(self._tasks) if task.record_id == id]
        found = self._judged(id)
        if [self._tasks[row] for row in rows] == found:
            return
        if rows:
            with self._told():
                self.beginRemoveRows(_ROOT, rows[0], rows[-1])
                del self._tasks[rows[0] : rows[-1] + 1]
                self.endRemoveRows()
        if found and self._was_passed(found[0]):
            self._insert(bisect_left(self._tasks, _key(found[0]), key=_key), found)

    def _judged(self, id: str) -> list[Task]:
        case = self._session.case
        record = case.find(id)
        if record is None or record.kind not in CLAIMS:
            return []
        pieces = case.pieces(id)
        judged = ((claim, judgement(claim, record, pieces)) for claim in CLAIMS[record.kind])
        return [
            Task(id, record.kind, claim.field, self.standing)
            for claim, found in judged
            if found is not None and found.standing == self.standing
        ]

    def _was_passed(self, task: Task) -> bool:
        """Whether reading has come past a record: if not, it will find it."""
        place = self._place
        return place is None or _key(task) <= (place.kind, place.after)

    # What Qt asks

    @property
    def count(self) -> int:
        """How many rows there are now."""
        return len(self._tasks)

    def canFetchMore(self, parent: Index) -> bool:
        """Answer Qt."""
        if parent.isValid() or self._telling or self._timer.isActive():
            return False
        return self._place is not None and self._session.is_open

    def fetchMore(self, parent: Index) -> None:
        """Answer Qt."""
        if self.canFetchMore(parent):
            self._wanted = len(self._tasks) + _PAGE
            self._read()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt."""
        task = self.task_at(index.row()) if index.isValid() else None
        if task is None or not self._session.is_open:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(task, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._cell(task, index.column()))
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return kind_icon(task.kind)
            case role if role == ID_ROLE:
                return task.record_id
            case role if role == FIELD_ROLE:
                return task.field
        return None

    def _cell(self, task: Task, column: int) -> str:
        if task not in self._cells:
            self._cells[task] = self._read_cells(task)
        return self._cells[task][column]

    def _read_cells(self, task: Task) -> tuple[str, str, str]:
        case = self._session.case
        try:
            record = case.find(task.record_id)
            if record is None:
                return "", "", ""
            field = field_of(task.kind, task.field)
            name = title_of(case, record.person_id) if isinstance(record, Name) else ""
            value = values.said(case, field, getattr(record, task.field))
            return name or title(case, record), field.spec.label, shortened(value, 200)
        except CasefileError:
            return "", "", ""


def _key(task: Task) -> tuple[int, str]:
    return _ORDER[task.kind], task.record_id


def _touched(change_set: ChangeSet) -> dict[str, None]:
    """Return the ids of records whose claims may stand otherwise, in the order of the changes."""
    found: dict[str, None] = {}
    for change in change_set.changes:
        for record in (change.before, change.after):
            if isinstance(record, Evidence):
                found[record.record_id] = None
            elif record is not None and record.kind in CLAIMS:
                found[record.id] = None
    return found
