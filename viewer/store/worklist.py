"""What is still to be done on the evidence of a case, read step by step in the order of the kinds.

Each step looks at a bounded number of records, so that neither a page nor the counting of a large
case holds anybody up. How a claim stands is `domain.claims.judgement`, here in SQL.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlite_utils import Database

from viewer.domain.claims import CLAIMS, Claim, Piece, Standing
from viewer.domain.fields import DateField
from viewer.domain.records import Evidence, field_of
from viewer.store import rows
from viewer.store.schema import DATE_PARTS

#: Records that one step looks at.
STEP = 300
_KINDS = tuple(CLAIMS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading goes on: behind a record, by id, among those of the kind of that number."""

    kind: int = 0
    after: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A field of a record whose evidence leaves something to be done."""

    record_id: str
    kind: str
    field: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Step:
    """What was found, and where the next step begins; None when all was looked at."""

    tasks: tuple[Task, ...]
    next: Place | None


BEGINNING = Place()


def step(db: Database, place: Place = BEGINNING, look: int = STEP) -> Step:
    """Look at the next records of a kind, `look` of them at most."""
    kind = _KINDS[place.kind]
    found = db.execute(sql(kind), (place.after, look)).fetchall()
    return Step(tuple(_tasks(kind, found)), _next(place, found, look))


def _tasks(kind: str, found: list[tuple[Any, ...]]) -> Iterator[Task]:
    for id, *standings in found:
        for claim, standing in zip(CLAIMS[kind], standings, strict=True):
            if standing > Standing.EVIDENCED:
                yield Task(id, kind, claim.field, Standing(standing))


def _next(place: Place, found: list[tuple[Any, ...]], look: int) -> Place | None:
    if len(found) == look:
        return Place(place.kind, found[-1][0])
    return Place(place.kind + 1) if place.kind + 1 < len(_KINDS) else None


@cache
def sql(kind: str) -> str:
    """Return the SQL of a step: ids, and the standing of each claim, 0 where there is none."""
    standings = ", ".join(_standing(kind, claim) for claim in CLAIMS[kind])
    return f'SELECT t.id, {standings} FROM "{kind}" t WHERE t.id > ? ORDER BY t.id LIMIT ?'


def _standing(kind: str, claim: Claim) -> str:
    names = ", ".join(f"'{name}'" for name in claim.fields)
    return f"""CASE WHEN {_says(kind, claim)} THEN (
        SELECT CASE
            WHEN max(e.stance = 'contradicts' OR e.value <> '') THEN {Standing.CONTRADICTED}
            WHEN count(*) = 0 THEN {_without_words(kind, claim)}
            WHEN min(p.document_id) = max(p.document_id) THEN {Standing.SINGLE_SOURCE}
            ELSE {Standing.EVIDENCED} END
        FROM evidence e JOIN passage p ON p.id = e.passage_id
        WHERE e.record_id = t.id AND e.field IN ({names}) AND e.stance <> 'mentions'
    ) ELSE 0 END"""


def _says(kind: str, claim: Claim) -> str:
    """Return the condition that a field holds more than the value that says nothing."""
    if isinstance(field_of(kind, claim.field).spec, DateField):
        parts = (f"coalesce(t.{claim.field}_{part}, '')" for part in DATE_PARTS)
        return f"{' || '.join(parts)} <> ''"
    if claim.nothing is None:
        return f't."{claim.field}" IS NOT NULL'
    return f"t.\"{claim.field}\" <> '{claim.nothing}'"


def _without_words(kind: str, claim: Claim) -> str:
    if isinstance(field_of(kind, claim.field).spec, DateField):
        return f"iif(t.{claim.field}_basis = '', {Standing.NOT_EVIDENCED}, 0)"
    return f"{Standing.NOT_EVIDENCED}"


def pieces(db: Database, record_id: str, limit: int) -> list[Piece]:
    """Return the evidence of a record in order of id, each piece with its document."""
    sql = f"""SELECT {rows.listed("evidence", "e")}, p.document_id
        FROM evidence e JOIN passage p ON p.id = e.passage_id
        WHERE e.record_id = ? ORDER BY e.id LIMIT ?"""
    found = db.execute(sql, (record_id, limit)).fetchall()
    return [Piece(rows.record(Evidence, row[:-1]), row[-1]) for row in found]
