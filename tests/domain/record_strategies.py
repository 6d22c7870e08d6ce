"""Records of every kind with any values that their fields allow, for property tests."""

from typing import Any

from hypothesis import strategies as st

from viewer.domain.dates import Date
from viewer.domain.fields import DateField, NamedField, Real, Ref, Term, Text, Whole
from viewer.domain.records import KINDS, Record, fields_of
from viewer.domain.vocabularies import vocabulary

ids = st.uuids(version=4).map(str)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
dates = st.builds(
    Date,
    written=words,
    edtf=st.sampled_from(["", "2019", "2019-10~", "2019-10/..", "-0044-03-15"]),
    basis=words,
)


def value_of(field: NamedField) -> st.SearchStrategy[Any]:
    match field.spec:
        case Term(vocabulary=name):
            return st.sampled_from(vocabulary(name).codes)
        case Text():
            return words
        case DateField():
            return dates
        case Ref():
            return st.none() | ids if field.optional else ids
        case Whole(least=least):
            return st.integers(least, 10_000)
        case Real():
            return st.none() | st.floats(-90, 90)
    raise AssertionError(field)


def of_kind(kind: str, id: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Record]:
    values = {field.name: value_of(field) for field in fields_of(kind)}
    return st.builds(KINDS[kind], id=id, **values)


records = st.sampled_from(sorted(KINDS)).flatmap(of_kind)


@st.composite
def twins(draw: st.DrawFn) -> tuple[Record, Record]:
    """Two states of one record."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    before = draw(of_kind(kind))
    return before, draw(of_kind(kind, st.just(before.id)))
