"""Arabic dates: the months of both traditions, and digits of both."""

import pytest

from viewer.domain.dates import Date
from viewer.suggest.article import Article
from viewer.suggest.dates import find_dates

PUBLISHED = Date(edtf="2020-11-01")  # a Sunday


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("في 3 تشرين الأول 2019", "3 تشرين الأول 2019", "2019-10-03"),
        ("في ٣ أكتوبر ٢٠١٩", "٣ أكتوبر ٢٠١٩", "2019-10-03"),
        ("في 25 تشرين الأول/أكتوبر 2019", "25 تشرين الأول/أكتوبر 2019", "2019-10-25"),
        ("في ايار 2019", "ايار 2019", "2019-05"),
        ("عام 2019", "2019", "2019"),
        ("سنة ٢٠١٩", "٢٠١٩", "2019"),
        ("منذ أكتوبر 2019", "أكتوبر 2019", "2019-10/.."),
        ("أمس", "أمس", "2020-10-31"),
        ("قتل اليوم الأحد", "اليوم الأحد", "2020-11-01"),
        ("قتل يوم الثلاثاء", "الثلاثاء", "2020-10-27"),
        ("الشهر الماضي", "الشهر الماضي", "2020-10"),
        ("العام الماضي", "العام الماضي", "2019"),
        ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2020-10-29"),
        ("قبل عامين", "قبل عامين", "2018"),
        ("في شهر أيار", "أيار", "2020-05"),
        ("15 رمضان 1440 هـ", "15 رمضان 1440 هـ", ""),
    ],
)
def test_an_arabic_date_is_read(text: str, found: str, edtf: str) -> None:
    [date] = find_dates(Article(text, PUBLISHED, "ar"))
    assert (date.text, date.edtf) == (found, edtf)


def test_days_stand_before_months_in_arabic_digits() -> None:
    [date] = find_dates(Article("٣/١٠/٢٠١٩", language="ar"))
    assert date.edtf == "2019-10-03"


def test_a_date_may_count_from_an_event() -> None:
    [date] = find_dates(Article("غادر بعد خمسة أيام من مقتل أمجد"))
    assert (date.anchor, date.offset) == ("event", "P5D")


@pytest.mark.parametrize("text", ["مارس الضغط", "2019 شخصا", "في ذلك اليوم"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(Article(text)) == []
