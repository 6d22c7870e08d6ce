"""Editors of numbers. What is no number stays as it was typed until it is mended."""

from PySide6.QtWidgets import QWidget

from viewer.errors import InvalidRecordError
from viewer.gui.editors.text import LineEditor


class WholeEditor(LineEditor):
    """A whole number, perhaps with a least value."""

    def __init__(self, least: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least

    def value(self) -> int:  # type: ignore[override]
        """Return the value; raises `InvalidRecordError` while there is none."""
        typed = self.line.text().strip()
        try:
            number = int(typed.replace(",", ""))
        except ValueError:
            raise InvalidRecordError(f"“{typed}” is not a whole number, such as 44.") from None
        if self._least is not None and number < self._least:
            raise InvalidRecordError(f"The number must be {self._least} or more.")
        return number

    def set_value(self, value: int) -> None:  # type: ignore[override]
        """Show a value."""
        super().set_value(str(value))

    def draft(self) -> str:
        """Return what was typed, valid or not."""
        return self.line.text()

    def set_draft(self, draft: str) -> None:
        """Show again what `draft` returned."""
        self.line.setText(draft)


class RealEditor(LineEditor):
    """A number with decimals, or nothing."""

    def value(self) -> float | None:  # type: ignore[override]
        """Return the value; raises `InvalidRecordError` while there is none."""
        typed = self.line.text().strip()
        if not typed:
            return None
        try:
            number = float(typed)
        except ValueError:
            number = float("nan")
        if abs(number) > 180 or number != number:
            raise InvalidRecordError(
                f"“{typed}” is not a number of degrees, such as 31.05 or -0.12."
            )
        return number

    def set_value(self, value: float | None) -> None:  # type: ignore[override]
        """Show a value."""
        super().set_value("" if value is None else repr(value))

    def draft(self) -> str:
        """Return what was typed, valid or not."""
        return self.line.text()

    def set_draft(self, draft: str) -> None:
        """Show again what `draft` returned."""
        self.line.setText(draft)
