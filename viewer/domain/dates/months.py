"""The names of the months and of the days of the week, from January and from Monday on."""


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",")]


MONTHS = _names(
    "January, February, March, April, May, June, July, August, September, October, November, "
    "December"
)
WEEKDAYS = _names("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")

#: In the Levant and Iraq; in Egypt and the Gulf; in Tunisia and Algeria.
LEVANT = _names(
    "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, تموز, آب, أيلول, تشرين الأول, تشرين الثاني, "
    "كانون الأول"
)
GULF = _names(
    "يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر"
)
MAGHREB = _names(
    "جانفي, فيفري, مارس, أفريل, ماي, جوان, جويلية, أوت, سبتمبر, أكتوبر, نوفمبر, ديسمبر"
)
ARABIC_WEEKDAYS = _names("الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد")

#: Months of the Hijri calendar, from Muharram on: they are read, but not reckoned with.
HIJRI = _names(
    "محرم, صفر, ربيع الأول, ربيع الآخر, جمادى الأولى, جمادى الآخرة, رجب, شعبان, رمضان, شوال, "
    "ذو القعدة, ذو الحجة"
)


def months_by_name() -> list[tuple[str, int]]:
    """Return every name of a month, in English and Arabic, with its number from 1 to 12."""
    traditions = (MONTHS, LEVANT, GULF, MAGHREB)
    named = ((name, at) for names in traditions for at, name in enumerate(names, start=1))
    return list(dict.fromkeys(named))
