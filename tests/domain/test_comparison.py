"""What restoring a backup would change, record by record and field by field."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.record_strategies import records
from viewer.domain.comparison import FieldDifference, compared
from viewer.domain.records import KINDS, Case, Person, Place, Record
from viewer.domain.sample import sample_case
from viewer.domain.snapshot import Snapshot

CASE = Case(id="0", title="A case")


def person(**values: str) -> Person:
    return Person(id="1", described_as="A doctor", **values)


def test_a_field_that_says_something_else_is_named_with_both_values() -> None:
    now = Snapshot([CASE, person(occupation="nurse")])
    then = Snapshot([CASE, person(occupation="doctor", protection="name_withheld")])
    (found,) = compared(now, then)
    assert (found.kind, found.back, found.gone, found.other) == ("person", 0, 0, 1)
    assert found.named[0].title == "A doctor"
    assert found.named[0].fields == (
        FieldDifference("Occupation", "nurse", "doctor"),
        FieldDifference("Protection", "Public", "Name withheld"),
    )


def test_what_comes_back_and_what_goes_is_named_by_its_title() -> None:
    now = Snapshot([CASE, Place(id="2", name="Baghdad"), Place(id="4", name="Basra")])
    then = Snapshot([CASE, Place(id="3", name="Maysan"), Place(id="4", name="Basra")])
    (found,) = compared(now, then)
    assert [(each.fate, each.title) for each in found.named] == [
        ("gone", "Baghdad"),
        ("back", "Maysan"),
    ]


def test_no_more_than_wished_are_named() -> None:
    now = Snapshot([CASE, *(Place(id=f"{n}", name=f"Place {n}") for n in range(20, 40))])
    (found,) = compared(now, Snapshot([CASE]), most=3)
    assert found.gone == 20
    assert [each.title for each in found.named] == ["Place 20", "Place 21", "Place 22"]


def test_long_words_are_cut() -> None:
    now, then = Snapshot([replace(CASE, summary="so " * 500)]), Snapshot([CASE])
    (found,) = compared(now, then)
    (field,) = found.named[0].fields
    assert len(field.now) < 200
    assert field.then == ""


def test_nothing_differs_from_itself() -> None:
    case, everything = sample_case()
    sample = Snapshot([case, *(change.record for change in everything.changes)])
    assert compared(sample, sample) == []


@settings(max_examples=30)
@given(st.lists(records, max_size=6, unique_by=lambda record: record.id), st.data())
def test_each_record_differs_as_it_must(given_: list[Record], data: st.DataObject) -> None:
    def some() -> dict[str, Record]:
        taken = [record for record in given_ if data.draw(st.booleans())]
        return {record.id: record for record in taken}

    now, then = some(), some()
    for found in compared(Snapshot(now.values()), Snapshot(then.values())):
        of_kind = {id for id in now.keys() ^ then.keys() if (now | then)[id].kind == found.kind}
        assert found.back == len(of_kind & then.keys())
        assert found.gone == len(of_kind & now.keys())
        assert found.other == 0
    whole = compared(Snapshot(now.values()), Snapshot(then.values()))
    assert sum(found.number for found in whole) == len(now.keys() ^ then.keys())
    assert [found.kind for found in whole] == [k for k in KINDS if k in {f.kind for f in whole}]
