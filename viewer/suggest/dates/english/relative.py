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
from viewer.suggest.dates.readings import Counted, FromEvent, Moment, Period, Reading, Unread

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_BACK = frozenset(["before", "earlier", "prior", "previous", "preceding"])
_IS_VAGUE = re.compile(VAGUE)
_ARTICLE = re.compile(r"[Aa]n?|[Tt]he")

#: Days that have a name of their own, or come every week.
_NAMED_WEEKDAY = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|Black|Good|Bloody|Ash|Super|Cyber|Palm|Giving|Red|Holy|Maundy)\s$"
)
#: Where the words of an event end, after which something is said to have happened.
_STOP = (
    r"(?:when|while|who|which|that|said|says|told|tells|but|and|or|in|at|from|with|for|as|to|"
    r"where|because|then|since|until|during|has|have|had)"
)
_WORD = r"[^\s.,;:!?()\"“”„«»\[\]–—]+"
_EVENT = rf"(?P<event>(?!{_STOP}\b){_WORD}(?:[^\S\n]{{1,2}}(?!{_STOP}\b){_WORD}){{0,7}})"


def _day(match: re.Match[str]) -> Reading:
    return Counted("day", _DAYS[match[0].lower()])


def _number(written: str | None) -> int | None:
    if not written or _ARTICLE.fullmatch(written):
        return 1
    return None if _IS_VAGUE.fullmatch(written) else number_of(written)


def _units(match: re.Match[str], sign: int = 1) -> tuple[str, int | None]:
    """Return the unit of a match and how many; decades are counted in years."""
    unit, number = match["unit"].lower(), _number(match["number"])
    if number is None or match.groupdict().get("limit"):
        return ("year" if unit == "decade" else unit), None
    return ("year", number * 10 * sign) if unit == "decade" else (unit, number * sign)


def _ago(match: re.Match[str]) -> Reading:
    unit, number = _units(match, -1)
    about = match["about"] or match["unit"].lower() == "decade"
    return Counted(unit, number, "~" if about else "")


def _from_event(match: re.Match[str]) -> Reading | None:
    if match["number"] is None and not match["plural"]:
        return None
    unit, number = _units(match, -1 if match["side"].lower() in _BACK else 1)
    exact = None if match["number"] is None or match["about"] else number
    return FromEvent(unit, exact, *match.span("event"))


def _later(match: re.Match[str]) -> Reading:
    unit, number = _units(match, -1 if match["side"].lower() in _BACK else 1)
    return FromEvent(unit, None if match["number"] is None or match["about"] else number)


def _next_to(match: re.Match[str]) -> Reading:
    """Read "the next day", "the previous year", "that year", "the same day"."""
    side = match["side"].lower().split()[-1]
    steps = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
    return FromEvent(match["unit"].lower(), steps.get(side, 0))


def _which_unit(match: re.Match[str]) -> Reading:
    return Counted(match["unit"].lower(), _WHICH[match["which"].lower()])


def _period(match: re.Match[str]) -> Reading:
    unit, number = _units(match, _WHICH[match["which"].lower()])
    return Period(unit, number)


def _weekday(match: re.Match[str]) -> Reading | None:
    if _NAMED_WEEKDAY.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None
    which = (match["which"] or match["after"] or "").lower()
    return Moment(weekday=weekday_number(match["weekday"]), which=which)


def _form(pattern: str, read: Read) -> Form:
    return Form(re.compile(f"{BEGIN}{pattern}{END}"), read)


_MANY = (
    rf"(?:(?P<about>{ABOUT}{GAP})|(?P<limit>{LIMIT}{GAP}))?"
    rf"(?P<number>{NUMBER})(?:{GAP}|-)(?P<unit>{UNIT})s?"
)
_SIDE = r"(?P<side>after|before|following|prior{0}to)".replace("{0}", GAP)

FORMS: tuple[Form, ...] = (
    _form(rf"(?:[Tt]he{GAP})?day{GAP}before{GAP}yesterday", lambda _: Counted("day", -2)),
    _form(rf"(?:[Tt]he{GAP})?day{GAP}after{GAP}tomorrow", lambda _: Counted("day", 2)),
    _form(r"(?:[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|TODAY|YESTERDAY)", _day),
    _form(rf"[Ll]ast{GAP}night", lambda _: Counted("day", -1)),
    _form(rf"[Tt]his{GAP}(?:morning|afternoon|evening)", lambda _: Counted("day", 0)),
    _form(rf"{_MANY}{GAP}ago", _ago),
    _form(rf"{_MANY}(?P<plural>){GAP}{_SIDE}{GAP}{_EVENT}", _from_event),
    _form(
        rf"(?P<about>)(?P<number>[Tt]he){GAP}(?P<unit>{UNIT})(?P<plural>){GAP}{_SIDE}{GAP}{_EVENT}",
        _from_event,
    ),
    _form(
        rf"(?P<about>)(?P<number>(?!))?(?P<unit>{UNIT})(?P<plural>s){GAP}{_SIDE}{GAP}{_EVENT}",
        _from_event,
    ),
    _form(rf"{_MANY}{GAP}(?P<side>later|earlier|before|after)(?={GAP}?[.,;:]|$)", _later),
    _form(rf"{_MANY}{GAP}(?P<side>later|earlier)", _later),
    _form(rf"(?P<about>)(?P<number>(?!))?(?P<unit>{UNIT})s{GAP}(?P<side>later|earlier)", _later),
    _form(
        rf"(?P<side>[Tt]he{GAP}(?:next|following|previous|preceding|same)|[Tt]hat(?:{GAP}same)?|"
        rf"[Ff]ollowing){GAP}(?P<unit>[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)(?!{GAP}of\b)",
        _next_to,
    ),
    _form(
        rf"(?<![Tt]he )(?P<which>[Ll]ast|[Tt]his|[Nn]ext){GAP}"
        rf"(?P<unit>week|month|year|Week|Month|Year)(?!{GAP}of\b)",
        _which_unit,
    ),
    _form(
        rf"(?:this{GAP})?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast){GAP}weekend",
        lambda _: Unread("A weekend, of which week is not said"),
    ),
    _form(
        rf"(?:(?:[Tt]he|[Tt]his|[Tt]hese){GAP})(?P<which>last|past){GAP}(?P<number>(?!))?"
        rf"(?P<unit>week|month|year|decade)(?!{GAP}of\b)",
        _period,
    ),
    _form(
        rf"(?:(?:[Tt]he|[Tt]hese){GAP})?(?P<which>[Ll]ast|[Pp]ast|[Nn]ext|[Cc]oming){GAP}"
        rf"(?P<number>{NUMBER}){GAP}(?P<unit>{UNIT})s?(?!{GAP}of\b)",
        _period,
    ),
    _form(
        rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext){GAP})?(?P<weekday>{WEEKDAY})"
        rf"(?:{GAP}(?P<after>last|next))?(?!{GAP}(?:Times|Mail|Telegraph|Herald|Express|Mirror|"
        r"Post|Star|Independent|Magazine|Review|School|Mass|Night\sLive))",
        _weekday,
    ),
)
