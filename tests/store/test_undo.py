"""The inverse of a change set undoes it exactly, whatever it did and to whichever kinds."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ON_DISK, Draw, State, any_edit, new_records
from tests.store.looking import dump
from viewer.domain.changes import ChangeSet, combined, creation, edit
from viewer.domain.documents import passage_at
from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Annotation, Document, Export, Name, Person, Quote
from viewer.domain.sample import sample_case
from viewer.store import CaseFile, check

ALL_KINDS = [kind for kind in KINDS if kind != "case"]
SOME_KINDS = st.lists(st.sampled_from(ALL_KINDS), max_size=6)


def a_deed(draw: Draw, state: State, case_file: CaseFile) -> ChangeSet:
    """Draw what a user might do next: add, edit, delete with all that hangs on it, or several."""
    match draw(st.sampled_from(["add", "edit", "delete", "edits"])):
        case "add":
            return new_records(draw, state, draw(SOME_KINDS))
        case "edit":
            return any_edit(draw, state)
        case "edits":
            first = any_edit(draw, state)
            second = any_edit(draw, state)
            apart = {c.id for c in first.changes}.isdisjoint(c.id for c in second.changes)
            both_names = {"name", "tagging"} & first.kinds & second.kinds
            return combined("Edits", [first, second] if apart and not both_names else [first])
        case _:
            ids = [record.id for record in state.records.values() if record.kind != "case"]
            if not ids:
                return ChangeSet("", ())
            return case_file.removal_of(draw(st.sampled_from(ids)))


@ON_DISK
@given(st.data())
def test_undo_takes_back_every_deed_and_redo_does_it_again(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, CaseFile.create(Path(folder, "c.casefile")) as case_file:
        state = State(case_file.case)
        start = new_records(data.draw, state, ALL_KINDS * data.draw(st.integers(1, 2)))
        pictures = [dump(case_file)]
        done: list[ChangeSet] = []
        for n in range(data.draw(st.integers(1, 5))):
            deed = start if n == 0 else a_deed(data.draw, state, case_file)
            done.append(case_file.apply(deed))
            state.follow(deed)
            pictures.append(dump(case_file))
        assert check(case_file.path) == []
        for deed, before in zip(reversed(done), reversed(pictures[:-1]), strict=True):
            case_file.apply(deed.inverse)
            assert dump(case_file) == before
        assert check(case_file.path) == []
        for deed, after in zip(done, pictures[1:], strict=True):
            case_file.apply(deed)
            assert dump(case_file) == after
        assert check(case_file.path) == []


@ON_DISK
@given(st.data())
def test_undo_and_redo_go_through_the_history_also_after_reopening(data: st.DataObject) -> None:
    """Whatever is done, undone and redone, the file is as a plain list of pictures says."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "c.casefile")
        case_file = CaseFile.create(path)
        state = State(case_file.case)
        pictures, at = [dump(case_file)], 0
        for _ in range(data.draw(st.integers(1, 12))):
            match data.draw(st.sampled_from(["do", "do", "undo", "undo", "redo", "reopen"])):
                case "do":
                    deed = case_file.apply(a_deed(data.draw, state, case_file))
                    if not deed.is_empty:
                        pictures, at = [*pictures[: at + 1], dump(case_file)], at + 1
                case "undo":
                    deed = case_file.undo()
                    assert deed.is_empty == (at == 0)
                    at = max(at - 1, 0)
                case "redo":
                    deed = case_file.redo()
                    assert deed.is_empty == (at == len(pictures) - 1)
                    at = min(at + 1, len(pictures) - 1)
                case _:
                    case_file.close()
                    case_file = CaseFile.open(path)
                    deed = ChangeSet("", ())
            state.follow(deed)
            assert dump(case_file) == pictures[at]
            assert (case_file.next_undo is None) == (at == 0)
            assert (case_file.next_redo is None) == (at == len(pictures) - 1)
        case_file.close()
        assert check(path) == []


def test_what_a_case_begins_with_is_not_undone(path: Path) -> None:
    case, change_set = sample_case()
    with CaseFile.create(path, case, first=change_set) as case_file:
        assert case_file.next_undo is None
        assert case_file.undo().is_empty
        assert [entry.deed for entry in case_file.history()] == ["begin", "begin"]


def test_the_history_tells_what_was_undone(case_file: CaseFile) -> None:
    case_file.apply(edit(case_file.case, title="New"), "A")
    case_file.undo("B")
    case_file.redo("C")
    redone, undone, done, _ = case_file.history()
    assert [(e.who, e.deed) for e in (done, undone, redone)] == [
        ("A", "do"),
        ("B", "undo"),
        ("C", "redo"),
    ]
    assert (undone.reverses, redone.reverses) == (done.seq, undone.seq)
    assert case_file.case.title == "New"


@ON_DISK
@given(st.data())
def test_what_is_written_is_what_is_read(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, CaseFile.create(Path(folder, "c.casefile")) as case_file:
        state = State(case_file.case)
        deed = new_records(data.draw, state, ALL_KINDS)
        case_file.apply(deed)
        state.follow(deed)
        for kind in KINDS.values():
            assert list(case_file.all(kind)) == sorted(state.of(kind), key=lambda r: r.id)
        for content in deed.contents:
            assert case_file.content(content.sha256) == content.data


def test_the_sample_can_be_deleted_record_by_record_and_comes_back(sample: CaseFile) -> None:
    before = dump(sample)
    undo: list[ChangeSet] = []
    while records := [r for kind in ALL_KINDS for r in sample.all(KINDS[kind])]:
        undo.append(sample.apply(sample.removal_of(records[len(records) // 2].id)).inverse)
    assert len(undo) > 20
    assert check(sample.path) == []
    assert (
        sum(map(len, dump(sample).values())) == 3
    )  # the case, its place in the registry, its total
    for deed in reversed(undo):
        sample.apply(deed)
    assert dump(sample) == before


def test_deleting_a_person_takes_along_what_cannot_be_without(sample: CaseFile) -> None:
    (name,) = (n for n in sample.all(Name) if n.text == "Hasanain Alminshid")
    quotes = sample.where(Quote, speaker_id=name.person_id)
    assert quotes
    sample.apply(sample.removal_of(name.person_id))
    assert sample.find(name.id) is None
    assert [sample.get(Quote, quote.id).speaker_id for quote in quotes] == [None] * len(quotes)
    assert check(sample.path) == []


def test_a_renamed_person_is_renamed_in_lists_of_quotes(sample: CaseFile) -> None:
    name = next(n for n in sample.all(Name) if n.type == "main" and _quotes(sample, n))
    deed = sample.apply(edit(name, text="Zzz Renamed"))
    sorts = {
        row["sort"]
        for row in sample._db.query("SELECT * FROM quote")
        if row["speaker_id"] == name.person_id
    }
    assert sorts == {"zzz renamed"}
    assert sample.find(name.person_id) == sample.get(Person, name.person_id)
    sample.apply(deed.inverse)
    assert check(sample.path) == []


def _quotes(case_file: CaseFile, name: Name) -> list[Quote]:
    return case_file.where(Quote, speaker_id=name.person_id)


def test_words_go_with_the_last_note_on_them(sample: CaseFile) -> None:
    (document,) = sample.all(Document)
    passage = passage_at(document, 0, 8)
    notes = [Annotation(id=new_id(), target_id=passage.id, body=body) for body in ("One", "Two")]
    sample.apply(creation(passage, *notes))
    sample.apply(sample.removal_of(notes[0].id))
    assert sample.find(passage.id) == passage
    sample.apply(sample.removal_of(notes[1].id))
    assert sample.find(passage.id) is None
    sample.undo()
    assert sample.find(passage.id) == passage


def test_undo_and_redo_pass_over_an_export(case_file: CaseFile) -> None:
    title = case_file.case.title
    exported = Export(id=new_id(), at="", format="PDF", file_name="a.pdf", audience="Public")
    case_file.apply(edit(case_file.case, title="Another"))
    case_file.log(exported)
    case_file.undo()
    assert case_file.case.title == title
    case_file.log(replace(exported, id=new_id()))
    case_file.redo()
    assert case_file.case.title == "Another"
    assert case_file.total("export") == 2
    assert check(case_file.path) == []
