"""What restoring would change: kinds, their records, and the fields that change."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from viewer.domain.comparison import FieldDifference, KindDifference, RecordDifference
from viewer.domain.records import KINDS
from viewer.domain.text import in_own_direction
from viewer.gui.icons import kind_icon

_FATES = {"back": "comes back", "gone": "goes", "other": "changes"}
#: Lines that are shown at once; of more, only the kinds.
_SHOWN = 40


class DifferenceTree(QTreeWidget):
    """One branch for each kind; it is read, and nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName("What restoring would change")

    def show_differences(self, differences: list[KindDifference]) -> None:
        """Show what differs, in place of what was shown."""
        self.clear()
        self.addTopLevelItems([_branch(each) for each in differences])
        if sum(each.number for each in differences) <= _SHOWN:
            self.expandAll()


def _branch(each: KindDifference) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{KINDS[each.kind].labels[1]}: {_counted(each)}"])
    item.setIcon(0, kind_icon(each.kind))
    item.addChildren([_leaf(record) for record in each.named])
    if each.number > len(each.named):
        item.addChild(QTreeWidgetItem([f"… and {each.number - len(each.named):,} more"]))
    return item


def _counted(each: KindDifference) -> str:
    counts = (
        (each.back, "comes back", "come back"),
        (each.gone, "goes", "go"),
        (each.other, "changes", "change"),
    )
    return ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counts if n)


def _leaf(record: RecordDifference) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{in_own_direction(record.title)} – {_FATES[record.fate]}"])
    for field in record.fields:
        item.addChild(QTreeWidgetItem([_line(field)]))
    return item


def _line(field: FieldDifference) -> str:
    return f"{field.label}: {_quoted(field.now)} → {_quoted(field.then)}"


def _quoted(value: str) -> str:
    return f"“{in_own_direction(value)}”" if value else "nothing"
