"""Filters in words, for chips, menus and the sentence of an empty list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from viewer.domain.criteria import Criteria, DateRange
from viewer.domain.text import isolated, shortened
from viewer.domain.titles import title_of
from viewer.domain.vocabularies import vocabulary

if TYPE_CHECKING:
    from viewer.store import CaseFile, Filter

#: Code points of one value, and values that are named.
_LENGTH, _NAMED = 32, 3


def phrases(case: CaseFile, kind: str, criteria: Criteria) -> Iterator[tuple[str, str]]:
    """Yield the name of each filter that is asked and what it asks, in the order of asking."""
    from viewer.store.filter_specs import filter_of

    for name in criteria.names:
        found = filter_of(kind, name)
        if found is None:
            yield name, f"Unknown here: {shortened(name, _LENGTH)}"
        elif name in criteria.ranges:
            yield name, f"{found.label}: {range_phrase(criteria.ranges[name])}"
        else:
            yield name, f"{found.label}: {_values(case, found, criteria.chosen[name])}"
    for name in criteria.unknown:
        yield name, f"Unknown here: {shortened(name, _LENGTH)}"


def _values(case: CaseFile, found: Filter, values: tuple[str, ...]) -> str:
    named = [value_phrase(case, found, value) for value in values[:_NAMED]]
    if len(values) > _NAMED:
        named.append(f"{len(values) - _NAMED} more")
    return " or ".join(named)


def value_phrase(case: CaseFile, found: Filter, value: str) -> str:
    """Return what a value of a filter is called."""
    from viewer.store import EVIDENCE

    match found.asked:
        case "record":
            return shortened(title_of(case, value), _LENGTH) or "a deleted record"
        case "evidence":
            return EVIDENCE.get(value, value)
        case _:
            return vocabulary(found.of).label(value) or "(none)"


def range_phrase(wanted: DateRange) -> str:
    """Return a date range in words."""
    if wanted.is_open:
        return "undated" if wanted.undated else "any date"
    start, end = isolated(wanted.start), isolated(wanted.end)
    if not wanted.end:
        said = f"from {start}"
    elif not wanted.start:
        said = f"until {end}"
    else:
        said = start if start == end else f"{start} to {end}"
    return f"{said}, or undated" if wanted.undated else said
