"""Kin and others close as a text speaks of them: "his brother", "Amjad's mother", والدته."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

#: Whose brother: the speaker's, a third person's, somebody's who is named, a victim's, not said.
Owner = Literal["mine", "theirs", "named", "victim", "nobody"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands in a text, and the persons whom it may mean."""

    start: int
    end: int
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean somebody's kin; `owners` are the persons whom the owner's name may mean."""

    start: int
    end: int
    codes: frozenset[str]
    owner: Owner
    owners: frozenset[str] = frozenset()
    #: Whether it speaks of several.
    is_many: bool = False


def named_at(names: Iterable[Named], *, start: int = -1, end: int = -1) -> Named | None:
    """Return the name that begins at `start`, or that ends at `end`; None where there is none."""
    return next((name for name in names if start == name.start or end == name.end), None)
