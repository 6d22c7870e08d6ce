"""What every record is."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything with an id (a text UUID) that the case keeps, changes and remembers."""

    kind: ClassVar[str] = ""
    #: One and many, as the window and the exports call them.
    labels: ClassVar[tuple[str, str]] = ("", "")

    id: str
