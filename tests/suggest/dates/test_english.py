"""English dates: which words are one, and what is sure of it."""

import pytest

from viewer.domain.dates import Date
from viewer.suggest.article import Article
from viewer.suggest.dates import find_dates

PUBLISHED = Date(edtf="2020-11-01")  # a Sunday


def dates(text: str, published: Date = PUBLISHED) -> list[tuple[str, str]]:
    return [(date.text, date.edtf) for date in find_dates(Article(text, published))]


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("arrested on 3 October 2019 in Basra", "3 October 2019", "2019-10-03"),
        ("arrested on October 3, 2019, at night", "October 3, 2019", "2019-10-03"),
        ("on Friday, 3rd of May 2019", "Friday, 3rd of May 2019", "2019-05-03"),
        ("the 3-May-2019 meeting", "3-May-2019", "2019-05-03"),
        ("OCTOBER 3, 2019: a statement", "OCTOBER 3, 2019", "2019-10-03"),
        ("on 31 February 2019", "31 February 2019", ""),
        ("in Oct. 2019", "Oct. 2019", "2019-10"),
        ("in late October 2019", "late October 2019", "2019-10"),
        ("in 2019", "2019", "2019"),
        ("the 2019 protests", "2019", "2019"),
        ("mid-2019", "mid-2019", "2019"),
        ("around 2015", "around 2015", "2015~"),
        ("the spring of 2020", "the spring of 2020", "2020-21"),
        ("during the 1990s", "1990s", "199X"),
        ("in the sixties", "sixties", "196X"),
        ("the 20th century", "the 20th century", "19XX"),
        ("dated 2019-10-03", "2019-10-03", "2019-10-03"),
        ("after 9/11 they left", "9/11", "2001-09-11"),
        ("the September 11 attacks", "September 11", "2001-09-11"),
        ("since October 2019", "October 2019", "2019-10/.."),
        ("until May 2020", "May 2020", "../2020-05"),
    ],
)
def test_a_date_of_the_calendar_is_read(text: str, found: str, edtf: str) -> None:
    assert dates(text, Date()) == [(found, edtf)]


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("between 2014 and 2016", "2014 and 2016", "2014/2016"),
        ("from June to August 2018", "June to August 2018", "2018-06/2018-08"),
        ("from May 2018 to June 2019", "May 2018 to June 2019", "2018-05/2019-06"),
        ("on May 3-5, 2019", "May 3-5, 2019", "2019-05-03/2019-05-05"),
        ("on 3 and 4 May 2019", "3 and 4 May 2019", "2019-05-03/2019-05-04"),
        ("28 May - 3 June 2019", "28 May - 3 June 2019", "2019-05-28/2019-06-03"),
        ("the 2019-20 session", "2019-20", "2019/2020"),
        ("the years 1704–1787", "1704–1787", "1704/1787"),
        ("the 2010-11 session", "2010-11", ""),
    ],
)
def test_a_time_from_one_date_to_another_is_one(text: str, found: str, edtf: str) -> None:
    assert dates(text, Date()) == [(found, edtf)]


def test_two_whole_dates_stay_two() -> None:
    assert len(dates("(3 May 1950 – 31 March 2016)")) == 2


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 3/10/2019", [""]),
        ("on 13/10/2019", ["2019-10-13"]),
        ("on 3/3/2019", ["2019-03-03"]),
        ("on 13/10/2019 and 3/10/2019", ["2019-10-13", "2019-10-03"]),
        ("on 10/13/2019 and 3/10/2019", ["2019-10-13", "2019-03-10"]),
        ("10/13/2019, 13/10/2019, 3/10/2019", ["2019-10-13", "2019-10-13", ""]),
        ("on 3.10.2019", ["2019-10-03"]),
    ],
)
def test_day_and_month_in_digits_are_told_apart_only_where_the_text_does(
    text: str, edtf: list[str]
) -> None:
    assert [date.edtf for date in find_dates(Article(text))] == edtf


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("He spoke today.", "today", "2020-11-01"),
        ("He fled last night.", "last night", "2020-10-31"),
        ("the day before yesterday", "the day before yesterday", "2020-10-30"),
        ("Last year he left.", "Last year", "2019"),
        ("last month", "last month", "2020-10"),
        ("last week", "last week", "2020-10-19/2020-10-25"),
        ("next year", "next year", "2021"),
        ("in the last year", "the last year", "2019-11/2020-11"),
        ("in the past three years", "the past three years", "2017/2020"),
        ("two days ago", "two days ago", "2020-10-30"),
        ("ten years ago", "ten years ago", "2010"),
        ("nearly ten years ago", "nearly ten years ago", "2010~"),
        ("more than ten years ago", "more than ten years ago", ""),
        ("a few days ago", "a few days ago", ""),
        ("was killed on Tuesday", "Tuesday", "2020-10-27"),
        ("was killed on Sunday", "Sunday", "2020-11-01"),
        ("last Sunday", "last Sunday", "2020-10-25"),
        ("next Tuesday", "next Tuesday", "2020-11-03"),
        ("will meet on Tuesday", "Tuesday", "2020-11-03"),
        ("took office in May", "May", "2020-05"),
        ("was killed in December", "December", "2019-12"),
        ("will begin in December", "December", "2020-12"),
        ("was killed on Oct. 3", "Oct. 3", "2020-10-03"),
        ("was killed on Thursday, October 3", "Thursday, October 3", "2019-10-03"),
        ("was killed on Monday, October 3", "Monday, October 3", ""),
    ],
)
def test_a_relative_date_counts_from_the_document(text: str, found: str, edtf: str) -> None:
    assert dates(text) == [(found, edtf)]
    assert dates(text, Date()) == [(found, "")]


def test_a_document_dated_to_a_month_gives_months_and_years_only() -> None:
    text = "Last year, last month and yesterday"
    assert [edtf for _, edtf in dates(text, Date(edtf="2020-11"))] == ["2019", "2020-10", ""]


def test_a_relative_date_has_its_distance_also_without_the_documents_day() -> None:
    [date] = find_dates(Article("He left two weeks ago"))
    assert (date.anchor, date.offset, date.edtf) == ("document", "-P2W", "")


@pytest.mark.parametrize(
    ("text", "offset", "event"),
    [
        ("He left five days after Amjad's murder.", "P5D", "Amjad's murder"),
        ("a year before the election, they met", "-P1Y", "the election"),
        ("He fled the day after the killing of his son", "P1D", "the killing of his son"),
        ("Two weeks later she left", "P2W", ""),
        ("Days after the killing, he fled", "", "the killing"),
    ],
)
def test_a_date_may_count_from_an_event(text: str, offset: str, event: str) -> None:
    [date] = find_dates(Article(text, PUBLISHED))
    told = text[date.anchor_start : date.anchor_end] if date.anchor_start >= 0 else ""
    assert (date.anchor, date.offset, told, date.edtf) == ("event", offset, event, "")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was shot on 3 May 2019. Two days later he died.", "2019-05-05"),
        ("He was shot on 3 May 2019. The next day he died.", "2019-05-04"),
        ("He was shot in 2019. Later that year he died.", "2019"),
        ("He was shot in 2019. Two days later he died.", ""),
        ("He was shot on 3 May 2019.\n\nTwo days later he died.", "2019-05-05"),
        (f"He was shot on 3 May 2019. {'He lived. ' * 50}Two days later he died.", ""),
        ("He was shot on 3 May 2018. On 5 June he died.", "2018-06-05"),
    ],
)
def test_a_date_may_count_from_the_one_before(text: str, edtf: str) -> None:
    assert dates(text, Date())[1][1] == edtf


@pytest.mark.parametrize(
    "text",
    [
        "He may march in",
        "Theresa May said",
        "June Smith and April went out",
        "2,019 people",
        "2019 people were there",
        "see page 2019",
        "at least 2000 soldiers",
        "for three days",
        "every Friday",
        "on Black Friday",
        "Agenda 2030",
        "call 202-555-2019",
        "it cost $2019",
        "at 2030 GMT",
        "2019 Main Street",
        "won 3-2",
        "aged 44",
        "the Second World War",
        "version 1.2.2019b",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "found", "edtf"),
    [
        ("The inquest continues on Monday", "Monday", "2020-11-02"),
        ("arrested on 5 January last year", "5 January last year", "2019-01-05"),
        ("in May of this year", "May of this year", "2020-05"),
        ("demanded an inquiry by the end of December", "December", "2020-12"),
        ("By the end of the year they will return", "the end of the year", "2020"),
        ("fled over the weekend", "the weekend", "2020-10-31/2020-11-01"),
        ("fled last weekend", "last weekend", "2020-10-24/2020-10-25"),
        ("will vote in the spring", "the spring", "2021-21"),
        ("between 2 and 6 February", "2 and 6 February", "2020-02-02/2020-02-06"),
        ("this December", "this December", "2020-12"),
        ("was shown from May to July", "May to July", "2020-05/2020-07"),
        ("was shown from December to May", "December to May", "2019-12/2020-05"),
        ("in recent weeks", "recent weeks", ""),
    ],
)
def test_the_words_around_say_which_one_is_meant(text: str, found: str, edtf: str) -> None:
    assert dates(text) == [(found, edtf)]
