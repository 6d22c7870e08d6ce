"""Marks that are changed one by one are as if they were read anew."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.gui.reader.marks import Marks, marks_of
from viewer.gui.text_units import TextUnits
from viewer.store import PassageUse

UNITS = TextUnits("😀 said nothing. " * 3)
SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(["quote", "person", ""]))
PASSAGES = st.dictionaries(st.sampled_from([f"p{n}" for n in range(12)]), SPANS)
Passages = dict[str, tuple[int, int, str]]


def uses(passages: Passages) -> list[PassageUse]:
    found = [
        PassageUse(id, start, start + length, kind, f"r{id}" if kind else "")
        for id, (start, length, kind) in passages.items()
    ]
    return sorted(found, key=lambda use: (use.start, -use.end, use.passage_id, use.kind))


@given(PASSAGES, PASSAGES, st.sets(st.sampled_from([f"p{n}" for n in range(12)])))
def test_changed_marks_are_those_that_would_be_read(
    before: Passages, new: Passages, gone: set[str]
) -> None:
    marks = Marks(marks_of(uses(before), UNITS))
    marks.replace({*new, *gone}, marks_of(uses(new), UNITS))
    left = {id: spec for id, spec in before.items() if id not in gone}
    expected = Marks(marks_of(uses(left | new), UNITS))
    assert list(marks) == list(expected)
    assert +marks.numbers == +expected.numbers
    for n, mark in enumerate(expected):
        assert marks.number_of(mark.passage_id) == n
        assert marks.meeting(mark.start, mark.end) == expected.meeting(mark.start, mark.end)
