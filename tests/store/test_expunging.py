"""Removed for good: the name is in no byte of the file, and all else is as it was."""

import multiprocessing
import os
import signal
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import State, any_edit, new_records
from tests.store.chains import as_described, hashes_of
from tests.store.looking import raw, without_trigger
from viewer.domain.changes import ChangeSet, combined, creation, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.forgetting import CHOICES, Choice, Forgetting, planned
from viewer.domain.forgetting.rewriting import words_of
from viewer.domain.ids import new_id
from viewer.domain.records import (
    KINDS,
    Annotation,
    Document,
    Event,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Rejection,
)
from viewer.domain.sample import sample_case
from viewer.domain.summary import summarise
from viewer.errors import (
    ConflictError,
    DamagedCaseFile,
    NotForgotten,
    NotFoundError,
    ReadOnlyCaseFile,
)
from viewer.export.pdf import write_pdf
from viewer.store import CaseFile, Key, check, engine, expunging, on_disk, residue, restructure
from viewer.store.rekeying import rekey

AMJAD = ("Amjad", "Amjad Aldhamat")


def plan_of(
    case_file: CaseFile, words: str, choice: Choice = "take-out", kind: type[Record] = Person
) -> Forgetting:
    (hit,) = case_file.search(kind.kind, words)
    return planned(case_file, case_file.target(hit.id), case_file.content, otherwise=choice)


def bytes_of(case_file: CaseFile) -> bytes:
    """All bytes of the file: its locks are taken again by the next change."""
    case_file._db.conn.rollback()
    return case_file.path.read_bytes()


def forms(*names: str) -> Iterator[bytes]:
    for name in names:
        for text in (name, name.lower(), name.upper()):
            for form in ("NFC", "NFD"):
                written = unicodedata.normalize(form, text)
                yield from (written.encode(c) for c in ("utf-8", "utf-16-le", "utf-16-be"))


def left_of(case_file: CaseFile, *names: str) -> set[bytes]:
    data = bytes_of(case_file)
    return {form for form in forms(*names) if form in data}


def records(case_file: CaseFile) -> dict[str, Record]:
    return {record.id: record for kind in KINDS.values() for record in case_file.all(kind)}


@pytest.mark.parametrize("choice", ["take-out", "remove"])
def test_a_person_of_the_sample_is_in_no_byte(sample: CaseFile, choice: Choice) -> None:
    assert left_of(sample, *AMJAD)
    sample.forget(plan_of(sample, "amjad", choice), "A. Tester")
    assert left_of(sample, *AMJAD) == set()
    assert sample.search("event", "amjad") == []
    sample.close()
    assert check(sample.path) == []
    assert [path.name for path in sample.path.parent.iterdir()] == [sample.path.name]


def test_a_document_that_is_kept_keeps_the_name_and_nothing_else_does(sample: CaseFile) -> None:
    (document,) = sample.all(Document)
    sample.forget(plan_of(sample, "amjad", "keep"))
    assert sample.get(Document, document.id) == document
    assert sample.content(document.sha256)
    naming = {r.kind for r in records(sample).values() if "Amjad" in repr(r)}
    assert naming == {"document", "passage"}
    sample.close()
    assert check(sample.path) == []


def test_all_else_is_as_it_was(sample: CaseFile) -> None:
    before = records(sample)
    plan = plan_of(sample, "amjad")
    returned = sample.forget(plan)
    after = records(sample)
    touched = {change.id for change in returned.changes}
    assert before.keys() - after.keys() == {record.id for record in plan.going}
    assert {id for id in after if before[id] != after[id]} <= touched
    for id in touched & after.keys():
        of_text = (Document, Passage)
        assert isinstance(before[id], of_text) or "Amjad" in repr(before[id])


def test_the_history_says_only_that_something_was_removed(sample: CaseFile) -> None:
    plan = plan_of(sample, "amjad")
    before = hashes_of(sample)
    sample.forget(plan, "A. Tester")
    newest = sample.history()[0]
    assert (newest.deed, newest.label, newest.who) == ("forget", "Remove for good", "A. Tester")
    lines = sample.history_of(plan.target.record.id)
    assert len(lines) == 2
    assert all(line.is_forgotten for line in lines)
    assert hashes_of(sample)[:-1] == before
    assert hashes_of(sample) == as_described(sample._db)


def test_what_stays_and_was_rewritten_has_its_present_state_in_the_history(
    sample: CaseFile,
) -> None:
    sample.forget(plan_of(sample, "amjad"))
    event = next(e for e in sample.all(Event) if e.title.startswith("Killing of"))
    first, last = sample.history_of(event.id)
    assert first.is_forgotten
    assert last.before is None
    assert last.after is not None
    assert last.after["title"] == event.title == "Killing of [name removed]"


def test_undo_does_not_go_back_behind_it_and_goes_on_after_it(sample: CaseFile) -> None:
    sample.forget(plan_of(sample, "amjad"))
    assert sample.next_undo is None
    sample.apply(edit(sample.case, title="After"))
    assert not sample.undo().is_empty
    assert sample.next_undo is None
    assert sample.next_redo is not None


def test_the_file_opens_and_exports_as_any_other(sample: CaseFile, tmp_path: Path) -> None:
    sample.forget(plan_of(sample, "amjad"))
    sample.close()
    with CaseFile.open(sample.path) as again:
        write_pdf(summarise(again, "public"), tmp_path / "after.pdf")
        write_pdf(summarise(again, "internal"), tmp_path / "internal.pdf")


def test_a_person_in_the_trash_is_still_in_the_file_until_removed_for_good(
    sample: CaseFile,
) -> None:
    sample.forget(plan_of(sample, "mohammed aldhamat"))
    (hit,) = sample.search("person", "amjad")
    sample.apply(sample.removal_of(hit.id))
    (entry,) = sample.trash()
    target = sample.deleted_target(entry.entry.seq)
    assert set(target.names) == set(AMJAD)
    assert left_of(sample, *AMJAD)
    sample.forget(planned(sample, target, sample.content))
    assert left_of(sample, "Amjad", "Aldhamat") == set()
    assert sample.trash() == []
    with pytest.raises(NotFoundError):
        sample.deleted_target(entry.entry.seq)
    sample.close()
    assert check(sample.path) == []


def test_what_was_deleted_of_a_removed_person_is_in_the_trash_no_more(case_file: CaseFile) -> None:
    person, other = (Person(id=new_id()) for _ in range(2))
    names = [
        Name(id=new_id(), person_id=person.id, text="Amjad Aldhamat"),
        Name(id=new_id(), person_id=person.id, text="Abu Salam", type="alias"),
        Name(id=new_id(), person_id=other.id, text="Layla Haddad"),
    ]
    event = Event(id=new_id(), title="Party of Abu Salam")
    gone = Event(id=new_id(), title="Killing of Amjad Aldhamat")
    kept = Event(id=new_id(), title="A march")
    case_file.apply(creation(person, other, *names, event, gone, kept))
    for record in (gone, kept, names[1]):
        case_file.apply(case_file.removal_of(record.id))
    assert case_file.trash_count() == 3
    case_file.forget(plan_of(case_file, "amjad"))
    assert [entry.record for entry in case_file.trash()] == [kept]
    assert left_of(case_file, "Amjad", "Aldhamat", "Abu Salam") == set()
    assert case_file.get(Event, event.id).title == "Party of [name removed]"
    case_file.apply(case_file.restoration(case_file.trash()[0].entry.seq).change_set)
    assert case_file.get(Event, kept.id) == kept


def import_of(words: str, title: str = "", data: bytes = b"") -> tuple[Document, ChangeSet]:
    document, content = received(data or words.encode(), words, title=title)
    return document, creation(document, contents=(content,), label="Import document")


def test_a_document_goes_with_its_words_and_its_original(case_file: CaseFile) -> None:
    words = "The quokka was seen at the checkpoint near the old mill in the evening."
    document, first = import_of(words, "Report on the quokka", b"<p>" + words.encode())
    passage = passage_at(document, 4, 10)
    quote = Quote(id=new_id(), passage_id=passage.id)
    note = Annotation(id=new_id(), target_id=document.id, body="Who saw the quokka?")
    marks = creation(passage, quote, note)
    case_file.apply(combined(f"“{words[:20]}”", (first, marks)))
    assert left_of(case_file, "quokka", "checkpoint")
    plan = plan_of(case_file, "quokka", kind=Document)
    case_file.forget(plan)
    assert left_of(case_file, "quokka", "checkpoint") == set()
    assert records(case_file).keys() == {case_file.case.id}
    assert case_file._db.execute("SELECT count(*) FROM content").fetchone() == (0,)
    case_file.close()
    assert check(case_file.path) == []


def test_an_original_that_something_else_needs_stays(case_file: CaseFile) -> None:
    document, first = import_of("The same words twice, in two documents of one case.")
    twin = replace(document, id=new_id(), title="Twin")
    case_file.apply(combined("Import", (first, creation(twin))))
    in_trash, second = import_of("Something else that was deleted, and may come back.")
    case_file.apply(second)
    case_file.apply(case_file.removal_of(in_trash.id))
    plan = planned(case_file, case_file.target(document.id), case_file.content)
    case_file.forget(plan)
    assert case_file.content(twin.sha256)
    case_file.apply(case_file.restoration(case_file.trash()[0].entry.seq).change_set)
    assert case_file.get(Document, in_trash.id) == in_trash


def test_a_deleted_document_that_names_the_person_goes_too(case_file: CaseFile) -> None:
    naming, first = import_of("Amjad Aldhamat was here.")
    other, second = import_of("Nobody was here.", data=b"<!-- Amjad Aldhamat --> Nobody was here.")
    person = Person(id=new_id())
    name = Name(id=new_id(), person_id=person.id, text="Amjad Aldhamat")
    for change_set in (first, second, creation(person, name)):
        case_file.apply(change_set)
    for document in (naming, other):
        case_file.apply(case_file.removal_of(document.id))
    case_file.forget(plan_of(case_file, "amjad"))
    assert left_of(case_file, "Amjad", "Aldhamat") == set()
    assert case_file.trash() == []


def test_who_signed_with_the_name_signs_no_more(case_file: CaseFile) -> None:
    person = Person(id=new_id())
    name = Name(id=new_id(), person_id=person.id, text="Amjad Aldhamat")
    case_file.apply(creation(person, name, label="Add Amjad Aldhamat"), "Amjad Aldhamat")
    case_file.apply(creation(Event(id=new_id(), title="A march")), "Layla")
    case_file.forget(plan_of(case_file, "amjad"), "Amjad Aldhamat")
    assert [(e.who, e.label) for e in case_file.history()][:3] == [
        ("", "Remove for good"),
        ("Layla", "Add event"),
        ("", ""),
    ]
    assert left_of(case_file, "Amjad") == set()
    assert hashes_of(case_file) == as_described(case_file._db)


def test_a_place_of_that_name_keeps_no_form_of_it(case_file: CaseFile) -> None:
    person = Person(id=new_id())
    name = Name(id=new_id(), person_id=person.id, text="Zoë Quastelworth")
    place = Place(id=new_id(), name="Quastelworth Street", about="Where the Quastelworths lived")
    case_file.apply(creation(person, name, place))
    case_file.forget(plan_of(case_file, "zoë"))
    assert left_of(case_file, "Quastelworth") == set()


def test_a_field_for_codes_that_holds_words_is_looked_at(case_file: CaseFile) -> None:
    person = Person(id=new_id())
    name = Name(id=new_id(), person_id=person.id, text="Zoë Quastelworth")
    document, content = received(b"x", "Nobody.", title="", media_type="text/plain")
    text = "Zoë Quastelworth"
    turned_down = Rejection(
        id=new_id(), document_id=document.id, suggested=text, start=0, end=1, value=""
    )
    other = Name(id=new_id(), person_id=person.id, text="Z.", type="alias", script=text)
    spoken = edit(case_file.case, language=text)
    case_file.apply(creation(person, name, document, turned_down, other, contents=(content,)))
    case_file.apply(spoken)
    case_file.forget(plan_of(case_file, "zoë"))
    assert left_of(case_file, "Quastelworth") == set()


def test_what_changed_since_the_plan_was_made_is_not_overwritten(sample: CaseFile) -> None:
    plan = plan_of(sample, "amjad")
    event = next(e for e in sample.all(Event) if "Amjad" in e.title)
    sample.apply(edit(event, title="Another title"))
    before = records(sample)
    with pytest.raises(ConflictError):
        sample.forget(plan)
    assert records(sample) == before
    sample.apply(edit(sample.case, title="Still held"))


def test_what_would_be_left_is_told_and_nothing_is_done(sample: CaseFile) -> None:
    plan = plan_of(sample, "amjad")
    event = next(c for c in plan.changes if c.kind == "event")
    before = records(sample)
    with pytest.raises(NotForgotten, match=r"\(event\)"):
        sample.forget(replace(plan, changes=tuple(c for c in plan.changes if c is not event)))
    assert records(sample) == before


def test_words_that_no_row_holds_are_found_in_the_bytes(case_file: CaseFile) -> None:
    gone, kept = Event(id=new_id(), title="Quokka gone"), Event(id=new_id(), title="Wombat kept")
    case_file.apply(creation(gone, kept))
    db = case_file._db
    db.conn.rollback()
    db.execute("PRAGMA secure_delete=OFF")
    db.execute("DELETE FROM event WHERE id = ?", (gone.id,))
    for table in ("history_change", "search"):
        with restructure.without_triggers(db, ("history_change_is_kept", "search_removed")):
            db.execute(f"DELETE FROM {table}")
    words = {"Quokka gone", "Wombat kept", "never there"}
    left = residue.words_left(db, case_file.path, words)
    assert {word.lower() for word in left} == {"quokka gone"}


@pytest.mark.parametrize(
    "said",
    ["after = '[1]'", "after = '{'", "before = 'null'", "kind = 'dragon'"],
)
def test_a_history_that_cannot_be_read_is_damage(closed: Path, said: str) -> None:
    with raw(closed) as db, without_trigger(db, "history_change_is_fixed"):
        db.execute(f"UPDATE history_change SET {said} WHERE kind = 'event'")
    with CaseFile.open(closed) as case_file:
        plan = plan_of(case_file, "amjad")
        for deed in (case_file.emptied, case_file.forget):
            with pytest.raises(DamagedCaseFile):
                deed(plan)


def test_a_case_that_is_only_read_is_left_alone(closed: Path) -> None:
    with CaseFile.open(closed, read_only=True) as case_file, pytest.raises(ReadOnlyCaseFile):
        case_file.forget(plan_of(case_file, "amjad"))


def test_of_an_encrypted_case_it_is_in_no_row(path: Path) -> None:
    case, first = sample_case()
    key = Key.new("correct horse battery staple")
    with CaseFile.create(path, case, first=first, key=key) as case_file:
        case_file.forget(plan_of(case_file, "amjad"))
        assert check(path, key) == []
        rekey(case_file, None)
    assert b"Mohammed" in path.read_bytes()
    assert b"amjad" not in path.read_bytes().lower()


# A crash: all is as before, or all is gone


def forget_until(path: Path, steps: int, asked: Any) -> None:
    """Remove Amjad for good, and die after so many thousand steps of the engine."""
    with CaseFile.open(path) as case_file:
        plan = plan_of(case_file, "amjad")
        left = [steps]

        def step() -> int:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return 0

        case_file._db.conn.set_progress_handler(step, 1000)
        case_file.forget(plan)
        asked.put(steps - left[0])


@pytest.mark.skipif(os.name != "posix", reason="forks")
def test_after_a_crash_all_is_as_before_or_all_is_gone(closed: Path, tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    asked: Any = fork.Queue()

    def run(path: Path, steps: int) -> int | None:
        child = fork.Process(target=forget_until, args=(path, steps, asked))
        child.start()
        child.join()
        return asked.get() if child.exitcode == 0 else None

    def copy(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(closed.read_bytes())
        return path

    whole = run(copy("whole.casefile"), 10**9)
    assert whole is not None
    with CaseFile.open(closed) as case_file:
        before, gone = records(case_file), {r.id for r in plan_of(case_file, "amjad").going}
    number = int(os.environ.get("CRASHES", "12"))
    states = set()
    for n in range(number):
        path = copy(f"{n}.casefile")
        assert run(path, 1 + n * (whole - 1) // (number - 1)) is None
        with CaseFile.open(path) as case_file:
            is_gone = not gone.intersection(records(case_file))
            states.add(is_gone)
            assert is_gone or records(case_file) == before
            if is_gone:
                assert left_of(case_file, *AMJAD) == set()
        assert check(path) == []
        assert not on_disk.journal_of(path).exists()
    assert states == {False, True}


def test_a_journal_that_is_needed_is_left_alone(closed: Path) -> None:
    journal = on_disk.journal_of(closed)
    needed = bytes.fromhex("d9d505f920a163d7") + bytes(504)
    journal.write_bytes(needed)
    expunging.wipe_journal(closed)
    assert journal.read_bytes() == needed


def test_what_another_program_was_in_the_way_of_is_done_when_it_is_opened_next(
    sample: CaseFile,
) -> None:
    plan, db = plan_of(sample, "amjad"), sample._db
    other = engine.connect(sample.path, "ro")

    def commit_and_be_read() -> None:
        db.conn.commit()
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM event").fetchone()

    db.conn.rollback()
    engine.wait(db, 0.05)
    with pytest.raises(NotForgotten, match="open it again to finish"):
        expunging.carry_out(db, sample.path, plan, "", commit_and_be_read, is_encrypted=False)
    other.close()
    assert sample.search("person", "amjad") == []
    assert expunging.was_interrupted(sample.path)
    sample.close()
    CaseFile.open(sample.path).close()
    assert not expunging.was_interrupted(sample.path)
    assert b"amjad" not in sample.path.read_bytes().lower()
    assert check(sample.path) == []


def test_a_journal_that_a_crash_left_is_overwritten(closed: Path) -> None:
    journal = on_disk.journal_of(closed)
    journal.write_bytes(bytes(512) + b"Amjad Aldhamat")
    kept = journal.open("rb")
    CaseFile.open(closed).close()
    assert not journal.exists()
    assert kept.read() == b""


# Whatever the name

LETTERS = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="\0"), min_size=2, max_size=8
)
WORD = st.sampled_from(
    ["Amjad", "أمجد", "الدهامات", "Zoë", "Ng", "O'Neil", "Müller", "金正", "Ἀχιλλεύς", "Ṡẓ́u"]
)
NAMES = (
    st.lists(WORD | LETTERS, min_size=1, max_size=3)
    .map(" ".join)
    .filter(lambda name: any(map(str.isalnum, name)))
)


@settings(
    max_examples=int(os.environ.get("EXAMPLES", "12")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(NAMES, NAMES, st.sampled_from(CHOICES[:2]))
def test_whatever_the_name_it_is_in_no_byte(written: str, other: str, choice: Choice) -> None:
    name = unicodedata.normalize("NFC", written)
    with TemporaryDirectory() as folder:
        with CaseFile.create(Path(folder, "a.casefile")) as case_file:
            fill(case_file, name, unicodedata.normalize("NFC", other))
            before = records(case_file)
            target = case_file.target(next(p.id for p in before.values() if is_removed(p)))
            plan = planned(case_file, target, case_file.content, otherwise=choice)
            case_file.forget(plan)
            after = records(case_file)
            said = "\n".join(words for record in after.values() for words in words_of(record))
            is_within = name.casefold() in said.casefold()
            assert not any(plan.redactor.finds(line) for line in said.splitlines())
            assert not is_within or len(name) < 4 or bool(plan.shared)
            assert is_within or left_long(case_file, name) == set()
            for id in before.keys() - {change.id for change in plan.changes}:
                assert after[id] == before[id]
            assert case_file.undo().is_empty
        assert check(Path(folder, "a.casefile")) == []


def is_removed(record: Record) -> bool:
    return isinstance(record, Person) and record.occupation == "Removed"


def left_long(case_file: CaseFile, name: str) -> set[bytes]:
    """Few bytes stand anywhere by chance."""
    return {form for form in left_of(case_file, name) if len(form) > 5}


def fill(case_file: CaseFile, name: str, other: str) -> None:
    person, stays = Person(id=new_id(), occupation="Removed"), Person(id=new_id())
    names = [
        Name(id=new_id(), person_id=person.id, text=name),
        Name(id=new_id(), person_id=stays.id, text=f"{other} Haddad"),
    ]
    text = f"Then {name} came. “We stay”, said {name}; {other} Haddad went.\n({name})"
    document, first = import_of(text, f"About {name}")
    at = text.index("“")
    passage = passage_at(document, at, at + 9)
    quote = Quote(id=new_id(), passage_id=passage.id, speaker_id=person.id)
    event = Event(id=new_id(), title=f"Arrest of {name}", description="Nothing else")
    case_file.apply(first)
    case_file.apply(creation(person, stays, *names, passage, quote, event))
    case_file.apply(edit(event, description=f"{name} was taken"))
    case_file.apply(edit(case_file.case, title=f"The case of {name}"))


FIRST = ["document", "person", "name", "event", "place", "passage"]


@settings(
    max_examples=int(os.environ.get("EXAMPLES", "8")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_whatever_the_case_it_is_sound_afterwards(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.casefile")
        with CaseFile.create(path) as case_file:
            state = State(case_file.case)
            for kinds in (
                ["document", "person", "name", "event", "place", "passage"],
                [*KINDS][1:],
            ):
                made = new_records(data.draw, state, kinds * 2)
                state.follow(case_file.apply(made))
            for _ in range(data.draw(st.integers(0, 4))):
                state.follow(case_file.apply(any_edit(data.draw, state)))
            deleted = data.draw(st.sampled_from(state.of(Event)))
            case_file.apply(case_file.removal_of(deleted.id))
            remove_any(data, case_file)
            case_file.apply(edit(case_file.case, title="After"))
            assert not case_file.undo().is_empty
        assert check(path) == []


def remove_any(data: st.DataObject, case_file: CaseFile) -> None:
    """Remove any person or document, and treat documents anyhow."""
    removable = [*case_file.all(Person), *case_file.all(Document)]
    target = case_file.target(data.draw(st.sampled_from(removable)).id)
    choice = data.draw(st.sampled_from(CHOICES))
    plan = planned(case_file, target, case_file.content, otherwise=choice)
    case_file.forget(plan)
    assert case_file.find(target.record.id) is None
    for record in records(case_file).values():
        if record.id not in plan.exempt:
            assert not any(map(plan.redactor.finds, words_of(record)))
