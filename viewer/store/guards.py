"""The triggers that hold what never changes: documents, passages, contents, the history.

They stop mistakes of the program; who means to change a file can take them away, which is why the
history is a chain, too.
"""

from collections.abc import Iterable

from viewer.domain.records import IMMUTABLE_DOCUMENT_FIELDS

#: What of a history entry, and of its lines, stays when it is forgotten; the rest becomes empty.
_KEPT = {
    "history": (("seq", "at", "who", "deed", "reverses", "digest", "hash"), "new.label = ''"),
    "history_change": (
        ("seq", "n", "kind", "record_id", "digest"),
        "new.before IS NULL AND new.after IS NULL",
    ),
}


def script(passage_columns: Iterable[str]) -> str:
    """Return the triggers as SQL."""
    fixed = ", ".join(f'"{name}"' for name in IMMUTABLE_DOCUMENT_FIELDS)
    passage = ", ".join(f'"{name}"' for name in passage_columns)
    return "\n".join(
        (
            _guard("document_is_fixed", f"UPDATE OF {fixed}", "document"),
            _guard("passage_is_fixed", f"UPDATE OF {passage}", "passage"),
            _guard("content_is_fixed", "UPDATE", "content"),
            _guard("history_is_fixed", "UPDATE", "history", _unless_forgotten("history")),
            _guard("history_is_kept", "DELETE", "history"),
            _guard(
                "history_change_is_fixed",
                "UPDATE",
                "history_change",
                _unless_forgotten("history_change"),
            ),
            _guard("history_change_is_kept", "DELETE", "history_change"),
        )
    )


def _unless_forgotten(table: str) -> str:
    """Let through the one update that only takes away the words and their salt."""
    columns, is_empty = _KEPT[table]
    new, old = (", ".join(f"{row}.{name}" for name in columns) for row in ("new", "old"))
    return f"\nWHEN NOT (new.salt IS NULL AND {is_empty}\n    AND ({new})\n    IS ({old}))"


def _guard(name: str, deed: str, table: str, when: str = "") -> str:
    return f"""
CREATE TRIGGER {name} BEFORE {deed} ON {table}{when} BEGIN
    SELECT RAISE(ABORT, '{name}');
END;"""
