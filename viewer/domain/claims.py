"""What records state about the world, field by field, and whether words say so.

What the user decides (status, protection, notes, tags) states nothing of the kind. A quote's words
are its passage and need no others; a document is described, not claimed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.records import Evidence, Record


class Standing(IntEnum):
    """How a claim stands; what is to be worked on first has the highest number."""

    EVIDENCED = 1
    SINGLE_SOURCE = 2
    NOT_EVIDENCED = 3
    CONTRADICTED = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A field that states something. Its value `nothing` states nothing.

    Words for one of the fields in `also` speak for it, too; "" is the record as a whole.
    """

    field: str
    nothing: Any = ""
    also: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields whose evidence speaks of the claim."""
        return (self.field, *self.also)


_WHOLE = ("",)

#: The claims of each kind, in the order of the fields. A tie is one statement: who, what, whom.
CLAIMS: dict[str, tuple[Claim, ...]] = {
    "person": (Claim("described_as"), Claim("occupation"), Claim("about")),
    "name": (Claim("text", also=_WHOLE),),
    "place": (
        Claim("name", also=_WHOLE),
        Claim("also_written"),
        Claim("part_of_id", None),
        Claim("latitude", None),
        Claim("longitude", None),
        Claim("about"),
    ),
    "event": (
        Claim("title", also=_WHOLE),
        Claim("type", "other"),
        Claim("date", NO_DATE),
        Claim("place_id", None),
        Claim("description"),
    ),
    "involvement": (
        Claim("role", also=("", "event_id", "person_id")),
        Claim("detail", also=_WHOLE),
    ),
    "relationship": (
        Claim("type", also=("", "person_id", "other_id")),
        Claim("detail", also=_WHOLE),
    ),
    "event_link": (
        Claim("type", also=("", "event_id", "other_id")),
        Claim("detail", also=_WHOLE),
    ),
    "quote": (Claim("speaker_id", None),),
    "figure": (
        Claim("claimant_id", None),
        Claim("qualifier", "stated", also=_WHOLE),
        Claim("number", None, also=_WHOLE),
        Claim("act", "other", also=_WHOLE),
        Claim("counted", also=_WHOLE),
        Claim("period", NO_DATE),
        Claim("place_id", None),
    ),
}


def claim_of(kind: str, field: str) -> Claim | None:
    """Return the claim that a field makes; None where it makes none."""
    return next((claim for claim in CLAIMS.get(kind, ()) if claim.field == field), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence and the document in which its words stand."""

    evidence: Evidence
    document_id: str

    @property
    def supports(self) -> bool:
        """Whether the words say what the record says."""
        return self.evidence.stance == "supports" and not self.evidence.value

    @property
    def contradicts(self) -> bool:
        """Whether the words say something else, be it known what or not."""
        said = self.evidence.stance == "supports" and bool(self.evidence.value)
        return said or self.evidence.stance == "contradicts"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a claim stands, and on how many passages of how many documents."""

    standing: Standing
    passages: int
    documents: int

    @property
    def words(self) -> str:
        """Say so in words, as in "2 passages of 2 documents say so"."""
        match self.standing:
            case Standing.CONTRADICTED:
                return "Contradicted: other words say otherwise"
            case Standing.NOT_EVIDENCED:
                return "Not yet evidenced: no words say so"
            case Standing.SINGLE_SOURCE:
                return f"One source: {_counted(self.passages, 'passage')} of one document"
            case _:
                passages = _counted(self.passages, "passage")
                return f"Evidenced by {passages} of {_counted(self.documents, 'document')}"


def judgement(claim: Claim, record: Record, pieces: Iterable[Piece]) -> Judgement | None:
    """Return how a claim stands; None where there is nothing to be said.

    An inferred date rests on its basis and needs no words, but words may contradict it.
    """
    value = getattr(record, claim.field)
    if value == claim.nothing:
        return None
    found = [piece for piece in pieces if piece.evidence.field in claim.fields]
    supporting = [piece for piece in found if piece.supports]
    passages = len({piece.evidence.passage_id for piece in supporting})
    documents = len({piece.document_id for piece in supporting})
    if any(piece.contradicts for piece in found):
        return Judgement(Standing.CONTRADICTED, passages, documents)
    if not supporting:
        inferred = isinstance(value, Date) and value.is_inferred
        return None if inferred else Judgement(Standing.NOT_EVIDENCED, 0, 0)
    single = documents == 1
    standing = Standing.SINGLE_SOURCE if single else Standing.EVIDENCED
    return Judgement(standing, passages, documents)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
