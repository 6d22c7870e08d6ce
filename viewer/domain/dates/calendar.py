"""Days as whole numbers in the proleptic Gregorian calendar of ISO 8601, without limits of year.

Day 1 is 0001-01-01, as in `datetime.date.toordinal`; the year 0 and negative years continue it
downwards, which the standard library's dates cannot.
"""

#: Day numbers that stand for "no limit": they sort before and after every day.
NEVER = -(2**53)
FOREVER = 2**53

_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Tell whether a year of the proleptic Gregorian calendar has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12)."""
    return _LENGTHS[month - 1] + (month == 2 and is_leap(year))


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the number of a day; month and day must exist."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _DAYS_BEFORE[month - 1] + (month > 2 and is_leap(year)) + day


def civil(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number."""
    # An estimate that is never too early, by the days of 400 years, taken back to the year.
    year = number * 400 // 146097 + 2
    while day_number(year) > number:
        year -= 1
    month = 12
    while day_number(year, month) > number:
        month -= 1
    return year, month, number - day_number(year, month) + 1


def add_months(number: int, months: int) -> int:
    """Return the day so many months later, clipped to the end of a shorter month."""
    year, month, day = civil(number)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return day_number(year, month + 1, min(day, month_length(year, month + 1)))


def iso_day(number: int) -> str:
    """Return a day as ISO 8601 `YYYY-MM-DD`, with a sign before years below zero."""
    year, month, day = civil(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"
