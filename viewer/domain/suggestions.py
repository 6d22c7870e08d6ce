"""What the program suggests is in a document: each suggestion a span of words, never a record.

Spans are code points of the document's text, half open. A suggestion becomes records only when
the user accepts it (`domain.accepting`).
"""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Words that mean a person, organisation or place, and the name that it goes by.

    `name` is the fullest form of the document, the same in every suggestion that means it; it is
    empty where nobody is known to be meant. "He" may so mean "Amjad Aldhamat".
    """

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Words of a document and what they seem to say.

    `confidence` goes from 0 to 1; `reason` is a short sentence for the user.
    """

    kind: ClassVar[str] = ""

    start: int
    end: int
    text: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedName(Suggestion):
    """One mention of a person, organisation or place; `what` says which of them.

    All mentions of one have the same `name`. A person may be `named`, `role_only`, `anonymous` or
    `unidentified` (vocabulary `naming`); without a name, `name` is the description. `title` is the
    span of an occupation or role that stands with the name, as in "Prime Minister". A name may
    stand inside words of another kind: a person's in a quote.
    """

    kind = "name"

    what: str = "person"
    name: str
    naming: str = "named"
    unit: str = "individual"
    title: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedDate(Suggestion):
    """A date as written, with what can be said for sure.

    `edtf` is empty where it is not resolved. A relative one has an ISO 8601 `offset` from its
    `anchor`: "document" is the document's own date, "event" what the words from `anchor_start` to
    `anchor_end` tell of. `edtf` is filled for a relative date only where the anchor's day is known.
    """

    kind = "date"

    edtf: str = ""
    anchor: str = ""
    offset: str = ""
    anchor_start: int = -1
    anchor_end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedQuote(Suggestion):
    """Words of a speaker; a direct quote's span is within its marks, without them.

    `form` and `attribution` are codes of their vocabularies. `speaker` is the words nearby that
    name the speaker, perhaps only "he"; their `name` is the person's.
    """

    kind = "quote"

    form: str = "direct"
    attribution: str = "unattributed"
    speaker: Mentioned | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedFigure(Suggestion):
    """A count that somebody reports, as in "at least 44 kidnappings".

    `qualifier` and `act` are codes; `number_start` and `number_end` are the span of the number.
    """

    kind = "figure"

    number: int
    number_start: int
    number_end: int
    qualifier: str = "stated"
    act: str = "other"
    counted: str = ""
    claimant: Mentioned | None = None
    period: SuggestedDate | None = None
    place: Mentioned | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an event; `role` is a code of the vocabulary `role`."""

    who: Mentioned
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedEvent(Suggestion):
    """Something that happened or was done, as one sentence tells it.

    `act` is a code; `trigger` the span of the words that name the act. Sentences that tell of one
    event again are in `also`, as spans.
    """

    kind = "event"

    title: str
    act: str
    trigger: tuple[int, int]
    date: SuggestedDate | None = None
    place: Mentioned | None = None
    parts: tuple[Part, ...] = ()
    also: tuple[tuple[int, int], ...] = field(default=())
