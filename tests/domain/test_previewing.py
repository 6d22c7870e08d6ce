"""What an audience would see can be written as a case file, and holds nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import State, new_records
from tests.domain.sample_at_hand import CASE, RECORDS, the
from viewer.domain.audiences import standard_audiences
from viewer.domain.ids import new_id
from viewer.domain.previewing import preview
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Case, Document, Person
from viewer.domain.snapshot import Snapshot
from viewer.errors import LeakError, NotFoundError
from viewer.store import CaseFile

SAMPLE = Snapshot([CASE, *RECORDS.values()])


def written(path: Path, case: CaseReader, audience: str) -> bytes:
    seen, everything = preview(case, audience)
    CaseFile.create(path, seen, first=everything).close()
    return path.read_bytes()


def test_no_protected_name_is_anywhere_in_the_file(tmp_path: Path) -> None:
    internal = written(tmp_path / "internal.casefile", SAMPLE, "internal").lower()
    public = written(tmp_path / "public.casefile", SAMPLE, "public").lower()
    for name in (b"mohammed", b"hasanain", b"alminshid"):
        assert name in internal
        assert name not in public
    assert b"amjad" in public


def test_the_records_keep_their_ids_and_the_document_its_text(tmp_path: Path) -> None:
    written(tmp_path / "public.casefile", SAMPLE, "public")
    with CaseFile.open(tmp_path / "public.casefile", read_only=True) as case:
        document = case.get(Document, the(Document, "abstract").id)
        assert "His brother, [Person A], describes the killing" in document.text
        assert case.content(document.sha256) == document.text.encode()
        assert case.get(Person, the(Person, "amjad").id).occupation == "Civil rights activist"


def test_a_pseudonym_that_is_a_protected_name_is_refused() -> None:
    leaking = replace(the(Person, "mohammed"), pseudonym="Hasanain")
    case = Snapshot([CASE, *(RECORDS | {leaking.id: leaking}).values()])
    with pytest.raises(LeakError, match="Name › Name"):
        preview(case, "public")


def test_an_unknown_audience_is_named() -> None:
    with pytest.raises(NotFoundError, match="nobody"):
        preview(SAMPLE, "nobody")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_whatever_a_case_holds_can_be_previewed(tmp_path: Path, data: st.DataObject) -> None:
    state = State(Case(id=new_id()))
    wanted = data.draw(st.lists(st.sampled_from([k for k in KINDS if k != "case"]), max_size=20))
    made = new_records(data.draw, state, ["document", "person", "passage", *wanted])
    case = Snapshot([*state.of(Case), *(change.record for change in made.changes)])
    for audience in standard_audiences():
        try:
            written(tmp_path / f"{new_id()}.casefile", case, audience.id)
        except LeakError:
            continue
