"""How the rows that pass the filters are come by: few are gathered, many are met in order.

Rows that pass are gathered by the ids of one filter and sorted for themselves, or tested one after
the other in the order of an index. The first is fast for a few of many rows, the second for many
of them; a filter that most rows pass would else cost as much as there are rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isqrt
from typing import Any

from sqlite_utils import Database

from viewer.store import derived, search
from viewer.store.engine import OperationalError
from viewer.store.filters import Clause, Part

#: Rows that are gathered without asking further.
FEW = 8_000
#: Rows that are tested in order before the rows that pass are gathered after all.
TESTED = 8_000
#: How many fewer rows are tested where that is slow.
_SLOWER = 4
#: How much a slow test costs against keeping one row that was found, for one row, and for a page.
_DEARER, _WORTH = 100, 16_000


@dataclass(frozen=True, slots=True)
class Way:
    """The conditions on `t`; `apart` is "+" where rows are sorted for themselves, not by index.

    `tested` is how many rows may be tested in order before another way is taken.
    """

    conditions: tuple[str, ...] = ()
    params: tuple[Any, ...] = ()
    apart: str = ""
    tested: int = 0


ALL = Way()
NONE = Way(("false",))


def few(db: Database, parts: list[Part]) -> Way | None:
    """Return the way by the filter that the fewest rows pass; None where that is not few."""
    try:
        sized = [
            (_size(db, part.ids, FEW), at) for at, part in enumerate(parts) if part.ids is not None
        ]
    except OperationalError as error:
        if search.cannot_be_looked_for(error):
            return NONE
        raise
    size, at = min(sized, default=(FEW, 0))
    if size >= FEW:
        return None
    tests = [_quickest(db, part, size * _DEARER) for part in parts]
    return _gathered(parts[at], tests[:at] + tests[at + 1 :])


def _size(db: Database, clause: Clause, most: int) -> int:
    sql = f"SELECT count(*) FROM ({clause.sql} LIMIT {most})"
    return int(db.execute(sql, clause.params).fetchone()[0])


def gathered(parts: list[Part], by: int) -> Way:
    """Return the way by the ids of one filter, the others tested."""
    return _gathered(parts[by], [part.test for part in parts[:by] + parts[by + 1 :]])


def _gathered(lead: Part, tests: list[Clause]) -> Way:
    return _joined((_within(lead), *tests), "+")


def in_order(db: Database, kind: str, parts: list[Part]) -> Way:
    """Return the way that tests each row."""
    # The fewer rows pass, the more are tested for a page, and the fewer are to be kept instead.
    often = isqrt(_WORTH * derived.total(db, kind))
    clauses = [_quickest(db, part, often) for part in parts]
    is_slow = any(
        part.kept and clause is part.test for part, clause in zip(parts, clauses, strict=True)
    )
    return replace(_joined(clauses, ""), tested=max(1, TESTED // (_SLOWER if is_slow else 1)))


def _quickest(db: Database, part: Part, often: int) -> Clause:
    if part.kept is None or part.keeps is None or _size(db, part.keeps, often + 1) > often:
        return part.test
    return part.kept


def at_last(parts: list[Part]) -> Way:
    """Return the way that goes through all rows: what is slow to test is gathered beforehand."""
    # With a plus, so that the order stays that of an index.
    each = (part.test if part.kept is None else _within(part, "+") for part in parts)
    return _joined(each, "")


def at_once(parts: list[Part]) -> Way:
    """Return the way to count all rows."""
    slow = (at for at, part in enumerate(parts) if part.kept is not None)
    at = next(slow, None)
    return at_last(parts) if at is None else gathered(parts, at)


def _within(part: Part, apart: str = "") -> Clause:
    assert part.ids is not None
    return Clause(f"{apart}t.id IN ({part.ids.sql})", part.ids.params)


def _joined(clauses: Iterable[Clause], apart: str) -> Way:
    each = list(clauses)
    params = tuple(value for clause in each for value in clause.params)
    return Way(tuple(clause.sql for clause in each), params, apart)
