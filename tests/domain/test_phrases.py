"""Dates as people say them."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.dates import NO_DATE, Date, EdtfError, Offset, moment_phrase, parse_edtf, phrase
from viewer.domain.text import unisolated
from viewer.domain.wording import LANGUAGES
from viewer.errors import InvalidRecordError


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2019-10-25", "25 October 2019"),
        ("2019-10", "October 2019"),
        ("2019", "2019"),
        ("2019-10~", "about October 2019"),
        ("2019?", "perhaps 2019"),
        ("2019%", "perhaps about 2019"),
        ("2019-21", "spring 2019"),
        ("2019-23", "autumn 2019"),
        ("2019-24", "winter 2019/20"),
        ("1999-24", "winter 1999/00"),
        ("201X", "the 2010s"),
        ("000X", "the years 1 BCE to 9"),
        ("20XX", "the years 2000 to 2099"),
        ("2019-XX", "2019"),
        ("2019-10-XX", "October 2019"),
        ("0000", "1 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("Y12345", "12345"),
        ("2019-10/2020-02", "October 2019 to February 2020"),
        ("2019-10/..", "since October 2019"),
        ("2019-10/", "from October 2019, end unknown"),
        ("../2019-10", "until October 2019"),
        ("/2019~", "until about 2019"),
        ("2019?/2020", "perhaps 2019 to 2020"),
    ],
)
def test_it_is_said(edtf: str, said: str) -> None:
    assert phrase(Date(edtf=edtf)) == said


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ("P5D", "five days after the flood"),
        ("P1D", "one day after the flood"),
        ("-P2W", "two weeks before the flood"),
        ("P1Y", "one year after the flood"),
        ("P13M", "13 months after the flood"),
        ("-P1Y2M", "one year and two months before the flood"),
        ("P0D", "at the time of the flood"),
        ("", "at the time of the flood"),
    ],
)
def test_a_relative_date_is_said_from_its_anchor(offset: str, said: str) -> None:
    assert phrase(Date(anchor_id="flood", offset=offset), "the flood") == said


def test_without_its_anchor_it_is_said_as_written() -> None:
    assert phrase(Date(written="five days later", anchor_id="flood", offset="P5D")) == (
        "five days later"
    )


def test_what_the_source_does_not_say_is_marked() -> None:
    inferred = Date(written="Last year", edtf="2019?", basis="counted back from the report")
    assert phrase(inferred) == "perhaps 2019 (inferred)"


def test_words_without_a_date_are_said_as_they_are() -> None:
    assert phrase(Date(written="in the last year")) == "in the last year"
    assert phrase(NO_DATE) == ""


@given(st.text(alphabet="0123456789X-/.~?%Y", max_size=21))
def test_whatever_can_be_read_can_be_said(text: str) -> None:
    try:
        parse_edtf(text)
    except EdtfError:
        return
    for language in LANGUAGES:
        assert phrase(Date(edtf=text), language=language).strip()


def test_a_noted_time_is_said_to_the_minute() -> None:
    assert moment_phrase("2026-11-22T12:05:00Z") == "22 November 2026, 12:05 UTC"
    assert moment_phrase("2026-11-22") == "2026-11-22"
    assert moment_phrase("some Time ago") == "some Time ago"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2019-01-25", "25 كانون الثاني/يناير 2019"),
        ("2019-10", "تشرين الأول/أكتوبر 2019"),
        ("2019", "2019"),
        ("2019-10~", "نحو تشرين الأول/أكتوبر 2019"),
        ("2019?", "ربما 2019"),
        ("2019%", "ربما نحو 2019"),
        ("2019-21", "ربيع 2019"),
        ("2019-24", "شتاء 2019/2020"),
        ("201X", "السنوات من 2010 إلى 2019"),
        ("20XX", "السنوات من 2000 إلى 2099"),
        ("-0043-03-15", "15 آذار/مارس 44 ق.م"),
        ("2019-10/2020-02", "من تشرين الأول/أكتوبر 2019 إلى شباط/فبراير 2020"),
        ("2019-10/..", "منذ تشرين الأول/أكتوبر 2019"),
        ("2019-10/", "من تشرين الأول/أكتوبر 2019 إلى تاريخ غير معروف"),
        ("../2019-10", "حتى تشرين الأول/أكتوبر 2019"),
        ("2019?/2020", "من 2019 (غير مؤكد) إلى 2020"),
    ],
)
def test_it_is_said_in_arabic(edtf: str, said: str) -> None:
    assert phrase(Date(edtf=edtf), language="ar") == said


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ("P1D", "بعد يوم واحد من «الفيضان»"),
        ("P2D", "بعد يومين من «الفيضان»"),
        ("P5D", "بعد خمسة أيام من «الفيضان»"),
        ("P11D", "بعد 11 يومًا من «الفيضان»"),
        ("P100D", "بعد 100 يوم من «الفيضان»"),
        ("P103D", "بعد 103 أيام من «الفيضان»"),
        ("-P2W", "قبل أسبوعين من «الفيضان»"),
        ("P10Y", "بعد عشر سنوات من «الفيضان»"),
        ("-P1Y2M", "قبل سنة واحدة وشهرين من «الفيضان»"),
        ("P0D", "في وقت «الفيضان»"),
    ],
)
def test_a_relative_date_is_said_in_arabic(offset: str, said: str) -> None:
    date = Date(anchor_id="flood", offset=offset)
    assert unisolated(phrase(date, "الفيضان", "ar")) == said


@given(st.builds(Offset, st.sampled_from([1, -1]), *[st.integers(0, 9_999_999)] * 4))
def test_every_distance_can_be_said(offset: Offset) -> None:
    written = "".join(f"{n}{unit}" for n, unit in zip(astuple(offset)[1:], "YMWD", strict=True))
    date = Date(anchor_id="x", offset=f"{'-' if offset.sign < 0 else ''}P{written}")
    try:
        date.checked()
    except InvalidRecordError:
        return
    for language in LANGUAGES:
        assert "x" in phrase(date, "x", language)


def test_a_noted_time_is_said_in_arabic() -> None:
    assert moment_phrase("2026-11-22T12:05:00Z", "ar") == (
        "22 تشرين الثاني/نوفمبر 2026، الساعة 12:05 بالتوقيت العالمي المنسَّق"
    )
    assert moment_phrase("some Time ago", "ar") == "some Time ago"


def test_what_the_source_does_not_say_is_marked_in_arabic() -> None:
    assert phrase(Date(edtf="2019", basis="Guess"), language="ar") == "2019 (مستنتَج)"
