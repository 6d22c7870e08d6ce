"""A record under other ids refers to the same."""

from hypothesis import given

from tests.domain.record_strategies import records
from viewer.domain.records import Record
from viewer.domain.references import references, with_ids


@given(records)
def test_under_other_ids_a_record_refers_to_the_same(record: Record) -> None:
    other = with_ids(record, lambda id: f"{id}!")
    assert other.id == f"{record.id}!"
    wanted = [(field, kind, f"{id}!") for field, kind, id in references(record)]
    assert list(references(other)) == wanted
    assert with_ids(other, lambda id: id.removesuffix("!")) == record
