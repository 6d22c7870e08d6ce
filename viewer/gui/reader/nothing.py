"""What the reader says while no document is read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.records import Document
from viewer.gui.labels import label
from viewer.gui.session import Session

_CHOOSE = "Choose a document to read it here."
_ADD = (
    "Add a document, an article or a testimony: it is read here, and its words are marked for "
    "who, what and where."
)


class NothingRead(QWidget):
    """Asks for a choice, or for the first document where there is none to choose."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._words = label("", "quiet")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 4, 32, 4)
        box.addWidget(self._words)
        session.changed.connect(self._say)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is true of the case that is open now."""
        self._say()
        super().showEvent(event)

    def _say(self) -> None:
        if self._session.is_open:
            has_documents = self._session.case.total(Document.kind) > 0
            self._words.setText(_CHOOSE if has_documents else _ADD)
