"""What is read back of a file: texts, each with its place."""

from typing import NamedTuple


class Reading(NamedTuple):
    """A text and where it stands: a kind of place ("page") and which one ("3").

    `by_chance`: read from bytes that need not be text, in which short words come about by chance.
    """

    place: str
    which: str
    text: str
    by_chance: bool = False

    @property
    def where(self) -> str:
        """The place in words."""
        return f"{self.place} {self.which}".strip()
