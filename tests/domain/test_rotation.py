"""Of backups the newest stay, and ever fewer of the older ones."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.rotation import LAST, kept
from viewer.store.backup import KEPT

START = datetime(2026, 11, 2, 9, tzinfo=UTC)  # a Monday
MANY = 1000

moments = st.lists(
    st.integers(0, 60 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)),
    min_size=1,
    max_size=60,
)


def test_five_then_days_then_weeks() -> None:
    hourly = [START + timedelta(hours=hours) for hours in range(24 * 40)]
    staying = sorted(kept(hourly, MANY), reverse=True)
    newest = hourly[-1]
    assert staying[:5] == hourly[:-6:-1]
    assert [f"{moment:%d %b %H}" for moment in staying[5:]] == [
        *("11 Dec 23", "10 Dec 23", "09 Dec 23", "08 Dec 23", "07 Dec 23", "06 Dec 23"),
        *("29 Nov 23", "22 Nov 23", "15 Nov 23", "08 Nov 23"),
    ]
    assert f"{newest:%d %b %H}" == "12 Dec 08"


@given(moments)
def test_where_nobody_says_how_many_days_and_weeks_are_not_cut_short(
    given_: list[datetime],
) -> None:
    busy = {moment + timedelta(minutes=n) for moment in given_ for n in range(LAST)}
    assert kept(busy, KEPT) == kept(busy, MANY)


def test_the_bound_takes_the_oldest_away() -> None:
    daily = [START + timedelta(days=days) for days in range(30)]
    assert kept(daily, 3) == set(daily[-3:])
    assert kept(daily, 1) == {daily[-1]}


@given(moments, st.integers(1, 30))
def test_some_stay_and_always_the_newest(given_: list[datetime], most: int) -> None:
    staying = kept(given_, most)
    assert staying <= set(given_)
    assert max(given_) in staying
    assert len(staying) <= most
    assert kept(staying, most) == staying
    assert set(sorted(set(given_))[-min(LAST, most) :]) <= staying


@given(moments)
def test_rotating_after_each_backup_leaves_what_rotating_once_would(given_: list[datetime]) -> None:
    staying: set[datetime] = set()
    for moment in sorted(given_):
        staying = kept({*staying, moment}, MANY)
    assert staying == kept(given_, MANY)
