"""Whatever is written, dates stand where they say and can be read."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.dates import Date, Offset, parse_edtf
from viewer.suggest.article import Article
from viewer.suggest.dates import find_dates

MENTIONED = (
    "31 2 2019 19 '60s 1990s 20th century May march Oct. October Tuesday today last next this the "
    "past two a several days week years ago after before later since until from to between and - "
    "– / . , \n 3/4/2019 13/13/13 2019-02-30 early mid- spring Amjad's murder about في عام منذ "
    "أيار ٢٠١٩ أمس الثلاثاء الماضي قبل ثلاثة أيام بعد من رمضان هـ تشرين الأول 99999 0000 3.10.2019"
)
WORDS = MENTIONED.split(" ")
TEXTS = st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join)
PUBLISHED = st.sampled_from(["", "2020-11-01", "2020-02-29", "2019", "2019-10/..", "9999-12-31"])


@given(TEXTS, PUBLISHED)
def test_every_date_has_its_words_and_can_be_read(text: str, published: str) -> None:
    at = 0
    for date in find_dates(Article(text, Date(edtf=published))):
        assert at <= date.start < date.end
        assert text[date.start : date.end] == date.text
        at = date.end
        if date.edtf:
            parse_edtf(date.edtf)
        if date.offset:
            Offset.parse(date.offset)


@given(TEXTS)
def test_nothing_is_counted_from_a_day_that_is_not_known(text: str) -> None:
    dates = find_dates(Article(text))
    assert not [date for date in dates if date.anchor == "document" and date.edtf]
