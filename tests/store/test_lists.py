"""Lists: page by page the whole list, each page by an index, filtered as the user types."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.store.plans import plan
from viewer.domain.changes import creation
from viewer.domain.dates import Date
from viewer.domain.documents import passage_at, received
from viewer.domain.fields import Ref, Term
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Annotation,
    Event,
    EventLink,
    Figure,
    Involvement,
    Name,
    Person,
    Place,
    Quote,
    Record,
    Relationship,
    Tag,
    fields_of,
)
from viewer.domain.vocabularies import vocabulary
from viewer.store import LISTS, CaseFile, ListQuery, ListRow, derived, filters, lists, narrowing
from viewer.store.narrowing import Way

SORTS = [(kind, c.name) for kind, spec in LISTS.items() for c in spec.columns if c.sort]
FIELDS = [
    (kind, field.name)
    for kind in LISTS
    for field in fields_of(kind)
    if isinstance(field.spec, Ref | Term)
]
ROWS = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    """Sixty records of each kind that has a list, many of them alike in what they are sorted by."""
    path: Path = tmp_path_factory.mktemp("lists") / "many.casefile"
    with CaseFile.create(path) as case_file:
        case_file.apply(creation(*a_crowd(), contents=(CONTENT,)))
        yield case_file


DOCUMENT, CONTENT = received(b"original", "She said no. قالت لا. " * ROWS, title="Report")


def a_crowd() -> Iterator[Record]:
    people = [
        Person(id=new_id(), unit=code("unit", n), described_as=f"Witness {n % 9}")
        for n in range(ROWS)
    ]
    places = [
        Place(id=new_id(), name=f"Town {n % 7}", precision=code("precision", n))
        for n in range(ROWS)
    ]
    events = [an_event(n, places[n].id) for n in range(ROWS)]
    passages = [passage_at(DOCUMENT, n * 7, n * 7 + 12) for n in range(ROWS)]
    yield from (DOCUMENT, *people, *places, *events, *passages)
    for n in range(ROWS):
        person_id, other_id, event_id = people[n].id, people[-n].id, events[n % 5].id
        yield Involvement(id=new_id(), event_id=event_id, person_id=person_id, role=code("role", n))
        yield Relationship(id=new_id(), person_id=person_id, other_id=other_id, type=code("tie", n))
        yield EventLink(id=new_id(), event_id=event_id, other_id=events[n].id, type=code("link", n))
        yield Quote(
            id=new_id(),
            passage_id=passages[n].id,
            speaker_id=people[n % 4].id,
            form=code("form", n),
        )
        yield Figure(id=new_id(), claimant_id=person_id, number=n % 5, act=code("act", n))
        yield Annotation(
            id=new_id(), target_id=passages[n].id, body=f"See {n % 3}", created=f"2026-01-0{n % 9}"
        )
        yield Tag(id=new_id(), label=f"Tag {n % 11}")
        if n % 3 == 0:
            yield Name(id=new_id(), person_id=person_id, text=["أمجد", "Zaid", "émile"][n // 3 % 3])


def an_event(n: int, place_id: str) -> Event:
    edtf = ["", "2019", "2020-03-15", "2019-10~"][n % 4]
    return Event(
        id=new_id(),
        title=f"Meeting {n % 6}",
        type=code("act", n),
        date=Date(edtf=edtf),
        place_id=place_id,
    )


def code(name: str, n: int) -> str:
    codes = vocabulary(name).codes
    return codes[n % len(codes)]


def whole(case_file: CaseFile, query: ListQuery) -> list[ListRow]:
    """The list as a plain sort gives it."""
    found = case_file.page(query, limit=10_000)
    return sorted(found, key=lambda row: row.key, reverse=query.descending)


def paged(case_file: CaseFile, query: ListQuery, limit: int, **rest: Any) -> list[ListRow]:
    after: lists.Key | None = None
    rows: list[ListRow] = []
    for _ in count():
        page = case_file.page(query, after, limit=limit, **rest)
        if not page:
            return rows
        rows += page
        after = page[-1].key
    raise AssertionError


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(("kind", "sort"), SORTS)
def test_pages_make_up_the_sorted_list(
    many: CaseFile, kind: str, sort: str, descending: bool
) -> None:
    query = ListQuery(kind, sort, descending)
    rows = whole(many, query)
    assert len(rows) == many.count(query) == many.total(kind) == (ROWS if kind != "document" else 1)
    assert paged(many, query, limit=7) == rows
    assert [
        row for n in range(0, len(rows), 9) for row in many.page(query, skip=n, limit=9)
    ] == rows
    middle = rows[len(rows) // 2]
    before = many.page(query, middle.key, backwards=True, limit=5)
    assert before == list(reversed(rows[: len(rows) // 2]))[:5]
    assert many.page(query, rows[-1].key) == []
    assert many.page(query, rows[0].key, backwards=True) == []
    assert many.page(query, middle.key, skip=3, limit=2) == rows[len(rows) // 2 + 4 :][:2]


@pytest.mark.parametrize("kind", LISTS)
def test_each_cell_is_words(many: CaseFile, kind: str) -> None:
    for row in many.page(ListQuery(kind)):
        assert len(row.cells) == len(LISTS[kind].columns)
        assert all(isinstance(cell, str) and "\n" not in cell for cell in row.cells)
        assert row.id == row.key[-1]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_field_filters_a_list(many: CaseFile, kind: str, field: str) -> None:
    records = list(many.all(KINDS[kind]))
    value = getattr(records[-1], field)
    wanted = {record.id for record in records if getattr(record, field) == value}
    query = ListQuery(kind, fields={field: value})
    if value is not None:
        assert {row.id for row in paged(many, query, limit=11)} == wanted
        assert many.count(query) == len(wanted)


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [
        ("person", "امجد", 7),
        ("person", "EMIL", 6),
        ("person", "witness 8", 6),
        ("event", "meeting 3 nothing", 0),
        ("event", "town 3", 9),
        ("quote", "قالت", None),
        ("quote", "zaid", None),
        ("place", "TOWN", ROWS),
        ("figure", "4", None),
        ("involvement", "meeting 1", 12),
        ("relationship", "zaid", None),
        ("event_link", "meeting 2", None),
        ("annotation", "see 2", 20),
        ("tag", "tag 10", 5),
        ("document", "she said", 1),
        ("person", "  ", ROWS),
        ("person", '؟!"*(', ROWS),
    ],
)
def test_words_filter_a_list(many: CaseFile, kind: str, words: str, found: int | None) -> None:
    query = ListQuery(kind, words=words)
    rows = paged(many, query, limit=8)
    assert len(rows) == many.count(query)
    assert len(rows) == found if found is not None else 0 < len(rows) < ROWS
    assert rows == whole(many, query)


# ── No list reads its whole table ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("kind", "sort"), SORTS)
def test_each_page_is_read_in_the_order_of_an_index(
    many: CaseFile, kind: str, sort: str, backwards: bool, after: bool
) -> None:
    query = ListQuery(kind, sort)
    key = whole(many, query)[0].key if after else None
    top, below = steps(many, query, narrowing.ALL, key, down=backwards)
    assert len(top) == 1
    assert top[0].startswith("SEARCH t USING" if after else "SCAN t USING")
    assert "INDEX by_" in top[0]
    assert scans(below) == []


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_each_filter_by_a_field_uses_an_index(many: CaseFile, kind: str, field: str) -> None:
    for sort in (column.name for column in LISTS[kind].columns if column.sort):
        assert_plans(many, ListQuery(kind, sort, fields={field: "x"}))


@pytest.mark.parametrize("kind", LISTS)
def test_words_are_looked_up_in_the_index_of_words(many: CaseFile, kind: str) -> None:
    for line in assert_plans(many, ListQuery(kind, words="ab")):
        assert any("VIRTUAL TABLE INDEX" in step for step in line)


def assert_plans(case_file: CaseFile, query: ListQuery) -> Iterator[list[str]]:
    """Each way to the rows goes by an index: by that of a filter, or by that of the order."""
    parts = filters.parts(query)
    found, ways = [], [narrowing.at_last(parts)]
    for at in (at for at, part in enumerate(parts) if part.ids is not None):
        top, below = steps(case_file, query, narrowing.gathered(parts, at), None)
        assert top[0] == f"SEARCH t USING INDEX sqlite_autoindex_{query.kind}_1 (id=?)", top
        found.append(below)
    for often in (0, 1_000_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(derived, "total", lambda *_, often=often: often)
            ways.append(narrowing.in_order(case_file._db, query.kind, parts))
    for way in ways:
        top, below = steps(case_file, query, way, None)
        assert top[0].startswith("SCAN t USING INDEX by_"), top
        assert "USE TEMP B-TREE FOR ORDER BY" not in top
        found.append(below)
    assert [line for below in found for line in scans(below)] == []
    return iter(found)


def steps(
    case_file: CaseFile, query: ListQuery, way: Way, key: lists.Key | None, *, down: bool = False
) -> tuple[list[str], list[str]]:
    sql, params = lists.page_sql(query, way, key, down=down)
    return plan(case_file, sql, [*params, 128, 0])


def scans(steps: list[str]) -> list[str]:
    # “within” is the growing list of places that are part of one.
    known = ("VIRTUAL TABLE INDEX", "CONSTANT ROW", "SCAN within")
    return [s for s in steps if s.startswith("SCAN") and not any(word in s for word in known)]


def test_a_record_is_found_in_its_row_in_every_order(sample: CaseFile) -> None:
    for kind, spec in LISTS.items():
        for column in spec.columns:
            for down in (False, True) if column.sort else ():
                query = ListQuery(kind, column.name, down)
                rows = [row.id for row in sample.page(query)]
                assert [sample.position(query, id) for id in rows] == list(range(len(rows)))


def test_a_record_that_the_filter_leaves_out_has_no_row(sample: CaseFile) -> None:
    query = ListQuery("person", words="amjad")
    rows = [row.id for row in sample.page(query)]
    others = [row.id for row in sample.page(ListQuery("person")) if row.id not in rows]
    assert [sample.position(query, id) for id in rows] == list(range(len(rows)))
    assert {sample.position(query, id) for id in others} == {None}
