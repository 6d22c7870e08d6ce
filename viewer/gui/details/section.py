"""A titled group of links in the details, which can be folded away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from viewer.gui.details.ties import Group, Link
from viewer.gui.icons import KIND_ICONS, icon
from viewer.gui.labels import label
from viewer.gui.links import LinkLine


class Section(QWidget):
    """A heading and what stands under it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label(heading, "subheading")
        self.body = QVBoxLayout()
        self.body.setSpacing(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addLayout(self.body)


class TieSection(Section):
    """Links to the records of one group; a tie that is a record itself can be opened, too."""

    record_requested = Signal(str)
    passage_requested = Signal(str)
    #: All links of the group are wanted.
    more_requested = Signal()

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        count = f"  {group.total:,}" if group.total > 1 else ""
        super().__init__(group.title + count, parent)
        for link in group.links:
            self.body.addWidget(self._row(link))
        hidden = group.total - len(group.links)
        if hidden > 0:
            more = LinkLine(f"Show {hidden:,} more")
            more.clicked.connect(self.more_requested)
            self.body.addWidget(more)

    def _row(self, link: Link) -> QWidget:
        line = LinkLine(link.text, link.note, KIND_ICONS[link.kind])
        wish = self.passage_requested if link.kind == "passage" else self.record_requested
        line.clicked.connect(lambda: wish.emit(link.id))
        return self._with_tie(line, link) if link.tie_id else line

    def _with_tie(self, line: LinkLine, link: Link) -> QWidget:
        button = QToolButton()
        button.setIcon(icon("edit"))
        button.setAutoRaise(True)
        button.setToolTip("Show the tie itself, to edit or delete it")
        button.setAccessibleName(f"Show the tie to {link.text}")
        button.clicked.connect(lambda: self.record_requested.emit(link.tie_id))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(line, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
