"""One file that is to become a document: what was read, and what the user says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viewer.sources.reading import Source

#: The fields of a document that are asked for; each begins with what the file itself says.
ASKED = ("title", "type", "author", "publisher", "published", "address", "language", "note")

_STATES = {
    "waiting": "Waiting",
    "ready": "Ready",
    "untitled": "Needs a title",
    "known": "In the case already",
    "unreadable": "Cannot be read",
    "done": "Imported",
}


@dataclass(slots=True)
class Entry:
    """A file on its way into the case; at most one of `source` and `problem` is there."""

    path: Path
    source: Source | None = None
    #: Why it cannot be read, in a sentence.
    problem: str = ""
    #: What has the same bytes, in a sentence; it is not imported again.
    known: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    #: Whether the user wants it.
    wanted: bool = True
    #: The document that was made of it.
    document_id: str = ""

    @property
    def state(self) -> str:
        """A code: waiting, ready, untitled, known, unreadable or done."""
        if self.document_id:
            return "done"
        if self.problem:
            return "unreadable"
        if self.source is None:
            return "waiting"
        if self.known:
            return "known"
        return "ready" if self.title else "untitled"

    @property
    def state_label(self) -> str:
        """The state in words."""
        return _STATES[self.state]

    @property
    def title(self) -> str:
        """The title as it is now, without white space around."""
        return str(self.values.get("title", "")).strip()

    @property
    def is_open(self) -> bool:
        """Whether it can still be imported."""
        return self.state in ("ready", "untitled")

    @property
    def says(self) -> str:
        """A sentence about it, where there is one to say."""
        return self.problem or self.known
