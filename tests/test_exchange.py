"""A case out as JSON and back in: nothing is lost, and nothing is believed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ON_DISK, State, new_records
from tests.domain.sample_at_hand import CASE, CHANGES
from tests.export.ftm.cases import given_to
from viewer.domain.changes import ChangeSet, creation
from viewer.domain.exchange import Exchanged, taking_in
from viewer.domain.records import KINDS, Audience, Document, Record
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.export.json_case import write_case_json
from viewer.sources.exchange.reading import read_case
from viewer.sources.exchange.recognising import holds_case
from viewer.store import CaseFile, check

ALL_KINDS = [kind for kind in KINDS if kind != "case"]


def everything(case_file: CaseFile) -> list[Record]:
    return [record for kind in KINDS.values() for record in case_file.all(kind)]


def exported(case_file: CaseFile, path: Path) -> bytes:
    write_case_json(summarise(case_file, "internal"), path, case_file.content)
    return path.read_bytes()


def made_of(exchanged: Exchanged, path: Path) -> CaseFile:
    first = creation(*exchanged.records, contents=exchanged.contents)
    return CaseFile.create(path, exchanged.case, first=first)


def allowed(change_set: ChangeSet) -> ChangeSet:
    """No audience may be told of persons never exported."""
    records = [
        replace(c.after, never_exported="left_out") if isinstance(c.after, Audience) else c.after
        for c in change_set.changes
        if c.after is not None
    ]
    return creation(*records, contents=change_set.contents)


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


@given(st.data())
@ON_DISK
def test_a_case_that_goes_out_and_comes_in_is_the_same(data: st.DataObject) -> None:
    with TemporaryDirectory() as name, CaseFile.create(Path(name, "a.casefile")) as one:
        kinds = ALL_KINDS * data.draw(st.integers(1, 2))
        one.apply(allowed(new_records(data.draw, State(one.case), kinds)))
        written = exported(one, Path(name, "a.json"))
        with made_of(read_case(Path(name, "a.json")), Path(name, "b.casefile")) as other:
            assert everything(other) == everything(one)
            for document in one.all(Document):
                assert other.content(document.sha256) == one.content(document.sha256)
            assert exported(other, Path(name, "b.json")) == written
        assert check(Path(name, "b.casefile")) == []


@given(st.data(), st.sampled_from(["public", "legal"]))
@ON_DISK
def test_what_others_are_given_is_a_sound_case_of_its_own(
    data: st.DataObject, audience: str
) -> None:
    with TemporaryDirectory() as name, CaseFile.create(Path(name, "a.casefile")) as one:
        kinds = ALL_KINDS * data.draw(st.integers(1, 2))
        one.apply(allowed(new_records(data.draw, State(one.case), kinds)))
        summary, file = given_to(Snapshot(everything(one)), audience), Path(name, "1.json")
        write_case_json(summary, file)
        came = read_case(file)
        given_records = {r.id: r for kind in KINDS.values() for r in summary.view.all(kind)}
        assert {r.id for r in (came.case, *came.records)} == given_records.keys()
        for record in came.records:
            if not isinstance(record, Document):
                assert record == given_records[record.id]
        made_of(came, Path(name, "b.casefile")).close()
        assert check(Path(name, "b.casefile")) == []


def test_the_sample_goes_out_and_comes_in(folder: Path) -> None:
    with CaseFile.create(folder / "a.casefile", CASE, first=CHANGES) as one:
        written = exported(one, folder / "a.json")
    with made_of(read_case(folder / "a.json"), folder / "b.casefile") as other:
        assert exported(other, folder / "b.json") == written
    assert check(folder / "b.casefile") == []
    assert holds_case(folder / "a.json")


def test_a_case_comes_in_twice_and_changes_nothing(folder: Path) -> None:
    with CaseFile.create(folder / "a.casefile", CASE, first=CHANGES) as one:
        exported(one, folder / "a.json")
        assert taking_in(one, read_case(folder / "a.json")).is_empty
    with CaseFile.create(folder / "b.casefile") as other:
        brought = taking_in(other, read_case(folder / "a.json"))
        assert len(brought.changes) == len(CHANGES.changes)
        other.apply(brought)
        assert taking_in(other, read_case(folder / "a.json")).is_empty
    assert check(folder / "b.casefile") == []


def test_an_original_that_stays_behind_is_told_of(folder: Path) -> None:
    with CaseFile.create(folder / "a.casefile", CASE, first=CHANGES) as one:
        (before,) = one.all(Document)
        document = replace(before, media_type="application/pdf")
        records = [document if r == before else r for r in everything(one)]
    write_case_json(summarise(Snapshot(records), "internal"), folder / "a.json")
    with made_of(read_case(folder / "a.json"), folder / "b.casefile") as other:
        (after,) = other.all(Document)
        assert (after.text, after.media_type) == (before.text, "text/plain")
        assert other.content(after.sha256) == before.text.encode()
        assert after.note.endswith(
            f"Taken in without its original (application/pdf, SHA-256 {before.sha256}): "
            "only with its text."
        )
    assert check(folder / "b.casefile") == []
