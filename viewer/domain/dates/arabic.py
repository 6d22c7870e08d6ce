"""Dates in Arabic words, with the digits 0 to 9.

Months have both their names, as the United Nations write them: "تشرين الأول/أكتوبر" is understood
from Iraq and the Levant to Egypt and the Gulf. The digits are those of the sources' own dates,
of page numbers and of hashes, so that one number looks the same wherever it stands.
"""

from viewer.domain.dates.calendar import civil
from viewer.domain.dates.date import Offset
from viewer.domain.dates.edtf import EdtfPoint
from viewer.domain.dates.months import GULF, LEVANT
from viewer.domain.plurals import arabic_form

_SEASONS = {3: "ربيع", 6: "صيف", 9: "خريف", 12: "شتاء"}

#: What is counted, as it stands after a preposition: one, two, from three to ten, above.
_UNITS = {
    "year": ("سنة واحدة", "سنتين", "سنوات", "سنة", "سنة"),
    "month": ("شهر واحد", "شهرين", "أشهر", "شهرًا", "شهر"),
    "week": ("أسبوع واحد", "أسبوعين", "أسابيع", "أسبوعًا", "أسبوع"),
    "day": ("يوم واحد", "يومين", "أيام", "يومًا", "يوم"),
}
_FORMS = ("one", "two", "few", "many", "other")
#: From three to ten; the number has the other gender than what it counts.
_BEFORE_MASCULINE = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
_BEFORE_FEMININE = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
_FEMININE = ("year",)


class Arabic:
    """How Arabic says dates: "نحو تشرين الأول/أكتوبر 2019", "بعد خمسة أيام من …"."""

    def point(self, point: EdtfPoint) -> str:
        """Return a point in time by itself."""
        said = _about(point)
        return f"ربما {said}" if point.uncertain else said

    def until(self, end: EdtfPoint) -> str:
        """Return an interval of which only the end is known."""
        return f"حتى {_within(end)}"

    def since(self, start: EdtfPoint) -> str:
        """Return an interval that has not ended."""
        return f"منذ {_within(start)}"

    def from_then(self, start: EdtfPoint) -> str:
        """Return an interval whose end is not known."""
        return f"من {_within(start)} إلى تاريخ غير معروف"

    def between(self, start: EdtfPoint, end: EdtfPoint) -> str:
        """Return an interval with both its ends."""
        return f"من {_within(start)} إلى {_within(end)}"

    def relative(self, offset: Offset, anchor: str) -> str:
        """Return a distance from what has the title `anchor`, which may be of any language."""
        anchor = f"«\u2068{anchor}\u2069»"
        parts = [_counted(number, unit) for unit, number in offset.units.items() if number]
        if not parts:
            return f"في وقت {anchor}"
        return f"{'بعد' if offset.sign > 0 else 'قبل'} {' و'.join(parts)} من {anchor}"

    def inferred(self, said: str) -> str:
        """Return a date in words, marked as a conclusion."""
        return f"{said} (مستنتَج)"

    def moment(self, day: EdtfPoint, time: str) -> str:
        """Return a day and a UTC time such as "12:05"."""
        return f"{self.point(day)}، الساعة {time} بالتوقيت العالمي المنسَّق"


def _within(point: EdtfPoint) -> str:
    """After a preposition no "perhaps" can follow."""
    said = _about(point)
    return f"{said} (غير مؤكد)" if point.uncertain else said


def _about(point: EdtfPoint) -> str:
    return f"نحو {_plain(point)}" if point.approximate else _plain(point)


def _plain(point: EdtfPoint) -> str:
    year, month, day = civil(point.earliest)
    match point.precision:
        case "day":
            return f"{day} {_month(month)} {_year(year)}"
        case "month":
            return f"{_month(month)} {_year(year)}"
        case "season" if month == 12 and year > 0:
            # The months after New Year belong to it.
            return f"شتاء {year}/{year + 1}"
        case "season":
            return f"{_SEASONS[month]} {_year(year)}"
        case "decade":
            return f"السنوات من {_year(year)} إلى {_year(year + 9)}"
        case "century":
            return f"السنوات من {_year(year)} إلى {_year(year + 99)}"
        case _:
            return _year(year)


def _month(number: int) -> str:
    levant, gulf = LEVANT[number - 1], GULF[number - 1]
    return f"{levant}/{gulf}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} ق.م"


def _counted(number: int, unit: str) -> str:
    form = arabic_form(number)
    name = _UNITS[unit][_FORMS.index(form)]
    if number <= 2:
        return name
    words = _BEFORE_FEMININE if unit in _FEMININE else _BEFORE_MASCULINE
    said = words[number - 3] if number <= 10 else str(number)
    return f"{said} {name}"
