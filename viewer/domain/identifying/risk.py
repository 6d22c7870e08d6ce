"""What an export would still give of a protected person that may point to nobody else."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How easily somebody who knows the place or the people would recognise the person."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Risk:
    """A combination that is left, the records to look at, and what would help.

    `pseudonym` is what the audience reads for the person, "" for who is left out. `sentence` holds
    only what the audience would read, apart from that somebody is meant at all.
    """

    person_id: str
    pseudonym: str
    level: Level
    sentence: str
    record_ids: tuple[str, ...]
    help: str
