"""A date that stands in the words is taken as it stands, and read where that is plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.marking.dates import date_of


@pytest.mark.parametrize(
    ("words", "written", "edtf"),
    [
        ("arrested on 25 October 2019 in Basra", "25 October 2019", "2019-10-25"),
        ("arrested on the 3rd of May 2020", "3rd of May 2020", "2020-05-03"),
        ("on October 25, 2019, at night", "October 25, 2019", "2019-10-25"),
        ("killings in October 2019", "October 2019", "2019-10"),
        ("since October 2019", "October 2019", ""),
        ("منذ أكتوبر 2019", "أكتوبر 2019", ""),
        ("since 2019", "2019", ""),
        ("on 31 February 2019", "31 February 2019", ""),
        ("became Prime Minister in May", "May", ""),
        ("on 4 May", "4 May", ""),
        ("In 2019 he joined", "2019", "2019"),
        ("في 25 تشرين الأول 2019", "25 تشرين الأول 2019", "2019-10-25"),
        ("في ٢٥ أكتوبر ٢٠١٩", "٢٥ أكتوبر ٢٠١٩", "2019-10-25"),
        ("Last year he met the police", "Last year", ""),
        ("Five days after the murder", "Five days after", ""),
        ("He may 2 times march in", "", ""),
        ("May he rest", "", ""),
        ("in March or in May", "", ""),
        ("from 2019 to 2020", "", ""),
        ("44 people, 1,200 arrests", "", ""),
        ("a year of 39 October 2019 reports", "39 October 2019", ""),
        ("", "", ""),
    ],
)
def test_the_one_date_of_the_words_is_found(words: str, written: str, edtf: str) -> None:
    date = date_of(words)
    assert (date.written, date.edtf) == (written, edtf)


@given(st.lists(st.sampled_from(["31", "February", "2019", "May", "0", "of", ",", "99", "٩"])))
def test_what_is_found_is_always_a_date(words: list[str]) -> None:
    date_of(" ".join(words)).checked()
