"""The tags of a record: each leads to what else has it; more are put on where they stand."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget

from viewer.domain.records import Tag, Tagging
from viewer.domain.tags import tagged
from viewer.domain.text import folded
from viewer.gui.deletion import removed_quietly
from viewer.gui.details.tag_line import TagLine
from viewer.gui.details.tag_tools import TagTools
from viewer.gui.icons import icon
from viewer.gui.links import LinkLine
from viewer.gui.session import Session
from viewer.gui.unsaved import Place
from viewer.gui.wrapping import WrappingLayout

#: Kinds on which a tag says nothing.
_UNTAGGED = (
    "case",
    "tag",
    "tagging",
    "evidence",
    "saved_filter",
    "rejection",
    "audience",
    "decision",
    "export",
)
#: Tags of one record that are shown.
_MOST = 100
_WIDEST = 230


def takes_tags(kind: str) -> bool:
    """Return whether a tag can be put on records of a kind."""
    return kind not in _UNTAGGED


@dataclass(frozen=True, slots=True)
class _OnRecord:
    tagging_id: str
    tag_id: str
    label: str


class TagsRow(QWidget):
    """Small tags side by side, and a line for one more."""

    record_requested = Signal(str)

    def __init__(
        self, session: Session, record_id: str, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._record_id = record_id
        self._place = Place(record_id, "tag")
        self._shown: list[_OnRecord] | None = None
        self.chips: list[TagChip] = []
        self.can_add = takes_tags(kind) and not session.read_only
        self.tools = TagTools(session, record_id) if kind == "tag" else None
        self.add = LinkLine("Add tag…", icon_name="tag", parent=self)
        self.add.clicked.connect(self.begin)
        self.line = TagLine(session, self)
        self.line.taken.connect(self._put)
        self.line.ended.connect(self._end)
        self.line.textEdited.connect(self._tell)
        self._flow = WrappingLayout(self)
        self._end()

    def begin(self) -> None:
        """Let the user type a tag."""
        if self.can_add:
            self.add.hide()
            self.line.begin()

    def refresh(self) -> None:
        """Show the tags as they are in the case."""
        if self.tools is not None:
            self.tools.refresh()
        found = self._read()
        if found == self._shown:
            return
        self._shown = found
        focused = QApplication.focusWidget()
        had_focus = focused is not None and any(c.isAncestorOf(focused) for c in self.chips)
        for chip in self.chips:
            chip.deleteLater()
        self.chips = [self._chip(each) for each in found]
        while self._flow.takeAt(0) is not None:
            pass
        for widget in (*self.chips, self.add, self.line):
            self._flow.addWidget(widget)
        if self.tools is not None:
            self._flow.addWidget(self.tools)
        self.setVisible(bool(found) or self.can_add or self.tools is not None)
        if had_focus:
            self.add.setFocus()

    def save_pending(self) -> None:
        """Put on what was typed and not left yet."""
        self.line.take()

    def _read(self) -> list[_OnRecord]:
        case = self._session.case
        taggings = case.where(Tagging, limit=_MOST, target_id=self._record_id)
        found = [_OnRecord(t.id, t.tag_id, case.get(Tag, t.tag_id).label) for t in taggings]
        return sorted(found, key=lambda each: folded(each.label))

    def _chip(self, shown: _OnRecord) -> "TagChip":
        chip = TagChip(shown.label, can_remove=not self._session.read_only)
        chip.link.clicked.connect(lambda: self.record_requested.emit(shown.tag_id))
        chip.remove.clicked.connect(
            lambda: removed_quietly(self._session, shown.tagging_id, "Remove tag")
        )
        return chip

    def _put(self, label: str) -> None:
        """Put a tag on the record, a new one where no tag is called so."""
        self._session.do(tagged(self._session.case, self._record_id, [label]))

    def _tell(self, typed: str) -> None:
        """Say what is typed and not put on: half a word does not become a tag by itself."""
        if typed.strip():
            self._session.unsaved.hold(self._place, "unfinished", "Tag")
        else:
            self._session.unsaved.drop(self._place)

    def _end(self) -> None:
        self._session.unsaved.drop(self._place)
        had_focus = self.line.hasFocus()
        self.line.hide()
        self.add.setVisible(self.can_add)
        if had_focus:
            self.add.setFocus()


class TagChip(QFrame):
    """One tag, with a small button that takes it off."""

    def __init__(self, label: str, *, can_remove: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setStyleSheet("#chip { border: 1px solid palette(mid); border-radius: 8px; }")
        self.setMaximumWidth(_WIDEST)
        self.link = LinkLine(label, "", "tag")
        self.link.setAccessibleName(f"Tag {label}")
        self.remove = QToolButton()
        self.remove.setIcon(icon("close"))
        self.remove.setIconSize(QSize(10, 10))
        self.remove.setAutoRaise(True)
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.setToolTip("Remove this tag")
        self.remove.setAccessibleName(f"Remove tag {label}")
        self.remove.setVisible(can_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.link, 1)
        row.addWidget(self.remove)
