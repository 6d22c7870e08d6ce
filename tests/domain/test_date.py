"""A record's date: what days it allows, and what cannot be kept."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.dates import (
    FOREVER,
    NEVER,
    NO_DATE,
    UNDATED,
    Date,
    EdtfError,
    Offset,
    Span,
    day_number,
)
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError

OCTOBER = Span(day_number(2019, 10, 1), day_number(2019, 10, 31))

distances = st.builds(
    Offset,
    st.sampled_from([1, -1]),
    st.integers(0, 99_999),
    st.integers(0, 999_999),
    st.integers(0, 999_999),
    st.integers(0, 9_999_999),
)


# ── Blank and absolute ───────────────────────────────────────────────────────────────────────


def test_a_blank_date_is_valid_and_allows_no_day() -> None:
    assert NO_DATE.is_blank
    assert NO_DATE.checked() is NO_DATE
    assert NO_DATE.span() == UNDATED
    assert UNDATED.is_empty


def test_an_undated_record_sorts_after_every_day_and_no_range_meets_it() -> None:
    assert UNDATED.earliest > day_number(9999, 12, 31)
    assert not (UNDATED.earliest <= day_number(2030) and UNDATED.latest >= day_number(1900))


def test_words_alone_are_kept_but_allow_no_day() -> None:
    date = Date(written="in the last year")
    assert date.checked() is date
    assert not date.is_blank
    assert date.span(OCTOBER) == UNDATED


def test_it_allows_the_days_of_its_edtf() -> None:
    assert Date(edtf="2019-10~").span() == OCTOBER
    assert Date(edtf="2019-10/..").span() == (OCTOBER.earliest, FOREVER)
    assert Date(edtf="../2019-10").span() == (NEVER, OCTOBER.latest)


def test_its_own_days_come_before_those_of_its_anchor() -> None:
    date = Date(edtf="2020", anchor_id="killing", offset="P5D")
    assert date.span(OCTOBER) == Date(edtf="2020").span()


# ── Relative ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("offset", "earliest", "latest"),
    [
        ("", (2019, 10, 1), (2019, 10, 31)),
        ("P0D", (2019, 10, 1), (2019, 10, 31)),
        ("P5D", (2019, 10, 6), (2019, 11, 5)),
        ("-P2W", (2019, 9, 17), (2019, 10, 17)),
        ("P1M", (2019, 11, 1), (2019, 11, 30)),
        ("-P1Y", (2018, 10, 1), (2018, 10, 31)),
        ("P1Y4M1D", (2021, 2, 2), (2021, 3, 1)),
    ],
)
def test_a_relative_date_is_counted_from_its_anchor(
    offset: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    date = Date(anchor_id="killing", offset=offset)
    assert date.span(OCTOBER) == (day_number(*earliest), day_number(*latest))


def test_without_a_date_of_its_anchor_it_stays_unresolved() -> None:
    date = Date(anchor_id="killing", offset="P5D")
    assert date.span() == UNDATED
    assert date.span(UNDATED) == UNDATED


def test_no_limit_stays_no_limit() -> None:
    since = Span(OCTOBER.earliest, FOREVER)
    assert Date(anchor_id="a", offset="-P1Y").span(since) == (day_number(2018, 10, 1), FOREVER)


@given(distances, st.integers(-1_000_000, 1_000_000), st.integers(0, 5_000))
def test_the_earliest_day_stays_the_earliest(offset: Offset, day: int, length: int) -> None:
    assert offset.added_to(day) <= offset.added_to(day + length)


@given(distances)
def test_a_distance_reads_back_as_it_was_written(offset: Offset) -> None:
    sign = "-" if offset.sign < 0 else ""
    written = f"{sign}P{offset.years}Y{offset.months}M{offset.weeks}W{offset.days}D"
    assert Offset.parse(written) == offset


# ── What cannot be kept ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "offset", ["P", "-P", "5D", "P5", "PD", "P5H", "PT5H", "P1D1Y", "P-5D", "P1.5D", "p5d", "P٥D"]
)
def test_a_distance_that_is_no_duration_is_refused(offset: str) -> None:
    with pytest.raises(InvalidRecordError, match="is not a distance in time"):
        Date(anchor_id="killing", offset=offset).checked()


def test_a_distance_from_nothing_is_refused() -> None:
    with pytest.raises(InvalidRecordError, match="needs something to count from"):
        Date(offset="P5D").checked()


def test_a_text_that_is_not_edtf_is_refused() -> None:
    with pytest.raises(EdtfError):
        Date(written="Last year", edtf="last year").checked()


@pytest.mark.parametrize("unit", ["1", "P", "P1D", "-", "P1"])
def test_a_very_long_distance_is_refused_at_once_in_a_short_sentence(unit: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(InvalidRecordError) as refusal:
        Date(anchor_id="killing", offset=unit * 10_000).checked()
    assert time.perf_counter() - begun < 0.5
    assert len(str(refusal.value)) < 300


def test_very_long_words_are_kept() -> None:
    assert Date(written="a" * 10_000).checked().span() == UNDATED


@given(st.text(max_size=20), st.text(max_size=20), st.none() | st.text(max_size=3))
def test_whatever_is_typed_is_kept_or_refused(edtf: str, offset: str, anchor: str | None) -> None:
    try:
        date = Date(edtf=edtf, offset=offset, anchor_id=anchor).checked()
    except InvalidRecordError:
        return
    assert date.type in vocabulary("date_type")
    assert isinstance(date.span(OCTOBER), Span)


# ── What it is ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("date", "type_"),
    [
        (Date(edtf="2019-10-25"), "exact"),
        (Date(edtf="2019-10"), "partial"),
        (Date(edtf="201X"), "partial"),
        (Date(edtf="2019-10-25~"), "uncertain"),
        (Date(edtf="2019?"), "uncertain"),
        (Date(edtf="2019~/2020"), "interval"),
        (Date(anchor_id="killing", offset="P5D"), "relative"),
        (Date(written="in the last year"), "undated"),
        (NO_DATE, "undated"),
    ],
)
def test_its_type(date: Date, type_: str) -> None:
    assert date.type == type_
    assert type_ in vocabulary("date_type")


def test_it_is_inferred_when_it_has_a_basis() -> None:
    assert Date(edtf="2019?", basis="counted back").is_inferred
    assert not Date(edtf="2019?").is_inferred
