"""The custody of a document in its details: received, taken apart, described, exported."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.custody import Step
from viewer.domain.text import isolated
from viewer.gui import moments
from viewer.gui.details.breaking import breakable
from viewer.gui.emptying import empty
from viewer.gui.fold import Fold
from viewer.gui.labels import label
from viewer.gui.session import Session


class CustodySection(QWidget):
    """Folded away until it is asked for."""

    def __init__(self, session: Session, document_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document_id = session, document_id
        self.fold = Fold("Custody of this document")
        self.fold.turned.connect(self.refresh)
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(8, 4, 0, 0)
        self.lines.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(self.lines)

    def refresh(self) -> None:
        """Tell it again, if it is unfolded."""
        empty(self.lines)
        if self.fold.is_open:
            for step in self._session.case.custody(self._document_id):
                self.lines.addWidget(_told(step))


def _told(step: Step) -> QWidget:
    view = QWidget()
    box = QVBoxLayout(view)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    box.addWidget(label(_heading(step), selectable=True))
    for name, said in step.facts:
        shown = breakable(said)
        # What would be copied with the places to break it is not what was said.
        box.addWidget(label(f"{name}: {shown}", "quiet", selectable=shown == said))
    return view


def _heading(step: Step) -> str:
    who = f" · {step.who}" if step.who else ""
    where = f"entry {step.number:,} of the history"
    return f"{isolated(moments.local(step.at))}{who}\n{step.what} ({where})"
