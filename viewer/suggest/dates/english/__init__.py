"""English dates, as newspapers, reports and letters write them."""

import re

from viewer.suggest.dates import numeric
from viewer.suggest.dates.english import calendar, relative, years
from viewer.suggest.dates.english.tense import tense
from viewer.suggest.dates.language import Group, Language

_MONTH = (
    "Jan|Feb|Mar(?![a-bd-z])|Apr|May(?![a-z])|Jun|Jul|Aug|Sep|Oct|Nov|Dec|"
    "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
)
_SEASON = "spring|summer|autumn|winter|fall|Spring|Summer|Autumn|Winter|Fall"

_COUNTED = (
    r"(?:[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade)s?\s{1,3}"
    "(?:ago|from|after|before|following|prior|in|ahead|later|earlier)"
)

ENGLISH = Language(
    groups=(
        numeric.GROUP,
        Group(re.compile(_MONTH), calendar.MONTHS),
        Group(re.compile(r"\d\d\d\d"), years.FORMS),
        Group(re.compile(r"\d0['’]?s"), calendar.DECADES),
        Group(re.compile(r"ties\b|century|Century|centuries"), calendar.CENTURIES),
        Group(re.compile(_COUNTED), relative.COUNTED, after=120),
        Group(re.compile("day|week|month|year|decade|Week|Month|Year"), relative.UNITS),
        Group(re.compile("day"), relative.DAYS),
        Group(re.compile("night|morning|afternoon|evening|morrow"), relative.NIGHTS),
        Group(re.compile(_SEASON), calendar.SEASONS),
    ),
    since=re.compile(r"\b(?:[Ss]ince|[Aa]s of|[Ss]tarting(?: in| on)?)(?: the)?\s$"),
    until=re.compile(r"\b(?:[Uu]ntil|[Tt]ill|[Uu]p to|[Tt]hrough)(?: the)?\s$"),
    between=re.compile(r"\b(?:[Bb]etween)(?: the)?\s$"),
    joins=re.compile(r"\s(?:to|through|until|till)\s(?:the\s)?|\s?[-–—]\s?"),
    ands=re.compile(r"\s(?:and|&)\s(?:the\s)?"),
    tense=tense,
)
