"""Filters as SQL: a test of each row, and the ids of all rows that pass, by an index.

Which of the two serves depends on how many pass; `narrowing` chooses.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from viewer.domain.criteria import DateRange
from viewer.domain.dates import FOREVER, NEVER, iso_day
from viewer.store import search
from viewer.store.filter_specs import Filter, filter_of
from viewer.store.list_specs import LISTS
from viewer.store.query import ListQuery


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of SQL with its parameters."""

    sql: str
    params: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One condition on the rows `t` of a list.

    `ids` selects the ids of the rows that pass; None where no index leads to them. A unary plus
    in a test keeps the engine from an index of its own choice.
    """

    test: Clause
    ids: Clause | None = None
    #: A test for when few rows pass, where `test` costs more than some microseconds a row, and
    #: what selects as many rows as that one keeps in memory.
    kept: Clause | None = None
    keeps: Clause | None = None


def parts(query: ListQuery) -> list[Part]:
    """Return all that a query asks of a row. A filter that this version lacks asks nothing."""
    return list(_parts(query))


def _parts(query: ListQuery) -> Iterator[Part]:
    for name, value in query.fields.items():
        column = f't."{name}"'
        ids = f'SELECT t.id FROM "{query.kind}" t WHERE {column} = ?'
        yield Part(Clause(f"+{column} = ?", (value,)), Clause(ids, (value,)))
    for name, values in query.criteria.chosen.items():
        found = filter_of(query.kind, name)
        if found is not None and found.asked == "evidence":
            yield _evidence(query.kind, values)
        elif found is not None and found.asked in ("term", "record"):
            yield _chosen(query.kind, found, values)
    for name, wanted in query.criteria.ranges.items():
        found = filter_of(query.kind, name)
        if found is not None and found.asked in ("date", "moment"):
            yield _ranged(query.kind, found, wanted)
    words = f"{query.criteria.words} {query.words}"
    if search.match(words):
        yield _words(query.kind, words)


# Values that were chosen


def _chosen(kind: str, found: Filter, values: tuple[str, ...]) -> Part:
    these, given = _these(found, values)
    tests = " OR ".join(f"+{column} IN {these}" for column in found.columns)
    each = [f"{column} IN {these}" for column in found.columns]
    return _part(kind, found, f"({tests})", each, given * len(each))


def _these(found: Filter, values: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """Return the values as SQL; a place stands also for those that are part of it."""
    if found.of != "place":
        return f"({', '.join('?' * len(values))})", values
    sql = """(WITH RECURSIVE within(id) AS (SELECT value FROM json_each(?) UNION
        SELECT p.id FROM within JOIN place p ON p.part_of_id = within.id) SELECT id FROM within)"""
    return sql, (json.dumps(values),)


def _part(kind: str, found: Filter, test: str, each: list[str], params: tuple[Any, ...]) -> Part:
    """Return a part by its test and by the conditions of which each leads to ids."""
    source, owner = found.source or f'"{kind}" t', found.owner or "t.id"
    ids = " UNION ALL ".join(f"SELECT {owner} FROM {source} WHERE {one}" for one in each)
    if found.source:
        test = f"EXISTS (SELECT 1 FROM {source} WHERE {owner} = t.id AND {test})"
    return Part(Clause(test, params), Clause(ids, params))


def _evidence(kind: str, values: tuple[str, ...]) -> Part:
    # A person's names are evidenced for themselves.
    of = "e.record_id IN (SELECT t.id UNION ALL SELECT id FROM name WHERE person_id = t.id)"
    some = (
        f"EXISTS (SELECT 1 FROM evidence e WHERE {of if kind == 'person' else 'e.record_id = t.id'}"
    )
    tests = {
        "some": f"{some})",
        "none": f"NOT {some})",
        "contradicted": f"{some} AND +e.stance = 'contradicts')",
    }
    wanted = [tests[value] for value in values if value in tests] or ["false"]
    test = Clause(f"({' OR '.join(wanted)})")
    return Part(test, Clause(_CONTRADICTED) if values == ("contradicted",) else None)


_CONTRADICTED = """SELECT coalesce((SELECT person_id FROM name WHERE id = e.record_id), e.record_id)
    FROM evidence e WHERE e.stance = 'contradicts'"""

# Dates


def _ranged(kind: str, found: Filter, wanted: DateRange) -> Part:
    of_moment = found.asked == "moment"
    conditions = list((_moments if of_moment else _days)(found.columns[0], wanted))
    test = " OR ".join(f"({tests})" for tests, _, _ in conditions)
    params = tuple(value for _, _, given in conditions for value in given)
    return _part(kind, found, f"({test})", [each for _, each, _ in conditions], params)


_Condition = tuple[str, str, tuple[Any, ...]]


def _days(column: str, wanted: DateRange) -> Iterator[_Condition]:
    """Yield tests, the same led by an index, and parameters: for dated rows, for undated ones."""
    first, last = f"{column}_earliest", f"{column}_latest"
    low, high = wanted.span
    if not (wanted.is_open and wanted.undated):
        # An undated row has its earliest day after all days: a range without an end meets it not.
        given = (low, min(high, FOREVER - 1))
        by_first = low == NEVER
        yield (
            f"+{last} >= ? AND +{first} <= ?",
            f"{'+' * by_first}{last} >= ? AND {'' if by_first else '+'}{first} <= ?",
            given,
        )
    if wanted.undated:
        yield f"+{first} = {FOREVER}", f"{first} = {FOREVER}", ()


def _moments(column: str, wanted: DateRange) -> Iterator[_Condition]:
    low, high = wanted.span
    if not (wanted.is_open and wanted.undated):
        given = (_iso(low), _iso(high + 1 if high < FOREVER else high))
        yield (
            f"(+{column} > '' AND +{column} >= ? AND +{column} < ?)",
            f"{column} > '' AND {column} >= ? AND {column} < ?",
            given,
        )
    if wanted.undated:
        yield f"+{column} = ''", f"{column} = ''", ()


def _iso(day: int) -> str:
    if day == NEVER:
        return ""
    return iso_day(day) if day < FOREVER else "~"


# Words

_MATCHES = "search_index MATCH ? AND {0}.rowid BETWEEN ? AND ?"
_FOUND = f"""FROM search_index i CROSS JOIN search s ON s.id = i.rowid {{0}}
    WHERE {_MATCHES.format("i")}"""
_KEEPS = f"SELECT i.rowid FROM search_index i WHERE {_MATCHES.format('i')}"
# Looking one row up in the index costs ten times a look into a set of those that were found. Each
# word is looked up for itself: for several the index would go on to the next row that has them all.
_HAS = "EXISTS (SELECT 1 FROM search_index i WHERE i.rowid = s.id AND search_index MATCH ?)"
_TEST = "EXISTS (SELECT 1 FROM search s WHERE s.source_id {0} AND {1})"
_KEPT = f"EXISTS (SELECT 1 FROM search s WHERE s.source_id {{0}} AND +s.id IN ({_KEEPS}))"
_OF_PERSON = "IN (SELECT {0} UNION ALL SELECT id FROM name WHERE person_id = {0})"


def _words(kind: str, words: str) -> Part:
    """Look for words in the rows themselves and in the records that their list names."""
    looked_in = LISTS[kind].words
    match, each = search.match(words), search.matches(words)
    has_all = " AND ".join([_HAS] * len(each))
    params = tuple(value for _, of in looked_in for value in (match, *search.bounds(of)))
    sources = [_sources(column, searched) for column, searched in looked_in]
    return Part(
        Clause(
            f"({' OR '.join(_TEST.format(source, has_all) for source in sources)})",
            (*each,) * len(sources),
        ),
        Clause(" UNION ALL ".join(_found(kind, column) for column, _ in looked_in), params),
        Clause(f"({' OR '.join(map(_KEPT.format, sources))})", params),
        Clause(" UNION ALL ".join([_KEEPS] * len(looked_in)), params),
    )


def _sources(column: str, searched: str) -> str:
    """Compare with the sources of the words of the record that a column names."""
    of = f't."{column}"'
    return _OF_PERSON.format(of) if searched == "person" else f"= {of}"


def _found(kind: str, column: str) -> str:
    if column == "id":
        return f"SELECT s.record_id {_FOUND.format('')}"
    join = f'CROSS JOIN "{kind}" o ON o."{column}" = s.record_id'
    return f"SELECT o.id {_FOUND.format(join)}"
