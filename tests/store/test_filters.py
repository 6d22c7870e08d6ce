"""Filters of a list: however they are combined, the rows are those that a plain look finds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.crowd import WORDS, crowd
from tests.store.plain_look import Look
from tests.store.test_lists import assert_plans
from viewer.domain.changes import creation, edit
from viewer.domain.criteria import Criteria, DateRange
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Event,
    Place,
)
from viewer.domain.vocabularies import vocabulary
from viewer.store import FILTERS, LISTS, CaseFile, Filter, ListQuery, lists, narrowing
from viewer.store.filter_specs import EVIDENCE

EACH = [(kind, each) for kind, found in FILTERS.items() for each in found]
NAMES = [f"{kind} {each.name}" for kind, each in EACH]
DATES = st.sampled_from(["", "2018", "2019-10", "2019-10-25", "2020-03-01", "2026-01-03"])


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    path: Path = tmp_path_factory.mktemp("filters") / "crowd.casefile"
    with CaseFile.create(path) as case_file:
        case_file.apply(crowd())
        yield case_file


@pytest.fixture(scope="module")
def look(many: CaseFile) -> Look:
    return Look(many)


def values_of(found: Filter, look: Look) -> st.SearchStrategy[tuple[str, ...]]:
    match found.asked:
        case "term":
            each = vocabulary(found.of).codes
        case "evidence":
            each = tuple(EVIDENCE)
        case _:
            each = tuple(record.id for record in look.of[found.of])
    return st.lists(st.sampled_from(each), min_size=1, max_size=4, unique=True).map(tuple)


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    start, end = draw(DATES), draw(DATES)
    wanted = DateRange(start, end, draw(st.booleans()))
    return DateRange(end, start, wanted.undated) if wanted.span.is_empty else wanted


@st.composite
def queries(draw: st.DrawFn, look: Look) -> ListQuery:
    kind = draw(st.sampled_from([*LISTS]))
    criteria = Criteria(words=draw(st.sampled_from(["", "", "riv", "qqq"])))
    for found in draw(st.lists(st.sampled_from(FILTERS[kind] or (None,)), max_size=3)):
        if found is not None and found.asked in ("date", "moment"):
            criteria = criteria.with_range(found.name, draw(ranges()))
        elif found is not None:
            criteria = criteria.with_chosen(found.name, draw(values_of(found, look)))
    sort = draw(st.sampled_from([c.name for c in LISTS[kind].columns if c.sort]))
    typed = draw(st.sampled_from(["", "", *WORDS, "amjad riv", "ام"]))
    return ListQuery(kind, sort, draw(st.booleans()), typed, criteria=criteria)


@given(
    data=st.data(),
    few=st.sampled_from([0, 2, 5_000]),
    tested=st.sampled_from([1, 7, 4_000]),
    worth=st.sampled_from([0, 16_000]),
    counted=st.sampled_from([1, 3, 1_000]),
)
def test_combined_filters_are_a_plain_look_at_every_record(
    many: CaseFile, look: Look, data: st.DataObject, few: int, tested: int, worth: int, counted: int
) -> None:
    """Whether rows are gathered, met in order, or first met and then gathered."""
    query = data.draw(queries(look))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(narrowing, "FEW", few)
        patch.setattr(narrowing, "TESTED", tested)
        patch.setattr(narrowing, "_WORTH", worth)
        patch.setattr(narrowing, "_DEARER", min(worth, 100))
        patch.setattr(lists, "COUNTED", counted)
        patch.setattr(lists, "PAGE", min(counted, 2))
        rows = list(pages(many, query, limit=5))
        ids = [row.id for row in rows]
        assert set(ids) == look.rows(query)
        assert many.count(query) == len(ids) == in_steps(many, query)
        assert [row.id for row in many.page(query, skip=3, limit=4)] == ids[3:7]
        assert [many.position(query, id) for id in ids[:3]] == list(range(min(3, len(ids))))
        if len(rows) > 2:
            before = many.page(query, rows[2].key, backwards=True, limit=2)
            assert [row.id for row in before] == [ids[1], ids[0]]
            assert many.position(query, ids[-1], until=rows[-2].key) is None
            assert many.position(query, ids[-2], until=rows[-2].key) == len(ids) - 2
    whole = [row.id for row in many.page(ListQuery(query.kind, query.sort, query.descending))]
    assert ids == [id for id in whole if id in set(ids)]


def pages(case_file: CaseFile, query: ListQuery, limit: int) -> Iterator[lists.ListRow]:
    page = case_file.page(query, limit=limit)
    while page:
        yield from page
        page = case_file.page(query, page[-1].key, limit=limit)


def in_steps(case_file: CaseFile, query: ListQuery) -> int:
    """As a list counts that is scrolled to its end."""
    counted = case_file.counted(query)
    number = counted.number
    while counted.more:
        (last,) = case_file.page(query, skip=number - 1, limit=1)
        counted = case_file.counted(query, last.key)
        number += counted.number
    return number


# ── Each filter ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("kind", "found"), EACH, ids=NAMES)
def test_each_filter_leaves_some_rows_and_takes_others_out(
    many: CaseFile, look: Look, kind: str, found: Filter
) -> None:
    for value in some_values(found, look):
        rows = {row.id for row in many.page(ListQuery(kind, criteria=asking(found, value)))}
        assert rows == look.rows(ListQuery(kind, criteria=asking(found, value)))
        if 0 < len(rows) < many.total(kind):
            return
    raise AssertionError


@pytest.mark.parametrize(("kind", "found"), EACH, ids=NAMES)
def test_each_filter_goes_by_an_index(many: CaseFile, look: Look, kind: str, found: Filter) -> None:
    for value in list(some_values(found, look))[:3]:
        for sort in (column.name for column in LISTS[kind].columns if column.sort):
            assert_plans(many, ListQuery(kind, sort, criteria=asking(found, value)))


def asking(found: Filter, value: Any) -> Criteria:
    if isinstance(value, DateRange):
        return Criteria().with_range(found.name, value)
    return Criteria().with_chosen(found.name, (value,))


def some_values(found: Filter, look: Look) -> Iterator[Any]:
    match found.asked:
        case "term":
            yield from vocabulary(found.of).codes
        case "evidence":
            yield from EVIDENCE
        case "record":
            yield from (record.id for record in look.of[found.of])
        case _:
            yield DateRange("2019", "2019")
            yield DateRange("", "2026-01-03")
            yield DateRange("2026-01-03")
            yield DateRange(undated=True)


def test_a_place_stands_for_all_that_is_part_of_it(sample: CaseFile) -> None:
    country = Place(id=new_id(), name="A country")
    places = list(sample.all(Place))
    sample.apply(creation(country))
    for place in places:
        if place.part_of_id is None:
            sample.apply(edit(place, part_of_id=country.id))
    query = ListQuery("event", criteria=Criteria().with_chosen("place", (country.id,)))
    somewhere = {event.id for event in sample.all(Event) if event.place_id is not None}
    assert {row.id for row in sample.page(query)} == somewhere != set()
    assert {row.cells[0] for row in sample.page(ListQuery("place", criteria=query.criteria))} == {
        place.name for place in (*places, country)
    }


def test_a_filter_that_this_version_lacks_leaves_all_rows(many: CaseFile) -> None:
    criteria = Criteria(chosen={"mood": ("dark",)}, ranges={"hour": DateRange("2019")})
    assert many.count(ListQuery("person", criteria=criteria)) == many.total("person")


def test_a_word_that_cannot_be_looked_for_leaves_no_row(many: CaseFile) -> None:
    """A letter newer than the engine's Unicode."""
    query = ListQuery("person", words="a\U0001e900b")
    assert many.page(query) == []
    assert many.count(query) == 0
