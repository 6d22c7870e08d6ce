"""What the marks in the text mean; each group can be taken out of view."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.gui.reader.marks import GROUPS, SUGGESTED, TINTED, Marks
from viewer.gui.reader.signs import SIGN_SIZE, draw_sign
from viewer.gui.reader.styles import STYLES, draw_end, draw_tint, draw_underline
from viewer.gui.reader.suggested import draw_frame
from viewer.gui.theme import colours
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed


class Legend(QWidget):
    """A sample of each group that is in the text."""

    #: The groups that are not to be drawn.
    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = {group: _Sample(group) for group in (*GROUPS, SUGGESTED)}
        layout = WrappingLayout(self)
        for sample in self.samples.values():
            layout.addWidget(sample)
            sample.toggled.connect(self._tell)
        self.setAccessibleName("What the marks mean")
        be_as_high_as_needed(self)

    def show_marks(self, marks: Marks, suggested: Marks) -> None:
        """Say which groups these marks are of, and how many."""
        numbers = Counter(marks.numbers)
        numbers[SUGGESTED] = len(suggested)
        for group, sample in self.samples.items():
            sample.show_number(numbers[group])
        self.setVisible(any(numbers.values()))

    def _tell(self) -> None:
        hidden = (group for group, sample in self.samples.items() if not sample.isChecked())
        self.hidden_changed.emit(frozenset(hidden))


class _Sample(QAbstractButton):
    def __init__(self, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self.setText(STYLES[group].label)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_number(self, number: int) -> None:
        style = STYLES[self._group]
        self.setAccessibleName(f"{style.label}, {style.shape}, {number:,}")
        self.setToolTip(f"{style.label} ({number:,}): {style.shape}. Click to show or hide.")
        self.setVisible(number > 0)

    def sizeHint(self) -> QSize:
        """Return the room that it would like to have."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 14
        return QSize(width + self._sign_room(), metrics.height() + 10)

    def _sign_room(self) -> int:
        return round(SIGN_SIZE) + 4 if STYLES[self._group].sign else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = QRectF(self.rect().adjusted(7, 2, -7, -6))
        shades = colours(self.palette())
        if self.hasFocus():
            painter.setPen(QColor(shades.accent))
            painter.drawRoundedRect(self.rect().adjusted(1, 0, -1, -1), 5, 5)
        if self.isChecked():
            self._paint_style(painter, words)
        painter.setPen(QColor(shades.quiet if self.isChecked() else shades.disabled))
        room = self._sign_room()
        left, right = (0, -room) if self.isRightToLeft() else (room, 0)
        painter.drawText(
            words.adjusted(left, 0, right, 0), Qt.AlignmentFlag.AlignCenter, self.text()
        )

    def _paint_style(self, painter: QPainter, words: QRectF) -> None:
        if self._group == SUGGESTED:
            draw_frame(painter, words.adjusted(-3, 0, 3, 2), self._group, self.palette())
        elif self._group in TINTED:
            self._paint_ground(painter, words.adjusted(-3, 0, 3, 2))
        else:
            y = words.bottom() + 2
            draw_underline(painter, words.left(), words.right(), y, self._group, self.palette())

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        draw_tint(painter, ground, self._group, self.palette())
        sign = STYLES[self._group].sign
        if sign:
            aside = SIGN_SIZE / 2 + 4
            x = ground.right() - aside if self.isRightToLeft() else ground.left() + aside
            draw_sign(painter, QPointF(x, ground.center().y()), sign, self.palette())
        else:
            draw_end(painter, ground, self.palette(), left=True)
            draw_end(painter, ground, self.palette(), left=False)
