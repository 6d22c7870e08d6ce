"""A merge is one deed: the file is sound after it, and undo parts the two exactly."""

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ON_DISK, State, new_records
from tests.store.looking import dump
from viewer.domain.dates import Date
from viewer.domain.merging import MAIN_NAME, differing, merged, stricter
from viewer.domain.records import KINDS, Name, Person, Record
from viewer.store import CaseFile, check

#: Persons and what refers to them more often than the rest: two of a kind must meet.
KINDS_DRAWN = [
    *(kind for kind in KINDS if kind != "case"),
    *("person", "name", "name", "event", "involvement", "involvement", "relationship", "evidence"),
    *("evidence", "tagging", "tagging", "annotation", "distinction", "relationship", "evidence"),
]


def refers(record: Record, id: str) -> bool:
    values = [getattr(record, field.name) for field in fields(record) if field.name != "id"]
    return id in [value.anchor_id if isinstance(value, Date) else value for value in values]


def choices(draw: Any, case_file: CaseFile, keep: Person, gone: Person) -> dict[str, Any]:
    chosen = {
        name: draw(st.sampled_from([getattr(keep, name), getattr(gone, name)]))
        for name in differing(keep, gone)
        if draw(st.booleans())
    }
    names = [name.id for p in (keep, gone) for name in case_file.where(Name, person_id=p.id)]
    if names and draw(st.booleans()):
        chosen[MAIN_NAME] = draw(st.sampled_from(names))
    return chosen


@ON_DISK
@given(st.data())
def test_a_merge_leaves_nothing_behind_and_is_undone_exactly(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, CaseFile.create(Path(folder, "c.casefile")) as case_file:
        state = State(case_file.case)
        kinds = sorted(KINDS_DRAWN * data.draw(st.integers(1, 3)), key=list(KINDS).index)
        case_file.apply(new_records(data.draw, state, ["person", *kinds]))
        keep, gone = data.draw(st.permutations(list(case_file.all(Person))))[:2]
        before = dump(case_file)

        deed = case_file.apply(
            merged(case_file, keep, gone, choices(data.draw, case_file, keep, gone))
        )

        assert case_file.find(gone.id) is None
        assert not any(refers(r, gone.id) for kind in KINDS.values() for r in case_file.all(kind))
        assert len({change.id for change in deed.changes}) == len(deed.changes)
        one = case_file.get(Person, keep.id)
        assert one.protection == stricter(keep.protection, gone.protection)
        assert len(case_file.where(Name, person_id=keep.id, type="main")) <= 1
        assert check(case_file.path) == []
        case_file.apply(deed.inverse)
        assert dump(case_file) == before
        assert check(case_file.path) == []
