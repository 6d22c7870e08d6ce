"""English dates, as newspapers, reports and letters write them."""

import re

from viewer.suggest.dates import numeric
from viewer.suggest.dates.english import calendar, relative, years
from viewer.suggest.dates.language import Language

_WORDS = (
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|"
    "DEC|day|week|month|year|decade|centur|Centur|tonight|Tonight|tomorrow|Tomorrow|YESTERDAY|"
    "TODAY|night|morning|afternoon|evening|spring|summer|autumn|winter|fall|Spring|Summer|Autumn|"
    "Winter|Fall|Day|Week|Month|Year|twenties|thirties|forties|fifties|sixties|seventies|eighties|"
    "nineties"
)

ENGLISH = Language(
    seeds=(re.compile(_WORDS), re.compile(r"\d(?:\d\d\d|0s)"), numeric.SEED),
    forms=(*numeric.FORMS, *calendar.FORMS, *years.FORMS, *relative.FORMS),
    since=re.compile(r"\b(?:[Ss]ince|[Aa]s of|[Ss]tarting(?: in| on)?)(?: the)?\s$"),
    until=re.compile(r"\b(?:[Uu]ntil|[Tt]ill|[Uu]p to|[Tt]hrough)(?: the)?\s$"),
    between=re.compile(r"\b(?:[Bb]etween)(?: the)?\s$"),
    joins=re.compile(r"\s(?:to|through|until|till)\s(?:the\s)?|\s?[-–—]\s?"),
    ands=re.compile(r"\s(?:and|&)\s(?:the\s)?"),
    future=re.compile(
        r"\b(?:will|would|shall|scheduled|due|planned|plans|expected|expects|upcoming|going to|"
        r"is to|are to|set to|to be|slated|deadline|must|should)\b|['’]ll\b"
    ),
    past=re.compile(r"\b(?:was|were|had|did|has|have|been|said|told|\w+ed)\b"),
)
