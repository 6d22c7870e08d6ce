"""What a language has to know to say dates: a point in time, and what lies around it."""

from typing import Protocol

from viewer.domain.dates.date import Offset
from viewer.domain.dates.edtf import EdtfPoint


class Speech(Protocol):
    """Dates in the words of one language."""

    def point(self, point: EdtfPoint) -> str:
        """Return a point in time by itself."""

    def until(self, end: EdtfPoint) -> str:
        """Return an interval of which only the end is known."""

    def since(self, start: EdtfPoint) -> str:
        """Return an interval that has not ended."""

    def from_then(self, start: EdtfPoint) -> str:
        """Return an interval whose end is not known."""

    def between(self, start: EdtfPoint, end: EdtfPoint) -> str:
        """Return an interval with both its ends."""

    def relative(self, offset: Offset, anchor: str) -> str:
        """Return a distance from what has the title `anchor`."""

    def inferred(self, said: str) -> str:
        """Return a date in words, marked as a conclusion."""

    def moment(self, day: EdtfPoint, time: str) -> str:
        """Return a day and a UTC time such as "12:05"."""
