"""English dates that count from something: from the document's day, or from an event."""

import re

from viewer.domain.numbers import number_of
from viewer.suggest.dates.english.atoms import (
    ABOUT,
    BEGIN,
    END,
    LIMIT,
    NUMBER,
    UNIT,
    VAGUE,
    WEEKDAY,
    weekday_number,
)
from viewer.suggest.dates.language import GAP, Form, Read
from viewer.suggest.dates.readings import UNITS as UNITS_OF_TIME
from viewer.suggest.dates.readings import Counted, FromEvent, Moment, Period, Reading, Weekend

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_BEFORE = ("before", "earlier", "prior", "in", "ahead")
_IS_VAGUE = re.compile(VAGUE)
_ARTICLE = re.compile(r"[Aa]n?|[Tt]he")

#: Days that have a name of their own, or come every week.
_NAMED_WEEKDAY = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|Black|Good|Bloody|Ash|Super|Cyber|Palm|Giving|Red|Holy|Maundy|News|USA|Face)\s$"
)
#: Where the words of an event end, after which something is said to have happened.
_STOP = (
    r"(?:when|while|who|which|that|said|says|told|tells|but|and|or|in|at|from|with|for|as|to|"
    r"where|because|then|since|until|during|has|have|had)"
)
_WORD = r"[^\s.,;:!?()\"“”„«»\[\]–—]+"
_EVENT = (
    rf"(?P<event>(?!(?:{_STOP}|yesterday|tomorrow)\b){_WORD}"
    rf"(?:[^\S\n]{{1,2}}(?!{_STOP}\b){_WORD}){{0,7}})"
)


def _day(match: re.Match[str]) -> Reading:
    return Counted("day", _DAYS[match[0].lower()])


def _number(written: str | None) -> int | None:
    if not written or _ARTICLE.fullmatch(written):
        return 1
    return None if _IS_VAGUE.fullmatch(written) else number_of(written)


def _units(match: re.Match[str], sign: int = 1) -> tuple[str, int | None]:
    """Return the unit of a match and how many; decades are counted in years."""
    unit, said = match["unit"].lower(), match.groupdict()
    number = _number(said["number"]) if "number" in said else None
    if number is None or said.get("limit"):
        return ("year" if unit == "decade" else unit), None
    return ("year", number * 10 * sign) if unit == "decade" else (unit, number * sign)


def _counted(match: re.Match[str]) -> Reading:
    """Read "two days ago", "two days after the killing", "two days later"."""
    said = match.groupdict()
    about = "~" if said.get("about") or match["unit"].lower() == "decade" else ""
    if said.get("ago"):
        return Counted(*_units(match, -1 if match["ago"] == "ago" else 1), about)
    side = match["side"] or match["later"]
    unit, number = _units(match, -1 if side.lower().startswith(_BEFORE) else 1)
    return FromEvent(unit, None if about else number, *match.span("event"))


def _next_to(match: re.Match[str]) -> Reading:
    """Read "the next day", "the previous year", "that year", "the same day"."""
    side = match["side"].lower().split()[-1]
    steps = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
    unit = match["unit"].lower()
    return FromEvent(unit if unit in UNITS_OF_TIME else "day", steps.get(side, 0))


def _which_unit(match: re.Match[str]) -> Reading:
    return Counted(match["unit"].lower(), _WHICH[match["which"].lower()])


def _period(match: re.Match[str]) -> Reading:
    unit, number = _units(match, _WHICH[match["which"].lower()])
    return Period(unit, number)


def _weekend(match: re.Match[str]) -> Reading:
    which = (match.groupdict().get("which") or "").lower()
    return Weekend("last" if which == "past" else which)


def _weekday(match: re.Match[str]) -> Reading | None:
    if _NAMED_WEEKDAY.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None
    which = (match["which"] or match["after"] or "").lower().replace("past", "last")
    return Moment(weekday=weekday_number(match["weekday"]), which=which)


def _form(pattern: str, read: Read) -> Form:
    return Form(re.compile(f"{BEGIN}{pattern}{END}"), read)


_MANY = (
    rf"(?:(?P<about>{ABOUT}{GAP})|(?P<limit>{LIMIT}{GAP}))?"
    rf"(?P<number>{NUMBER})(?:{GAP}|-)(?P<unit>{UNIT})s?"
)
_SIDE = rf"(?P<side>after|before|following|prior{GAP}to|in{GAP}advance{GAP}of|ahead{GAP}of)"
_LATER = rf"(?P<later>later|earlier|(?:after|before)(?={GAP}?[.,;:]|$))"
_NEXT_TO = (
    rf"[Tt]he{GAP}(?:next|following|previous|preceding|same)|[Tt]hat(?:{GAP}same)?|[Ff]ollowing"
)
#: Names of newspapers and broadcasts that begin with a day.
_PAPER = (
    "Times|Mail|Telegraph|Herald|Express|Mirror|Post|Star|Independent|Magazine|Review|School|Mass|"
    r"Night\sLive|Morning|Prayers?"
)

#: A unit with what it is counted from; the group `ago` or `side` says in which direction.
_COUNT_FROM = rf"(?P<ago>ago|from{GAP}(?:now|today))|{_SIDE}{GAP}{_EVENT}|{_LATER}"
COUNTED: tuple[Form, ...] = (
    _form(rf"(?:[Tt]he{GAP})?day{GAP}before{GAP}yesterday", lambda _: Counted("day", -2)),
    _form(rf"(?:[Tt]he{GAP})?day{GAP}after{GAP}tomorrow", lambda _: Counted("day", 2)),
    _form(rf"{_MANY}{GAP}(?:{_COUNT_FROM})", _counted),
    _form(rf"(?P<number>[Tt]he){GAP}(?P<unit>{UNIT}){GAP}{_SIDE}{GAP}{_EVENT}", _counted),
    _form(rf"(?P<unit>{UNIT})s{GAP}(?:{_SIDE}{GAP}{_EVENT}|{_LATER})", _counted),
)
UNITS: tuple[Form, ...] = (
    _form(
        rf"(?P<side>{_NEXT_TO}){GAP}(?P<unit>[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)(?!{GAP}of\b)",
        _next_to,
    ),
    _form(
        rf"(?<![Tt]he )(?P<which>[Ll]ast|[Tt]his|[Nn]ext){GAP}"
        rf"(?P<unit>week|month|year|Week|Month|Year)(?!{GAP}of\b)",
        _which_unit,
    ),
    _form(
        rf"(?:(?:[Tt]he|[Tt]his|[Tt]hese){GAP})(?P<which>last|past){GAP}(?P<number>(?!))?"
        rf"(?P<unit>week|month|year|decade)(?!{GAP}of\b)",
        _period,
    ),
    _form(
        rf"(?:[Ww]ithin|[Oo]ver|[Dd]uring|[Ii]n){GAP}(?P<date>the{GAP}(?P<which>next){GAP}"
        rf"(?P<number>(?!))?(?P<unit>week|month|year|decade))(?!{GAP}of\b)",
        _period,
    ),
    _form(
        rf"(?:(?:[Tt]he|[Tt]hese){GAP})?(?P<which>[Ll]ast|[Pp]ast|[Nn]ext|[Cc]oming){GAP}"
        rf"(?P<number>{NUMBER}){GAP}(?P<unit>{UNIT})s?(?!{GAP}of\b)",
        _period,
    ),
    _form(
        rf"(?:[Tt]he{GAP})?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle){GAP}of{GAP}the{GAP}"
        r"(?P<unit>week|month|year)",
        lambda match: FromEvent(match["unit"], 0, or_document=True),
    ),
    _form(rf"[Rr]ecent{GAP}(?P<unit>{UNIT})s", lambda match: Period(match["unit"].lower(), None)),
    _form(rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){GAP}weekend", _weekend),
    _form(
        rf"(?:[Oo]ver|[Oo]n|[Aa]t|[Dd]uring|[Tt]hroughout){GAP}(?P<date>the{GAP}weekend)", _weekend
    ),
)
DAYS: tuple[Form, ...] = (
    _form(r"(?:[Tt]oday|[Yy]esterday)", _day),
    _form(
        rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){GAP})?(?P<weekday>{WEEKDAY})"
        rf"(?:{GAP}(?P<after>last|next))?(?!{GAP}(?:the{GAP}13th|{_PAPER})\b)",
        _weekday,
    ),
)
NIGHTS: tuple[Form, ...] = (
    _form(r"(?:[Tt]onight|[Tt]omorrow)", _day),
    _form(rf"[Ll]ast{GAP}night", lambda _: Counted("day", -1)),
    _form(rf"[Tt]his{GAP}(?:morning|afternoon|evening)", lambda _: Counted("day", 0)),
    _form(rf"(?P<side>{_NEXT_TO}){GAP}(?P<unit>morning|afternoon|evening|night)", _next_to),
)
