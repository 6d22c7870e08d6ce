"""What goes and what is rewritten, as a tree of kinds and titles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from viewer.domain.forgetting.preview import Group
from viewer.gui.forgetting.jobs import Planned

#: Titles of one kind that are listed; the rest is counted.
_MOST = 200
#: Up to so many titles are seen at once.
_OPEN = 6


class PlanTree(QTreeWidget):
    """Read only, and reached with the keyboard as any list."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName("What goes, and what is rewritten")
        self.setMinimumHeight(120)
        self.setProperty("look", "choices")

    def show_plan(self, found: Planned) -> None:
        """Show a plan in place of what is shown."""
        self.clear()
        self._add("These go", found.preview.going)
        self._add("The name is taken out of these", found.preview.rewritten)
        emptied = found.emptied
        if emptied.lines:
            lines = f"{emptied.lines:,} {'lines are' if emptied.lines > 1 else 'line is'}"
            deeds = f"{emptied.deeds:,} {'deeds' if emptied.deeds > 1 else 'deed'}"
            self.addTopLevelItem(QTreeWidgetItem([f"In the history {lines} emptied, of {deeds}"]))
        if emptied.deletions:
            many = f"{emptied.deletions:,} {'deletions' if emptied.deletions > 1 else 'deletion'}"
            said = f"{many} in the trash can no longer be restored"
            self.addTopLevelItem(QTreeWidgetItem([said]))

    def _add(self, heading: str, groups: Iterable[Group]) -> None:
        found = list(groups)
        if not found:
            return
        top = QTreeWidgetItem([heading])
        self.addTopLevelItem(top)
        for group in found:
            item = QTreeWidgetItem([f"{group.number:,} {group.label}"])
            item.addChildren([QTreeWidgetItem([title]) for title in group.titles[:_MOST]])
            more = len(group.titles) - _MOST
            if more > 0:
                item.addChild(QTreeWidgetItem([f"… and {more:,} more"]))
            top.addChild(item)
            item.setExpanded(0 < len(group.titles) <= _OPEN)
        top.setExpanded(True)
