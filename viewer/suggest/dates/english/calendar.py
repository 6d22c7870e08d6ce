"""English dates of the calendar: days, months, seasons, years, decades and centuries."""

import re
from dataclasses import replace

from viewer.domain.text import words
from viewer.suggest.dates.english.atoms import (
    ABOUT,
    ANY_WEEKDAY,
    BEGIN,
    DAY,
    END,
    FULL_MONTH,
    MONTH,
    PART,
    PLAIN_MONTH,
    SEASON,
    YEAR,
    day_number,
    month_number,
    season_number,
    weekday_number,
)
from viewer.suggest.dates.language import GAP, Form, Read
from viewer.suggest.dates.readings import Moment, Range, Reading

_WEEKDAY = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?{GAP}(?:the{GAP})?)?"
_ABOUT = rf"(?P<about>{ABOUT}{GAP})?"
_DASH = rf"{GAP}?[-–—]{GAP}?"
_TO = rf"(?:{_DASH}|{GAP}(?:to|through|until){GAP})"
#: Before a month that stands alone: what comes then is a time, or at least no verb.
_IN = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Ee]arly|[Ll]ate|[Mm]id|"
    r"[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|of|[Ee]arlier|[Ll]ater|"
    r"[Bb]etween|[Pp]ast|[Tt]hrough|back)"
)


_SEPTEMBER_11 = re.compile(r"(?:Sept?\.?|September) 11(?:th)?$")
_ATTACKS = re.compile(r",?\s+(?:terror\w*\s+)?(?:attacks?|hijack)")
_YEARS = {"last": -1, "this": 0, "next": 1}


def _moment(match: re.Match[str]) -> Moment:
    said = match.groupdict()
    return Moment(
        year=said.get("year") or _year_of_attacks(match),
        month=month_number(said.get("month")),
        day=day_number(said.get("day")),
        weekday=weekday_number(said.get("weekday")),
        qualifier="~" if said.get("about") else "",
        which=_which(said.get("which")),
        years=_YEARS.get(said.get("years") or ""),
    )


def _year_of_attacks(match: re.Match[str]) -> str:
    """Return the year of "the September 11 attacks", which is never that of the document."""
    is_known = _SEPTEMBER_11.match(match[0]) and _ATTACKS.match(match.string, match.end())
    return "2001" if is_known else ""


def _days(match: re.Match[str]) -> Reading | None:
    first, last = day_number(match["first"]), day_number(match["day"])
    is_between = match.string[: match.start()].endswith(("etween ", "etween the "))
    if first >= last or (match["and"] and first + 1 < last and not is_between):
        return None
    year, month = match["year"] or "", month_number(match["month"])
    return Range(Moment(year, month, first), Moment(year, month, last))


def _season(match: re.Match[str]) -> Reading:
    return Moment(match["year"] or "", season_number(match["season"]), which=_which(match["which"]))


def _which(word: str | None) -> str:
    return (word or "").lower().replace("past", "last")


def _decade(match: re.Match[str]) -> Reading:
    return Moment(f"{match['decade']}X")


_DECADES = words("twenties thirties forties fifties sixties seventies eighties nineties")


def _short_decade(match: re.Match[str]) -> Reading:
    """Read "the '60s" and "the sixties"; those of the last century are meant."""
    tens = match["tens"].lower()
    tens = str(_DECADES.index(tens) + 2) if tens in _DECADES else tens
    return Moment(f"19{tens}X")


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "twenty-first"
)
_ORDINAL = {word: number for number, word in enumerate(_ORDINALS.split(" "), start=1)}


def _century(match: re.Match[str]) -> Reading | None:
    written = match["century"].lower()
    number = _ORDINAL.get(written) or int("".join(filter(str.isdecimal, written)))
    return Moment(f"{number - 1:02}XX") if 1 <= number <= 21 and not match["bc"] else None


def _form(pattern: str, read: Read = _moment) -> Form:
    return Form(re.compile(f"{BEGIN}{pattern}{END}"), read)


_DAYS = rf"(?P<first>{DAY})(?:{_TO}|(?P<and>{GAP}and{GAP}))(?P<day>{DAY})"

MONTHS: tuple[Form, ...] = (
    _form(
        rf"[Bb]y{GAP}the{GAP}(?:end|middle|beginning){GAP}of{GAP}(?P<date>(?P<month>{FULL_MONTH}))",
        lambda match: replace(_moment(match), which="next"),
    ),
    _form(rf"{_DAYS}{GAP}(?:of{GAP})?(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?", _days),
    _form(rf"(?P<month>{MONTH}){GAP}{_DAYS}(?:,?{GAP}(?P<year>{YEAR}))?", _days),
    # 3 October 2019, the 3rd of May, Tuesday the 3rd of May, 3-May-2019
    _form(
        rf"{_ABOUT}{_WEEKDAY}(?P<day>{DAY})(?:{GAP}(?:of{GAP})?|-)(?P<month>{MONTH})"
        rf"(?:(?:,?{GAP}(?:of{GAP})?|-)(?P<year>{YEAR}))?"
    ),
    # October 3, 2019; Tuesday, May 3
    _form(
        rf"{_ABOUT}{_WEEKDAY}(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY})"
        rf"(?!{GAP}(?:{MONTH})|:\d|\.\d|{GAP}?%)(?:,?{GAP}(?P<year>{YEAR}))?"
    ),
    _form(rf"{_ABOUT}{PART}?(?P<month>{MONTH})(?:{GAP}of)?,?{GAP}(?P<year>{YEAR})"),
    # 5 January last year, May of this year
    _form(
        rf"{_WEEKDAY}{PART}?(?:(?P<day>{DAY}){GAP}(?:of{GAP})?)?(?P<month>{MONTH})"
        rf"(?:,?{GAP}of)?,?{GAP}(?P<years>last|this|next){GAP}year"
    ),
    _form(
        rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){GAP})?{PART}?(?P<month>{PLAIN_MONTH})"
        rf"(?!{GAP}[A-Z]|-\w)"
    ),
    _form(rf"{_IN}(?:-|{GAP})(?P<date>{PART}?(?P<month>{FULL_MONTH}))(?!{GAP}[A-Z]|-\w|'s|’s)"),
    _form(
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){GAP}{PART}?(?P<month>{FULL_MONTH})(?!{GAP}[A-Z])"
    ),
    _form(rf"{PART}(?P<month>{FULL_MONTH})(?!{GAP}[A-Z])"),
    _form(
        rf"{FULL_MONTH}(?:{_TO}|{GAP}and{GAP})(?P<date>{PART}?(?P<month>{FULL_MONTH}))(?!{GAP}[A-Z])"
    ),
    _form(rf"(?P<month>{FULL_MONTH})(?=(?:{_TO}|{GAP}and{GAP}){PART}?{FULL_MONTH}{END})"),
)
SEASONS: tuple[Form, ...] = (
    _form(
        rf"(?P<which>){PART}?(?:the{GAP})?(?P<season>{SEASON})(?:{GAP}of|,)?{GAP}"
        rf"(?:of{GAP})?(?P<year>{YEAR})",
        _season,
    ),
    _form(
        rf"(?:[Ii]n|[Oo]ver|[Ss]ince|[Dd]uring|[Ii]nto|[Bb]y|[Uu]ntil){GAP}(?P<date>[Tt]he{GAP}"
        rf"(?P<which>)(?P<season>{SEASON})(?P<year>))(?!{GAP}(?:of|[a-z]+(?:s|ing|ed))\b|-)",
        _season,
    ),
    _form(
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext){GAP}(?P<season>{SEASON})(?P<year>)(?!{GAP}of\b)",
        _season,
    ),
)
DECADES: tuple[Form, ...] = (
    _form(rf"{PART}?(?P<decade>1\d\d|20\d)0s", _decade),
    _form(rf"[Tt]he{GAP}(?P<date>{PART}?(?P<decade>1\d\d|20\d)0['’]s)(?!{GAP}[A-Z])", _decade),
    _form(rf"(?:[Tt]he|[Ii]n){GAP}(?P<date>{PART}?['’‘]?(?P<tens>[2-9])0['’]?s)", _short_decade),
)
CENTURIES: tuple[Form, ...] = (
    _form(
        rf"(?:[Tt]he|[Ii]n){GAP}(?P<date>{PART}?(?P<tens>(?i:{'|'.join(_DECADES)})))", _short_decade
    ),
    _form(
        rf"(?:[Tt]he{GAP})?{PART}?(?P<century>\d\d?(?:st|nd|rd|th)|(?i:{'|'.join(_ORDINAL)}))"
        rf"(?:-|{GAP})(?:[Cc]entury|[Cc]enturies)(?P<bc>{GAP}B\.?C)?",
        _century,
    ),
)
