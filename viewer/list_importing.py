"""`casefile import … --as persons`: a list of persons or events into a case, or shown first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from viewer.domain.careful import careful
from viewer.domain.ids import new_id
from viewer.domain.listing.columns import NEEDED, Columns, mapped
from viewer.domain.listing.listing import Wish, change_set, left_out, planned
from viewer.domain.listing.phrases import counts, defaults, lacks, number
from viewer.domain.listing.planned import Planned
from viewer.domain.listing.table import Table
from viewer.domain.records import Case
from viewer.domain.snapshot import Snapshot
from viewer.domain.text import shortened, unisolated
from viewer.errors import InvalidRecordError
from viewer.opening import create_case, open_case
from viewer.output import json_of
from viewer.reading import tell_of_update
from viewer.sources.tables.reading import ReadTable, read_table
from viewer.store import CaseFile

#: Rows that a preview shows in words.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ListWishes:
    """What the user says of a list; `pairs` are headings and the fields that they are to fill."""

    what: str
    pairs: tuple[tuple[str, str], ...] = ()
    preview: bool = False
    again: bool = False


def import_list(path: Path, source: Path, wishes: ListWishes, *, as_json: bool) -> None:
    """Import a list, or with `preview` only say what would come of it. Raises `CasefileError`."""
    read = read_table(source)
    wish = Wish(wishes.what, _columns(read.table, wishes), wishes.again)
    if path.exists():
        with open_case(path, read_only=wishes.preview) as case:
            plans = list(planned(case, read.table, wish))
            if not wishes.preview:
                tell_of_update(case)
                _write(case, read, plans, wish)
    else:
        begun = Case(id=new_id())
        plans = list(planned(Snapshot([begun]), read.table, wish))
        if not wishes.preview:
            with create_case(path, begun) as case:
                _write(case, read, plans, wish)
    outcome = _outcome(source, read.table, wish, plans, is_preview=wishes.preview)
    click.echo(json_of(outcome) if as_json else "\n".join(_lines(outcome, plans, path)))


def _columns(table: Table, wishes: ListWishes) -> Columns:
    headings = [cell.text for cell in table.headings.cells]
    columns = mapped(wishes.what, headings, wishes.pairs)
    if lack := lacks(wishes.what, columns):
        known = ", ".join(f"“{heading}”" for heading in headings[:30])
        raise InvalidRecordError(
            f"{lack} Nothing was changed. The columns are headed {known}: say which it is, "
            f'as in --map "{headings[0]}={NEEDED[wishes.what][0]}".'
        )
    return columns


def _write(case: CaseFile, read: ReadTable, plans: list[Planned], wish: Wish) -> None:
    if any(plan.item is not None for plan in plans):
        made = change_set(case, read.table, read.content, plans, wish.what)
        case.apply(careful(case, made))


def _outcome(
    source: Path, table: Table, wish: Wish, plans: list[Planned], *, is_preview: bool
) -> dict[str, Any]:
    headings = [cell.text for cell in table.headings.cells]
    states = Counter(plan.state for plan in plans)
    return {
        "source": str(source),
        "as": wish.what,
        "is_preview": is_preview,
        "columns": {h: c for h, c in zip(headings, wish.columns, strict=True) if c},
        "left_out_columns": left_out(table, wish),
        "says": [*defaults(wish)],
        **{state: states[state] for state in ("new", "known", "left_out")},
        "rows": [_row(plan) for plan in plans],
    }


def _row(plan: Planned) -> dict[str, Any]:
    return {
        "line": plan.line,
        "state": plan.state,
        "why": plan.why,
        "title": plan.title,
        "says": {label: unisolated(text) for label, text in plan.says.items()},
        "problems": plan.problems,
    }


def _lines(outcome: dict[str, Any], plans: list[Planned], path: Path) -> Iterator[str]:
    columns = ", ".join(f"“{heading}” as {code}" for heading, code in outcome["columns"].items())
    yield f"{outcome['source']}: {columns or 'no column is taken'}."
    if outcome["left_out_columns"]:
        yield "Left out: " + ", ".join(f"“{h}”" for h in outcome["left_out_columns"]) + "."
    yield from outcome["says"]
    told = [plan for plan in plans if outcome["is_preview"] or plan.problems or not plan.item]
    for plan in told[:_SHOWN]:
        yield from _told(plan)
    if len(told) > _SHOWN:
        yield f"  … and {number(len(told) - _SHOWN, 'rows', 'more ')}; --json shows all."
    where = "Nothing was written yet; it would be" if outcome["is_preview"] else f"{path.name}:"
    yield f"{where} {counts(plans, outcome['as'])}."


def _told(plan: Planned) -> Iterator[str]:
    sign = {"new": "+", "known": "=", "left_out": "-"}[plan.state]
    says = "; ".join(f"{label}: {text}" for label, text in plan.says.items() if text != plan.title)
    yield f"  {sign} line {plan.line}: {shortened(plan.title or 'nothing', 60)}" + (
        f"  — {shortened(unisolated(says), 160)}" if says else ""
    )
    yield from (f"      {problem}" for problem in (plan.why, *plan.problems) if problem)
