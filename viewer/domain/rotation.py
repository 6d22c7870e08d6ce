"""Which backups are kept: the newest, and ever fewer of the older ones."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

#: The newest that are kept, whenever they were made.
LAST = 5
#: Days, counted back from the newest, of which the last of each day is kept.
DAYS = 7
#: Days, counted back from the newest, of which the last of each week is kept.
WEEKS = 35


def kept(moments: Iterable[datetime], most: int) -> set[datetime]:
    """Return the moments whose backups stay, at most `most` of them, the newest first.

    Days and weeks are those of UTC; a week begins on Monday (ISO 8601).
    """
    ordered = sorted(set(moments), reverse=True)
    wanted = {
        *ordered[:LAST],
        *_last_of_each(ordered, DAYS, lambda moment: moment.date()),
        *_last_of_each(ordered, WEEKS, lambda moment: moment.isocalendar()[:2]),
    }
    return set(sorted(wanted, reverse=True)[:most])


def _last_of_each(
    ordered: list[datetime], days: int, period: Callable[[datetime], Any]
) -> Iterable[datetime]:
    """Return the last moment of each period within some days before the newest."""
    found: dict[Any, datetime] = {}
    for moment in ordered:
        if ordered[0].date() - moment.date() < timedelta(days=days):
            found.setdefault(period(moment), moment)
    return found.values()
