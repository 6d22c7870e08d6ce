"""The rows of both lists, by the rules of Qt."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from tests.domain.sample_at_hand import EVERY_RECORD
from viewer.domain.audiences import audience_of
from viewer.domain.identifying import Level, Mention, Risk, Sureness, mentions, residual_risks
from viewer.domain.snapshot import Snapshot
from viewer.gui.deciding.model import AROUND, STATE, MentionModel
from viewer.gui.deciding.risk_model import HELP, LEVEL, RiskModel
from viewer.gui.session import Session

#: A session is only read here.
READS = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def keeps_the_rules(model: QAbstractItemModel) -> QAbstractItemModelTester:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(model, mode, model)


SAMPLE = Snapshot(EVERY_RECORD)
FOUND = mentions(SAMPLE, audience_of(SAMPLE, "public"))
LEFT = residual_risks(SAMPLE, audience_of(SAMPLE, "public"))


@given(st.data())
@READS
def test_words_are_shown_by_the_rules_of_qt(session: Session, data: st.DataObject) -> None:
    model = MentionModel(session)
    tester = keeps_the_rules(model)
    known = [
        replace(each, start=each.start + shift, end=each.end + shift)
        for each in FOUND
        for shift in range(3)
    ]
    rulings = st.sampled_from(["", "kept", "withheld"])
    for _ in range(3):
        chosen = data.draw(st.lists(st.sampled_from(known), unique_by=lambda each: each.key))
        rows = [replace(each, ruling=data.draw(rulings)) for each in chosen]
        model.show(rows)
        assert [model.mention_at(row) for row in range(model.rowCount())] == rows
        assert [model.row_of(each.key) for each in rows] == list(range(len(rows)))
        opened = [row for row, each in enumerate(rows) if each.is_open]
        assert model.next_open(-1) == (opened[0] if opened else -1)
    assert tester.model() is model


def test_a_row_shows_the_words_where_they_stand(session: Session) -> None:
    model = MentionModel(session)
    model.show(FOUND)
    before, words, after = model.index(0).data(AROUND)
    assert words == "His brother"
    assert before.endswith("began to shoot. ")
    assert after.startswith(", Mohammed Aldhamat, describes")
    told = model.index(0).data(0x000B)
    assert told.startswith("“His brother”: to decide. Mohammed Aldhamat (Person A) · sure")


def test_what_was_decided_is_said(session: Session) -> None:
    model = MentionModel(session)
    model.show([replace(each, ruling="kept") for each in FOUND])
    assert model.index(0).data(STATE) == "left readable"
    assert model.next_open(0) == -1


def test_words_of_a_record_that_is_gone_are_shown_without_their_surroundings(
    session: Session,
) -> None:
    model = MentionModel(session)
    model.show([Mention("x", "gone", "about", 0, 4, "here", "Why", Sureness.POSSIBLE)])
    assert model.index(0).data(AROUND) == ("", "here", "")


def test_combinations_are_shown_by_the_rules_of_qt(session: Session) -> None:
    model = RiskModel(session)
    tester = keeps_the_rules(model)
    for rows in (LEFT, LEFT[:1], (), LEFT[1:]):
        model.show(rows)
        assert [model.risk_at(row) for row in range(model.rowCount())] == list(rows)
    assert tester.model() is model
    model.show([Risk("gone", "Person 1", Level.HIGH, "All of it.", (), "Withhold it.")])
    assert model.index(0).data() == "All of it."
    assert "Withhold it." in model.index(0).data(HELP)
    assert model.index(0).data(LEVEL) == "high"
