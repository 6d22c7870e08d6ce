"""Arabic dates: the months of the Levant, of the Gulf and of the Maghreb, and what is relative.

Dates of the Hijri calendar are found, but not read.
"""

import re

from viewer.domain.dates.months import ARABIC_WEEKDAYS, GULF, HIJRI, LEVANT, MAGHREB
from viewer.domain.text import folded, words
from viewer.suggest.dates import numeric
from viewer.suggest.dates.language import GAP, Form, Group, Language, Read
from viewer.suggest.dates.readings import Counted, FromEvent, Moment, Reading, Unread

#: Letters that are written for one another.
_SAME = {"ا": "[اأإآ]", "أ": "[اأإ]", "إ": "[اأإ]", "ة": "[ةه]", "ى": "[ىي]", "ي": "[يى]"}


def _either(*names: str) -> str:
    """Return a pattern of one of some names, in any spelling of their letters."""
    spelt = sorted(dict.fromkeys(names), key=len, reverse=True)
    return f"(?:{'|'.join(map(_spelling, spelt))})"


def _spelling(name: str) -> str:
    return "".join(GAP if letter == " " else _SAME.get(letter, letter) for letter in name)


_MONTHS = {
    folded(name): number
    for names in (MAGHREB, GULF, LEVANT)
    for number, name in enumerate(names, start=1)
}
_WEEKDAYS = {folded(name): number for number, name in enumerate(ARABIC_WEEKDAYS)}
#: Names of months that are words, too: "practised", "water", "who was".
_ALSO_WORDS = {"مارس", "ماي", "آب", "جوان", "أوت"}
_ALL = {*LEVANT, *GULF, *MAGHREB}
_ANY_MONTH = _either(*_ALL)
_PLAIN_MONTH = _either(*_ALL - _ALSO_WORDS)
_BOTH = rf"(?P<month>{_ANY_MONTH})(?:{GAP}?[/(]{GAP}?{_ANY_MONTH}\)?)?"
_WEEKDAY = rf"(?P<weekday>{_either(*ARABIC_WEEKDAYS)})"
_YEAR = r"(?P<year>(?:[1١]\d|[2٢][0٠])\d\d)(?!\w|[.,]\d)"
_OF_YEAR = rf"(?:[،,]?{GAP}(?:من{GAP})?(?:(?:عام|سنة|العام){GAP})?{_YEAR})?"
_YEAR_WORD = _either("عام", "العام", "سنة", "السنة", "عامي", "بعام", "لعام", "أعوام", "سنوات")
_HIJRI = _either(*HIJRI)
_BEGIN = r"(?<!\w)(?:[وف]?[بلك]?)"

_NUMBERS = {
    "واحد": 1,
    "ثلاث": 3,
    "أربع": 4,
    "خمس": 5,
    "ست": 6,
    "سبع": 7,
    "ثماني": 8,
    "تسع": 9,
    "عشر": 10,
}
_NUMBER = rf"(?:\d{{1,3}}|{_either(*_NUMBERS)}[ةه]?)"
_UNITS = {
    "يوم": "day",
    "أيام": "day",
    "أسبوع": "week",
    "أسابيع": "week",
    "شهر": "month",
    "أشهر": "month",
    "شهور": "month",
    "عام": "year",
    "أعوام": "year",
    "سنة": "year",
    "سنوات": "year",
}
_TWO = {"يومين": "day", "أسبوعين": "week", "شهرين": "month", "عامين": "year", "سنتين": "year"}
_FOLDED_UNITS = {folded(word): unit for word, unit in (_UNITS | _TWO).items()}
_UNIT = _either(*_UNITS)
_STEPS = {"ماض": -1, "منصرم": -1, "فائت": -1, "جار": 0, "حال": 0, "مقبل": 1, "قادم": 1}
_STEP = rf"(?P<step>ال(?:{'|'.join(_STEPS)})[يى]?[ةه]?)"
_EVENT_WORD = r"[^\s.,;:!?()\"“”«»،؛؟]+"


def _digits(written: str | None) -> str:
    return str(int(written)) if written else ""


def _moment(match: re.Match[str]) -> Moment:
    said = match.groupdict()
    month, day, weekday = (said.get(name) or "" for name in ("month", "day", "weekday"))
    return Moment(
        year=_digits(said.get("year")),
        month=_MONTHS[" ".join(folded(month).split())] if month else 0,
        day=int(day or 0),
        weekday=_WEEKDAYS[folded(weekday)] if weekday else -1,
        which=_which(said.get("step") or ""),
    )


def _which(step: str) -> str:
    return {-1: "last", 1: "next"}.get(_step(step), "") if step else ""


def _step(written: str) -> int:
    return next(number for stem, number in _STEPS.items() if stem in written)


def _unit(match: re.Match[str]) -> Reading:
    return Counted(_FOLDED_UNITS[folded(match["unit"])], _step(match["step"]))


def _this(match: re.Match[str]) -> Reading:
    return Counted(_FOLDED_UNITS[folded(match["unit"])], 0)


def _count(match: re.Match[str]) -> tuple[str, int]:
    """Return the unit and how many of it; a word may stand for two of a unit."""
    if match["two"]:
        return _FOLDED_UNITS[folded(match["two"])], 2
    return _FOLDED_UNITS[folded(match["unit"])], _number(match["number"])


def _number(written: str | None) -> int:
    if not written or written.isdecimal():
        return int(written or 1)
    word = folded(written)
    return next(number for stem, number in _NUMBERS.items() if word.startswith(folded(stem)))


def _ago(match: re.Match[str]) -> Reading:
    unit, number = _count(match)
    return Counted(unit, -number)


def _after_event(match: re.Match[str]) -> Reading:
    unit, number = _count(match)
    return FromEvent(unit, number, *match.span("event"))


def _hijri(_: re.Match[str]) -> Reading:
    return Unread("A date of the Hijri calendar, whose day depends on the sight of the moon")


def _form(pattern: str, read: Read = _moment) -> Form:
    return Form(re.compile(rf"{_BEGIN}(?P<date>{pattern})(?!\w)"), read)


_MANY = rf"(?:(?P<two>{_either(*_TWO)})|(?:(?P<number>{_NUMBER}){GAP})?(?P<unit>{_UNIT}))"

_FORMS: tuple[Form, ...] = (
    _form(
        rf"(?:{_WEEKDAY}[،,]?{GAP})?(?P<day>\d{{1,2}}){GAP}(?:من{GAP})?(?:شهر{GAP})?{_BOTH}{_OF_YEAR}"
    ),
    _form(rf"{_BOTH}[،,]?{GAP}(?:من{GAP})?(?:(?:عام|سنة){GAP})?{_YEAR}"),
    _form(rf"{_BOTH.replace(_ANY_MONTH, _PLAIN_MONTH, 1)}(?:{GAP}{_STEP})?"),
    Form(re.compile(rf"{_BEGIN}شهر{GAP}(?P<date>{_BOTH}(?:{GAP}{_STEP})?)(?!\w)"), _moment),
    Form(re.compile(rf"{_BEGIN}{_YEAR_WORD}{GAP}(?P<date>{_YEAR})(?!{GAP}?هـ)"), _moment),
    _form(
        rf"(?:\d{{1,2}}{GAP}(?:من{GAP})?)?{_HIJRI}{GAP}(?:(?:عام|سنة){GAP})?\d{{4}}(?:{GAP}?هـ)?",
        _hijri,
    ),
    _form(rf"[1١][34٣٤]\d\d{GAP}?(?:هـ|للهجرة|هجري[ةه]?)", _hijri),
    _form(rf"اليوم{GAP}{_WEEKDAY}", lambda _: Counted("day", 0)),
    _form(rf"[اأ]مس{GAP}{_WEEKDAY}", lambda _: Counted("day", -1)),
    _form(rf"{_WEEKDAY}(?:{GAP}{_STEP})?"),
    _form(r"[اأ]مس|مساء [اأ]مس|الليلة الماضية|البارحة", lambda _: Counted("day", -1)),
    _form(r"[اأ]ول [اأ]مس|[اأ]ول من [اأ]مس", lambda _: Counted("day", -2)),
    _form(r"غد[اًا]{1,2}", lambda _: Counted("day", 1)),
    Form(
        re.compile(r"(?<!ذلك )(?<!هذا )(?<!نفس )(?<!في )(?<!\w)(?P<date>اليوم)(?! ال| نفسه)(?!\w)"),
        lambda _: Counted("day", 0),
    ),
    _form(rf"ال(?P<unit>{_UNIT}){GAP}{_STEP}", _unit),
    _form(rf"هذ[اه]{GAP}?(?:ه{GAP})?ال(?P<unit>{_UNIT})", _this),
    _form(rf"قبل{GAP}{_MANY}(?!{GAP}من\b)", _ago),
    _form(
        rf"بعد{GAP}{_MANY}{GAP}(?:من|على){GAP}(?P<event>{_EVENT_WORD}(?:{GAP}{_EVENT_WORD}){{0,2}})",
        _after_event,
    ),
)

_SEED = re.compile(
    rf"{_ANY_MONTH}|{_HIJRI}|{_either('يوم', 'أيام', 'أمس', 'غدا', 'أسبوع', 'أسابيع', 'شهر')}|شهور|"
    rf"عام|سن|الليل|البارح|{_either(*ARABIC_WEEKDAYS)}|\d\d\d\d"
)

_PAST = frozenset(words("كان كانت تم قال قالت أعلن أعلنت قتل قتلت اعتقل اعتقلت خطف خطفت"))


def _tense(word: str) -> bool | None:
    """Tell whether a word is of the future, which begins a verb with its own letter."""
    if word == "سوف" or (word[:1] == "س" and word[1:2] in ("ي", "ت", "ن") and len(word) > 4):
        return True
    return False if folded(word) in _PAST else None


ARABIC = Language(
    groups=(numeric.GROUP, Group(_SEED, _FORMS, before=60, after=80)),
    since=re.compile(rf"(?<!\w)منذ\s(?:{_YEAR_WORD}\s|شهر\s|يوم\s)?$"),
    until=re.compile(rf"(?<!\w)حتى\s(?:{_YEAR_WORD}\s|شهر\s|يوم\s)?$"),
    between=re.compile(r"(?<!\w)بين\s(?:عامي\s|شهري\s)?$"),
    joins=re.compile(r"\s(?:إلى|الى|حتى)\s(?:عام\s|سنة\s|شهر\s)?|\s?[-–—]\s?"),
    ands=re.compile(r"\sو"),
    tense=_tense,
)
