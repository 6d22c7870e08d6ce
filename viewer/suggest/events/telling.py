"""What one sentence tells of one happening, whatever its language."""

from dataclasses import dataclass

from viewer.domain.suggestions import Mentioned, Part, SuggestedDate
from viewer.suggest.article import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence, the words in it that name an act, and what it says of it.

    `known` are the names of whom it was done to, as far as they are known by name. Spans are code
    points. `title` and `reason` are for the user; `confidence` goes from 0 to 1.
    """

    span: Span
    trigger: Span
    act: str
    title: str
    reason: str
    confidence: float
    parts: tuple[Part, ...] = ()
    known: frozenset[str] = frozenset()
    date: SuggestedDate | None = None
    place: Mentioned | None = None
