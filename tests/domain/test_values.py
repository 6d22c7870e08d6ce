"""Values of fields as words, and back again."""

from typing import Any

import pytest

from tests.domain.sample_at_hand import EVERY_RECORD, the
from viewer.domain import values
from viewer.domain.claims import CLAIMS
from viewer.domain.dates import Date
from viewer.domain.records import Person, Place, field_of
from viewer.domain.snapshot import Snapshot
from viewer.errors import InvalidRecordError

CASE = Snapshot(EVERY_RECORD)
DATE = field_of("event", "date")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (DATE, "2019-10~", Date(edtf="2019-10~")),
        (DATE, "3 October 2019", Date("3 October 2019", "2019-10-03")),
        (DATE, "October 3, 2019", Date("October 3, 2019", "2019-10-03")),
        (DATE, " about October 2019 ", Date("about October 2019", "2019-10~")),
        (DATE, "٣ October ٢٠١٩", Date("٣ October ٢٠١٩", "2019-10-03")),
        (DATE, "autumn 2019", Date("autumn 2019", "2019-23")),
        (field_of("event", "type"), "KILLING", "killing"),
        (field_of("event", "description"), "Two men came", "Two men came"),
        (field_of("figure", "number"), "1,044", 1044),
        (field_of("figure", "number"), "٤٤", 44),
        (field_of("place", "latitude"), "31.84", 31.84),
        (field_of("event", "place_id"), "Amarah", the(Place, "amarah").id),
        (field_of("quote", "speaker_id"), "Amjad", the(Person, "amjad").id),
    ],
)
def test_a_value_is_read_from_words(field: Any, text: str, value: Any) -> None:
    assert values.read(CASE, field, text) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (DATE, ""),
        (DATE, "some time later"),
        (DATE, "31 Octobre 2019"),
        (DATE, "31 February 2019"),
        (DATE, "3 autumn 2019"),
        (field_of("event", "type"), "a thing unheard of"),
        (field_of("figure", "number"), "many"),
        (field_of("figure", "number"), "-3"),
        (field_of("place", "latitude"), "nan"),
        (field_of("place", "latitude"), "181"),
        (field_of("event", "place_id"), "Atlantis"),
    ],
)
def test_what_is_no_value_is_refused_in_words(field: Any, text: str) -> None:
    with pytest.raises(InvalidRecordError):
        values.read(CASE, field, text)
    assert values.told(CASE, field, text) == text


def test_a_name_of_several_records_is_none() -> None:
    amarah = the(Place, "amarah")
    twin = Place(id="another", name=amarah.name)
    with pytest.raises(InvalidRecordError, match="of several"):
        values.read(Snapshot([*EVERY_RECORD, twin]), field_of("event", "place_id"), amarah.name)


def test_what_is_noted_of_a_value_is_read_as_the_same() -> None:
    """But for a relative date, which is said by what it counts from, and names of several."""
    for record in EVERY_RECORD:
        for claim in CLAIMS.get(record.kind, ()):
            field, value = field_of(record.kind, claim.field), getattr(record, claim.field)
            relative = isinstance(value, Date) and not value.edtf
            if value in (claim.nothing, "") or relative:
                continue
            noted = values.noted(CASE, field, value)
            assert values.same(values.read(CASE, field, noted), value), (record, field.name)


def test_a_date_is_noted_to_be_read_and_told_in_words() -> None:
    date = Date("last October", "2019-10-03")
    assert values.noted(CASE, DATE, date) == "2019-10-03"
    assert values.told(CASE, DATE, "2019-10-03") == "3 October 2019"


def test_the_same_value_may_be_written_otherwise() -> None:
    assert values.same(Date("last year", "2019"), Date(edtf="2019"))
    assert not values.same(Date(edtf="2019"), Date(edtf="2019~"))
    assert not values.same(Date("last year"), Date("this year"))
    assert values.same("Amjád", "amjad")
    assert not values.same(44, 45)
