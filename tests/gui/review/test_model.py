"""The rows of the open suggestions, changed one by one."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.domain.accepting.articles import KARIM
from viewer.domain.accepting import Proposal
from viewer.gui.review.model import CONFIDENCE_ROLE, ProposalModel

ROLE = Qt.ItemDataRole


def proposal(number: int, detail: str = "", confidence: float = 0.8) -> Proposal:
    return Proposal(
        key=f"person:{number}",
        kind="person",
        label=f"Person {number}",
        detail=detail,
        spans=((number, number + 1),),
        confidence=confidence,
        reason="Because",
        suggestions=(KARIM,),
    )


ROWS = st.lists(
    st.builds(proposal, st.integers(0, 12), st.sampled_from(["", "x"])),
    unique_by=lambda each: each.key,
)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_the_model_shows_what_it_is_given_by_the_rules_of_qt(steps: list[list[Proposal]]) -> None:
    model = ProposalModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode, model)
    for rows in steps:
        model.show(rows)
        assert [model.proposal_at(row) for row in range(model.rowCount())] == rows
        assert [model.row_of(each.key) for each in rows] == list(range(len(rows)))
    assert tester.model() is model


def test_what_stays_is_not_shown_anew(qtbot: object) -> None:
    model = ProposalModel()
    model.show([proposal(n) for n in range(5)])
    removed: list[tuple[int, int]] = []
    inserted: list[tuple[int, int]] = []
    resets: list[int] = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(1))
    model.show([proposal(n) for n in (0, 3, 4, 5)])
    assert (removed, inserted, resets) == ([(1, 2)], [(3, 3)], [])


def test_a_row_tells_a_screen_reader_its_kind_and_how_sure_it_is() -> None:
    model = ProposalModel()
    model.show([proposal(1, "2 mentions", 0.42)])
    told = [model.index(0, column).data(ROLE.AccessibleTextRole) for column in range(3)]
    assert told == ["Person: Person 1", "2 mentions", "unsure, 42 of 100"]
    assert model.index(0, 2).data(CONFIDENCE_ROLE) == 0.42
