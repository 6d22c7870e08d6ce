"""Days as numbers: the standard library's calendar where it reaches, and on where it ends."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.dates import civil, day_number, iso_day
from viewer.domain.dates.calendar import add_months, month_length

numbers = st.integers(-(10**11), 10**11)


@given(st.dates())
def test_days_have_the_numbers_of_the_standard_library(day: datetime.date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert iso_day(day.toordinal()) == day.isoformat()


@given(numbers)
def test_a_number_names_one_day(number: int) -> None:
    year, month, day = civil(number)
    assert 1 <= day <= month_length(year, month)
    assert day_number(year, month, day) == number


@given(numbers)
def test_the_day_before_and_after_are_neighbours(number: int) -> None:
    assert civil(number) < civil(number + 1)


@given(st.integers(-20_000, 20_000), st.integers(1, 12))
def test_months_follow_one_another_without_a_gap(year: int, month: int) -> None:
    last = day_number(year, month, month_length(year, month))
    assert last + 1 == day_number(year + month // 12, month % 12 + 1)


@given(numbers, st.integers(-100_000, 100_000))
def test_adding_months_lands_in_the_month_and_clips_the_day(number: int, months: int) -> None:
    (year, month, day), (new_year, new_month, new_day) = (
        civil(number),
        civil(add_months(number, months)),
    )
    assert (new_year * 12 + new_month) - (year * 12 + month) == months
    assert new_day == min(day, month_length(new_year, new_month))


def test_every_day_about_the_turns_of_a_year_is_named() -> None:
    for year in range(-801, 802):
        new_year = day_number(year)
        assert civil(new_year) == (year, 1, 1)
        assert civil(new_year - 1) == (year - 1, 12, 31)


def test_years_before_the_first() -> None:
    assert iso_day(day_number(0, 1, 1)) == "0000-01-01"
    assert iso_day(day_number(0, 1, 1) - 1) == "-0001-12-31"
