"""What the passages of a document are used for: all that a reader needs to mark them, at once."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlite_utils import Database

_SQL = """
SELECT p.id, p."start", p."end", CASE r.kind WHEN 'quote' THEN 'evidence' ELSE r.kind END, r.id,
    '', ''
FROM passage p
JOIN evidence e ON e.passage_id = p.id
JOIN record r ON r.id = e.record_id
WHERE {which}
    AND NOT EXISTS (SELECT 1 FROM quote WHERE id = e.record_id AND passage_id = p.id)
UNION
SELECT p.id, p."start", p."end", 'quote', q.id, '', ''
FROM passage p JOIN quote q ON q.passage_id = p.id
WHERE {which}
UNION
SELECT p.id, p."start", p."end", 'annotation', a.id, a.motivation, a.colour
FROM passage p JOIN annotation a ON a.target_id = p.id
WHERE {which}
UNION
SELECT p.id, p."start", p."end", '', '', '', ''
FROM passage p
WHERE {which}
    AND NOT EXISTS (SELECT 1 FROM evidence WHERE passage_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM quote WHERE passage_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM annotation WHERE target_id = p.id)
"""


@dataclass(frozen=True, slots=True)
class PassageUse:
    """A record that a passage speaks of; `start` and `end` are code points of the document.

    `kind` is the record's, but `evidence` where words speak of a quote without being it.
    A passage that nothing uses has one use without kind and record. `motivation` and `colour` are
    an annotation's, empty for other kinds.
    """

    passage_id: str
    start: int
    end: int
    kind: str
    record_id: str
    motivation: str = ""
    colour: str = ""


def count(db: Database, document_id: str) -> int:
    """Return how many passages a document has."""
    sql = "SELECT count(*) FROM passage WHERE document_id = ?"
    return int(db.execute(sql, (document_id,)).fetchone()[0])


def uses(
    db: Database,
    document_id: str,
    span: tuple[int, int] | None = None,
    ids: Collection[str] | None = None,
) -> list[PassageUse]:
    """Return the uses of a document's passages, in the order of the text, longer ones first.

    Only of those that begin in `span`, in code points, or have one of the `ids`, where given.
    """
    found = db.execute(*query(document_id, span, ids)).fetchall()
    found.sort(key=lambda row: (row[1], -row[2], row[0], row[3]))
    return [PassageUse(*row) for row in found]


def query(
    document_id: str,
    span: tuple[int, int] | None = None,
    ids: Collection[str] | None = None,
) -> tuple[str, dict[str, str | int]]:
    """Return the SQL of `uses` and its parameters."""
    which = "p.document_id = :document"
    params: dict[str, str | int] = {"document": document_id}
    if span is not None:
        which += ' AND p."start" >= :first AND p."start" < :last'
        params |= {"first": span[0], "last": span[1]}
    if ids is not None:
        named = {f"id{number}": id for number, id in enumerate(ids)}
        which += f" AND p.id IN ({', '.join(f':{name}' for name in named)})"
        params |= named
    return _SQL.format(which=which), params
