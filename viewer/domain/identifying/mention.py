"""Words that may tell who a protected person is, although no name stands there."""

from dataclasses import dataclass
from enum import IntEnum


class Sureness(IntEnum):
    """How sure it is that the words mean that person."""

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a protected person is spoken of by role.

    The words stand in a field of a record, or in a document's `text`, from `start` to before `end`
    in code points. `person_id` is whom they mean most likely, `others` whom else they may mean.
    `ruling` is what the user decided on them, "" while that is open.
    """

    person_id: str
    target_id: str
    field: str
    start: int
    end: int
    words: str
    reason: str
    sureness: Sureness
    others: tuple[str, ...] = ()
    ruling: str = ""

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What tells it from any other of the case."""
        return self.target_id, self.field, self.start, self.end

    @property
    def is_open(self) -> bool:
        """Whether nothing was decided on it."""
        return not self.ruling


@dataclass(frozen=True, slots=True)
class Found:
    """Words of one text that may mean a person, before they are a `Mention`."""

    person_id: str
    start: int
    end: int
    reason: str
    sureness: Sureness
