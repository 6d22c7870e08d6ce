"""What is read back of a file: texts, each with its place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

#: The place of what was found where no place of a page or list is known.
DATA = "data inside the file"

#: Stands between texts that are searched together; no name reaches over it.
APART = f"\n{'|' * 16}\n"
#: So many code points are searched at once.
_AT_ONCE = 20_000


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


def together(place: str, texts: Iterable[str], by_chance: bool = False) -> Iterator[Reading]:
    """Yield many short texts of one kind of place in few readings, each text once."""
    waiting: list[str] = []
    length = 0
    for text in dict.fromkeys(texts):
        waiting.append(text)
        length += len(text)
        if length > _AT_ONCE:
            yield Reading(place, "", APART.join(waiting), by_chance)
            waiting, length = [], 0
    if waiting:
        yield Reading(place, "", APART.join(waiting), by_chance)
