"""A distance in time in plain words: "5 days after"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from viewer.domain.dates import Offset
from viewer.errors import InvalidRecordError
from viewer.gui.editors.term import CalmCombo

_UNITS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
#: For distances of several units: the ISO 8601 duration as it is.
_DURATION = ""
#: Pixels of a choice in a narrow pane.
_LEAST_WIDTH = 62


class OffsetLine(QWidget):
    """A number, a unit, and before or after. An ISO 8601 duration goes in and comes out."""

    finished = Signal()
    typed = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QLineEdit()
        self.number.setPlaceholderText("0")
        self.number.setMinimumWidth(44)
        self.unit = CalmCombo()
        for code, label in _UNITS.items():
            self.unit.addItem(label, code)
        self.unit.addItem("as ISO 8601", _DURATION)
        self.direction = CalmCombo()
        self.direction.addItem("after", "")
        self.direction.addItem("before", "-")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for combo in (self.unit, self.direction):
            combo.setMinimumWidth(_LEAST_WIDTH)
        for widget, stretch in ((self.number, 2), (self.unit, 3), (self.direction, 3)):
            row.addWidget(widget, stretch)
        self.number.editingFinished.connect(self.finished)
        self.number.textEdited.connect(self.typed)
        self.number.textChanged.connect(self.changed)
        for combo in (self.unit, self.direction):
            combo.currentIndexChanged.connect(self.changed)
            combo.activated.connect(self.finished)

    @property
    def is_blank(self) -> bool:
        """Whether no distance was typed."""
        return not self.number.text().strip()

    def value(self) -> str:
        """Return the duration; "" when blank; raises `InvalidRecordError`."""
        typed = self.number.text().strip()
        if not typed:
            return ""
        unit = self.unit.currentData()
        if unit == _DURATION:
            Offset.parse(typed)
            return typed
        if not typed.isdecimal():
            raise InvalidRecordError(f"“{typed}” is not a number of {_UNITS[unit]}, such as 5.")
        text = f"{self.direction.currentData()}P{int(typed)}{unit}"
        Offset.parse(text)
        return text

    def set_value(self, value: str) -> None:
        """Show a duration."""
        number, unit, sign = _parts(value)
        self.set_draft((number, unit, sign))

    def draft(self) -> tuple[str, str, str]:
        """Return what was typed, valid or not."""
        return self.number.text(), self.unit.currentData(), self.direction.currentData()

    def set_draft(self, draft: tuple[str, str, str]) -> None:
        """Show again what `draft` returned."""
        number, unit, sign = draft
        self.unit.setCurrentIndex(self.unit.findData(unit))
        self.direction.setCurrentIndex(self.direction.findData(sign))
        self.number.setText(number)

    def set_name(self, name: str) -> None:
        """Tell a screen reader what is edited."""
        self.number.setAccessibleName(f"{name}, number")
        self.unit.setAccessibleName(f"{name}, unit")
        self.direction.setAccessibleName(f"{name}, before or after")


def _parts(value: str) -> tuple[str, str, str]:
    if not value:
        return "", "D", ""
    offset = Offset.parse(value)
    numbers = {"D": offset.days, "W": offset.weeks, "M": offset.months, "Y": offset.years}
    given = {unit: number for unit, number in numbers.items() if number}
    if len(given) > 1:
        return value, _DURATION, ""
    unit, number = next(iter(given.items()), ("D", 0))
    return str(number), unit, "-" if offset.sign < 0 else ""
