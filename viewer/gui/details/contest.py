"""Words that disagree about a field: each value with its words, one below the other."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.gui.details.sign import contested_colour
from viewer.gui.details.words_row import WordsRow
from viewer.gui.labels import label

_SPACE = 12


class Contest(QWidget):
    """What the record says and what other words say; the other value can be taken."""

    #: The id of the evidence whose value is wanted.
    value_taken = Signal(str)

    def __init__(
        self, held: str, rows: list[WordsRow], *, may_take: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._may_take = may_take
        #: The rows in the order in which they stand.
        self.rows: list[WordsRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_SPACE, 4, 0, 4)
        self._layout.setSpacing(2)
        supporting = [row for row in rows if row.words.stance == "supports" and not row.words.value]
        self._add_value("In the record", held, supporting)
        if not supporting:
            self._layout.addWidget(label("No words say so.", "quiet"))
        for value, others in _by_value(rows):
            self._layout.addSpacing(6)
            self._add_value("Other words say", value, others)
        mentions = [row for row in rows if row.words.stance == "mentions"]
        if mentions:
            self._layout.addSpacing(6)
        self._add_rows(mentions)

    def _add_value(self, heading: str, value: str, rows: list[WordsRow]) -> None:
        self._layout.addWidget(label(heading if value else f"{heading} otherwise", "quiet"))
        if value:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(_value(value), 1)
            takers = [row.words for row in rows if row.words.value and row.words.is_read]
            if takers and self._may_take:
                taker = self._taker(value, takers[0].evidence_id)
                rows[0].stops.insert(0, taker)
                line.addWidget(taker, 0, Qt.AlignmentFlag.AlignTop)
            self._layout.addLayout(line)
        self._add_rows(rows)

    def _add_rows(self, rows: list[WordsRow]) -> None:
        self.rows += rows
        for row in rows:
            self._layout.addWidget(row)

    def _taker(self, value: str, evidence_id: str) -> QPushButton:
        button = QPushButton("Take this value")
        button.setProperty("look", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(f"Take this value: {value}")
        button.setToolTip("Put this value into the record. Undo brings the other one back.")
        button.clicked.connect(lambda: self.value_taken.emit(evidence_id))
        return button

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw a line beside it all, so that it is read as one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(contested_colour(self.palette())))
        left = self.width() - 5.0 if self.isRightToLeft() else 2.0
        painter.drawRoundedRect(QRectF(left, 2, 3, self.height() - 4), 1.5, 1.5)


def _by_value(rows: list[WordsRow]) -> list[tuple[str, list[WordsRow]]]:
    """Return the words that say otherwise by what they say; those of which it is unknown last."""
    found: dict[str, list[WordsRow]] = {}
    for row in rows:
        contradicts = row.words.stance == "contradicts"
        if contradicts or (row.words.stance == "supports" and row.words.value):
            found.setdefault(row.words.value, []).append(row)
    return sorted(found.items(), key=lambda item: not item[0])


def _value(text: str) -> QLabel:
    made = label(text, selectable=True)
    made.setStyleSheet("font-weight: 600;")
    return made
