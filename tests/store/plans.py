"""How the engine means to run a statement."""

from collections.abc import Sequence
from typing import Any

from viewer.store import CaseFile


def plan(case_file: CaseFile, sql: str, params: Sequence[Any]) -> tuple[list[str], list[str]]:
    """Return the steps of a statement itself, and those of the selects within it."""
    rows = case_file._db.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(params)).fetchall()
    top = [detail for _, parent, _, detail in rows if parent == 0 and not _is_select(detail)]
    below = [detail for _, parent, _, detail in rows if parent != 0]
    return top, below


def _is_select(detail: str) -> bool:
    return "SUBQUERY" in detail
