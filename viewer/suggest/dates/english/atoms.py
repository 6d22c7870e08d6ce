"""The words of which English dates are made, as parts of patterns."""

from viewer.domain.dates.months import MONTHS, WEEKDAYS
from viewer.domain.numbers import NUMBER_WORDS
from viewer.suggest.dates.language import GAP


def either(*words: str) -> str:
    """Return a pattern of one of some words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def named(*words: str) -> str:
    """Return a pattern of one of some words, as a name or in capitals throughout."""
    return either(*words, *(word.upper() for word in words))


_SHORT_MONTHS = [*(month[:3] for month in MONTHS if month != "May"), "Sept"]
_SHORT_WEEKDAYS = [*(day[:3] for day in WEEKDAYS), "Tues", "Thur", "Thurs"]
#: Names of months that mean nothing else, and those that are also words or first names.
PLAIN_MONTH = named(*(set(MONTHS) - {"March", "April", "May", "June", "August"}))
FULL_MONTH = named(*MONTHS)
SHORT_MONTH = named(*_SHORT_MONTHS)
MONTH = rf"(?:{FULL_MONTH}|{SHORT_MONTH}\b\.?)"
WEEKDAY = named(*WEEKDAYS)
ANY_WEEKDAY = rf"(?:{WEEKDAY}|{named(*_SHORT_WEEKDAYS)}\b\.?)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?:1\d|20)\d\d(?![\w]|[.,]\d)"
UNIT = r"(?:[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
#: A number of units: in digits, in words, or only vaguely.
VAGUE = rf"(?:(?:[Aa]{GAP})?few|[Ss]everal|[Mm]any|(?:[Aa]{GAP})?couple(?:{GAP}of)?|[Ss]ome)"
NUMBER = rf"(?:\d{{1,3}}(?![\d.,])|{NUMBER_WORDS}|[Aa]n?\b|{VAGUE})"
#: Words that make the number beside them about right, or only a limit.
ABOUT = r"(?:[Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately|[Cc]irca|[Nn]early|[Aa]lmost|[Ss]ome)"
LIMIT = rf"(?:[Mm]ore{GAP}than|[Ll]ess{GAP}than|[Oo]ver|[Uu]nder|[Aa]t{GAP}least|[Uu]p{GAP}to)"
PART = rf"(?:(?:[Ee]arly|[Mm]id(?:dle{GAP}of)?|[Ll]ate)(?:-|{GAP}))"
#: Where a word begins and ends.
BEGIN = r"(?<![\w$€£#])"
END = r"(?!\w)"

_MONTHS = {month[:3].lower(): number for number, month in enumerate(MONTHS, start=1)}
_WEEKDAYS = {day[:3].lower(): number for number, day in enumerate(WEEKDAYS)}
_SEASONS = {"sp": 21, "su": 22, "au": 23, "fa": 23, "wi": 24}


def month_number(name: str | None) -> int:
    """Return 1 to 12 for a name of a month, however short; 0 without one."""
    return _MONTHS[name[:3].lower()] if name else 0


def weekday_number(name: str | None) -> int:
    """Return 0 to 6 for a name of a weekday, however short; -1 without one."""
    return _WEEKDAYS[name[:3].lower()] if name else -1


def season_number(name: str) -> int:
    """Return 21 to 24 for a season, as EDTF does."""
    return _SEASONS[name[:2].lower()]


def day_number(written: str | None) -> int:
    """Return the day of a month from "3" or "3rd"; 0 without one."""
    return int("".join(filter(str.isdecimal, written))) if written else 0
