"""Whatever is done, undone, redone, restored, closed and opened again: file, history and models
agree, everything can be undone to the beginning and redone to the end.

`EXAMPLES=1000 pytest tests/gui/test_agreement.py` looks harder.
"""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from tests.builders import WORDS, State, any_edit, new_records
from tests.store.looking import dump
from viewer.domain.changes import ChangeSet, edit
from viewer.domain.ids import new_id
from viewer.domain.merging import merged
from viewer.domain.records import KINDS, Case, Person, Record
from viewer.gui import kinds
from viewer.gui.browse_pane import BrowseModel
from viewer.gui.list_model import ListModel
from viewer.gui.session import Session
from viewer.gui.trash_model import TrashModel
from viewer.store import CaseFile, check, history, rows

ALL_KINDS = [kind for kind in KINDS if kind != "case"]
SOME_KINDS = st.lists(st.sampled_from(ALL_KINDS), min_size=1, max_size=6)

#: The field after which records of other kinds are called.
NAMED = {
    "name": "text",
    "person": "described_as",
    "event": "title",
    "place": "name",
    "document": "title",
    "tag": "label",
}

HOW_LONG = settings(
    max_examples=int(os.environ.get("EXAMPLES", "15")),
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def cells(model: Any) -> list[list[object]]:
    """All that a model shows, read to its end."""
    while model.canFetchMore(root := model.index(-1, -1)):
        model.fetchMore(root)
    columns = range(model.columnCount())
    return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]


def ids(model: ListModel) -> list[str]:
    return [model.id_at(row) for row in range(model.rowCount())]


def told(case_file: CaseFile) -> dict[str, Record]:
    """The records as the history alone tells of them."""
    known: dict[str, Record] = {}
    entries = case_file.history(limit=10**6)
    for entry in reversed(entries):
        for change in history.of_entry(case_file._db, entry.seq):
            known |= _told(known.pop(change.record_id, None), change)
    return known


def _told(record: Record | None, change: Any) -> dict[str, Record]:
    if change.after is None:
        return {}
    values = change.after
    if record is not None:
        names = rows.names_of(change.kind)
        values = {**_json(record, names), **change.after}
    return {change.record_id: rows.from_json(change.kind, change.record_id, values)}


def _json(record: Record, names: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(rows.to_json(record, names))
    return found


class Window:
    """The models of a window, each reading anew when its pane would."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lists = {kind: ListModel(session, kind) for kind in kinds.LISTED_KINDS}
        self.browse = BrowseModel(session)
        self.trash = TrashModel(session)
        session.changed.connect(self.on_changed)

    def on_changed(self, change_set: ChangeSet) -> None:
        for kind, model in self.lists.items():
            if kinds.shows(kind, change_set.kinds):
                model.refresh()
        self.trash.refresh()

    def close(self) -> None:
        self.session.changed.disconnect(self.on_changed)


class Editing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name, "c.casefile")
        case = Case(id=new_id())
        CaseFile.create(path, case).close()
        self.state = State(case)
        self.session = Session(who="Somebody")
        self.session.changed.connect(self.state.follow)
        self.problems: list[str] = []
        self.session.failed.connect(self.problems.append)
        self.session.open(path)
        self.beginning = dump(self.session.case)
        self.window = Window(self.session)

    def do(self, change_set: ChangeSet) -> None:
        assert self.session.do(change_set), self.problems

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        self.do(new_records(data.draw, self.state, ALL_KINDS))

    @rule(data=st.data(), wanted=SOME_KINDS)
    def add(self, data: st.DataObject, wanted: list[str]) -> None:
        self.do(new_records(data.draw, self.state, wanted))

    @rule(data=st.data())
    def edit_anything(self, data: st.DataObject) -> None:
        self.do(any_edit(data.draw, self.state))

    @precondition(lambda self: len(self.state.records) > 1)
    @rule(data=st.data(), words=WORDS)
    def rename(self, data: st.DataObject, words: str) -> None:
        """Change what other records are called after: lists of theirs must follow."""
        named = [record for record in self.state.records.values() if record.kind in NAMED]
        if named:
            record = data.draw(st.sampled_from(named))
            self.do(edit(record, **{NAMED[record.kind]: f"{words} {record.id[-4:]}"}))

    @precondition(lambda self: len(self.state.records) > 1)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        others = [record.id for record in self.state.records.values() if record.kind != "case"]
        self.do(self.session.case.removal_of(data.draw(st.sampled_from(others))))

    @precondition(lambda self: len(self.state.of(Person)) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        persons = st.permutations(self.state.of(Person))
        keep, gone, *_ = data.draw(persons)
        self.do(merged(self.session.case, keep, gone))

    @precondition(lambda self: self.session.case.trash_count())
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.session.case.trash()))
        self.do(self.session.case.restoration(entry.entry.seq).change_set)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            assert self.session.undo() or not self.session.undo_label

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            assert self.session.redo() or not self.session.redo_label

    @rule()
    def reopen(self) -> None:
        path = self.session.path
        self.window.close()
        self.session.close()
        self.session.open(path)
        self.window = Window(self.session)

    @invariant()
    def the_file_holds_what_was_done(self) -> None:
        assert self.problems == []
        for kind in KINDS.values():
            expected = sorted(self.state.of(kind), key=lambda record: record.id)
            assert list(self.session.case.all(kind)) == expected

    @invariant()
    def the_models_show_what_the_file_holds(self) -> None:
        fresh = Window(self.session)
        for kind, model in self.window.lists.items():
            assert sorted(ids(model)) == sorted(self.state.ids(kind))
            assert cells(model) == cells(fresh.lists[kind]), kind
            assert self.window.browse.count(kind) == len(self.state.ids(kind))
        assert cells(self.window.trash) == cells(fresh.trash)
        assert self.window.trash.rowCount() == self.session.case.trash_count()
        fresh.close()

    @invariant()
    def the_history_tells_what_the_file_holds(self) -> None:
        assert told(self.session.case) == self.state.records

    def teardown(self) -> None:
        try:
            self.go_to_the_ends()
        finally:
            self.window.close()
            self.session.close()
            self.folder.cleanup()

    def go_to_the_ends(self) -> None:
        while self.session.redo():
            pass
        end = dump(self.session.case)
        while self.session.undo():
            pass
        assert dump(self.session.case) == self.beginning
        self.the_models_show_what_the_file_holds()
        while self.session.redo():
            pass
        assert dump(self.session.case) == end
        self.the_file_holds_what_was_done()
        self.the_models_show_what_the_file_holds()
        self.the_history_tells_what_the_file_holds()
        assert check(self.session.path) == []


def test_file_history_and_models_agree_whatever_is_done(qapp: QApplication) -> None:
    run_state_machine_as_test(Editing, settings=HOW_LONG)
