"""One piece of evidence: a link to its words, and quietly what can be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from viewer.domain.changes import edit
from viewer.domain.records import Evidence
from viewer.domain.vocabularies import vocabulary
from viewer.gui.deletion import removed_quietly
from viewer.gui.icons import icon
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

#: What stands beside the words, so that the stance is read and not guessed from a colour.
_SIGNS = {"supports": "check", "contradicts": "close", "mentions": "passage"}


@dataclass(frozen=True, slots=True)
class Words:
    """One piece of evidence as it is shown."""

    evidence_id: str
    passage_id: str
    stance: str
    text: str
    #: Its title; empty when the case has only this one.
    document: str
    note: str
    #: What they give instead of the record's value, as it is shown, and whether that is a value.
    value: str = ""
    is_read: bool = False


class WordsRow(QWidget):
    """Leads to the words; their stance is chosen, and they are removed, in a small menu."""

    passage_requested = Signal(str)
    #: The evidence itself is wanted.
    record_requested = Signal(str)
    #: The user wants to say what the words of this evidence give instead.
    value_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        words: Words,
        parent: QWidget | None = None,
        *,
        asks_value: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.words = words
        self._asks_value = asks_value
        self.link = self._link()
        self.menu = QMenu(self)
        self.menu.addActions(list(self._actions()))
        self.more = _QuietButton(self)
        self.more.setIcon(icon("more"))
        self.more.setToolTip("Stance, reading, removal")
        self.more.setAccessibleName(f"Change or remove {words.text}")
        self.more.setMenu(self.menu)
        self.more.setVisible(not session.read_only)
        #: Where Tab stops, in this order.
        self.stops: list[QWidget] = [self.link, self.more]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.link, 1)
        row.addWidget(self.more)
        self.setFocusProxy(self.link)

    def _link(self) -> LinkLine:
        words = self.words
        stance = vocabulary("stance").label(words.stance)
        # What contradicts with a value stands below that value.
        told = words.stance == "supports" or (words.stance == "contradicts" and words.value)
        text = words.text if told else f"{stance}: {words.text}"
        link = LinkLine(text, words.document, _SIGNS[words.stance], self)
        link.setAccessibleDescription(f"{stance}. {words.note}".strip())
        link.add_tip(stance, words.note)
        link.clicked.connect(lambda: self.passage_requested.emit(words.passage_id))
        if not self._session.read_only:
            link.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            link.customContextMenuRequested.connect(self._offer)
        return link

    def _actions(self) -> Iterator[QAction]:
        group = QActionGroup(self)
        for term in vocabulary("stance"):
            action = group.addAction(f"&{term.label}")
            action.setData(term.code)
            action.setCheckable(True)
            action.setChecked(term.code == self.words.stance)
            yield action
        group.triggered.connect(lambda action: self._take_stance(action.data()))
        line = QAction(self)
        line.setSeparator(True)
        yield line
        if self._asks_value and self.words.stance == "contradicts":
            value = QAction("&What they say instead…", self)
            value.triggered.connect(lambda: self.value_wanted.emit(self.words.evidence_id))
            yield value
        read = QAction(icon("edit"), "&Edit reading", self)
        read.triggered.connect(lambda: self.record_requested.emit(self.words.evidence_id))
        remove = QAction(icon("delete"), "&Remove these words", self)
        remove.triggered.connect(self._remove)
        yield from (read, remove)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done."""
        super().enterEvent(event)
        self.more.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.more.update()

    def _offer(self, at: QPoint) -> None:
        self.menu.popup(self.link.mapToGlobal(at))

    def _take_stance(self, stance: str) -> None:
        evidence = self._session.case.get(Evidence, self.words.evidence_id)
        # Words that support the record say what it says.
        value = evidence.value if stance == "contradicts" else ""
        self._session.do(edit(evidence, "Edit stance of words", stance=stance, value=value))
        if stance == "contradicts" and self._asks_value:
            self.value_wanted.emit(evidence.id)

    def _remove(self) -> None:
        removed_quietly(self._session, self.words.evidence_id, "Remove words")


class _QuietButton(QToolButton):
    """Always there for the keyboard and a screen reader, drawn only where the user is."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, if the mouse or the keyboard is here."""
        if self._row.underMouse() or self.hasFocus() or self.menu().isVisible():
            super().paintEvent(event)
