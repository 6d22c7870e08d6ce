"""What the passages of a document are used for: all that a reader needs to mark them, at once."""

from dataclasses import dataclass

from sqlite_utils import Database

SQL = """
SELECT p.id, p."start", p."end", CASE r.kind WHEN 'quote' THEN 'evidence' ELSE r.kind END, r.id
FROM passage p
JOIN evidence e ON e.passage_id = p.id
JOIN record r ON r.id = e.record_id
WHERE p.document_id = :document
    AND NOT EXISTS (SELECT 1 FROM quote WHERE id = e.record_id AND passage_id = p.id)
UNION
SELECT p.id, p."start", p."end", 'quote', q.id
FROM passage p JOIN quote q ON q.passage_id = p.id
WHERE p.document_id = :document
UNION
SELECT p.id, p."start", p."end", 'annotation', a.id
FROM passage p JOIN annotation a ON a.target_id = p.id
WHERE p.document_id = :document
UNION
SELECT p.id, p."start", p."end", '', ''
FROM passage p
WHERE p.document_id = :document
    AND NOT EXISTS (SELECT 1 FROM evidence WHERE passage_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM quote WHERE passage_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM annotation WHERE target_id = p.id)
"""


@dataclass(frozen=True, slots=True)
class PassageUse:
    """A record that a passage speaks of; `start` and `end` are code points of the document.

    `kind` is the record's, but `evidence` where words speak of a quote without being it.
    A passage that nothing uses has one use without kind and record.
    """

    passage_id: str
    start: int
    end: int
    kind: str
    record_id: str


def uses(db: Database, document_id: str) -> list[PassageUse]:
    """Return every use of a document's passages, in the order of the text, longer ones first."""
    found = [PassageUse(*row) for row in db.execute(SQL, {"document": document_id}).fetchall()]
    return sorted(found, key=lambda use: (use.start, -use.end, use.passage_id, use.kind))
