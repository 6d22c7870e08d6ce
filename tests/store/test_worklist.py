"""What is still to be done on the evidence, read step by step: the same as the domain judges."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import State, any_edit, new_records
from tests.store.plans import plan
from viewer.domain.changes import creation, edit
from viewer.domain.claims import CLAIMS, Standing, judgement
from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Evidence, Place
from viewer.store import CaseFile, Task, worklist

_KINDS = ["document", "passage", "place", "person", "name", "event", "involvement", "relationship"]
_KINDS += ["event_link", "quote", "figure", *["passage"] * 3, *["evidence"] * 12]


def swept(case: CaseFile, look: int = worklist.STEP) -> list[Task]:
    found: list[Task] = []
    place: worklist.Place | None = worklist.BEGINNING
    while place is not None:
        step = case.worklist(place, look)
        found += step.tasks
        place = step.next
    return found


def judged(case: CaseFile) -> list[Task]:
    return [
        Task(record.id, kind, claim.field, found.standing)
        for kind, claims in CLAIMS.items()
        for record in case.all(KINDS[kind])
        for claim in claims
        if (found := judgement(claim, record, case.pieces(record.id)))
        and found.standing > Standing.EVIDENCED
    ]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_list_is_what_the_domain_judges(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    path = tmp_path_factory.mktemp("worklist") / "any.casefile"
    with CaseFile.create(path) as case:
        state = State(case.case)
        for change_set in (new_records(data.draw, state, [*_KINDS, *_KINDS]),):
            state.follow(case.apply(change_set))
        for _ in range(3):
            state.follow(case.apply(any_edit(data.draw, state)))
        assert swept(case) == judged(case)


def test_every_claim_of_the_sample_has_its_words(sample: CaseFile) -> None:
    assert {task.standing for task in swept(sample)} == {Standing.SINGLE_SOURCE}


def test_steps_of_any_length_find_the_same(sample: CaseFile) -> None:
    sample.apply(creation(Place(id=new_id(), name="Samarra")))
    whole = swept(sample)
    assert whole == judged(sample)
    assert {task.standing for task in whole} == {Standing.SINGLE_SOURCE, Standing.NOT_EVIDENCED}
    for look in (1, 2, 7):
        assert swept(sample, look) == whole


def test_words_that_say_otherwise_contradict_one_claim(sample: CaseFile) -> None:
    evidence = next(e for e in sample.all(Evidence) if e.field == "date")
    sample.apply(edit(evidence, stance="contradicts", value="2018"))
    assert Counter(task.standing for task in swept(sample))[Standing.CONTRADICTED] == 1


def test_a_step_looks_at_no_more_records_than_it_may(case_file: CaseFile) -> None:
    case_file.apply(creation(*(Place(id=new_id(), name=f"Town {n}") for n in range(10))))
    place = worklist.Place(list(CLAIMS).index("place"))
    step = case_file.worklist(place, 4)
    assert len(step.tasks) == 4
    assert step.next == worklist.Place(place.kind, step.tasks[-1].record_id)


def test_an_empty_case_leaves_nothing_to_do(case_file: CaseFile) -> None:
    assert swept(case_file) == []


@pytest.mark.parametrize("kind", CLAIMS)
def test_each_step_is_read_by_indexes(sample: CaseFile, kind: str) -> None:
    top, below = plan(sample, worklist.sql(kind), ("", 10))
    assert top == [f"SEARCH t USING INDEX sqlite_autoindex_{kind}_1 (id>?)"]
    used = [step for step in below if "e USING INDEX" in step]
    assert len(used) == len(CLAIMS[kind])
    assert all("by_evidence_record_id_field (record_id=? AND field=?)" in step for step in used)
    assert not [step for step in below if step.startswith("SCAN")]
