"""`casefile import` of a case that came as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.domain.records import Event, Person
from viewer.store import CaseFile, check

CASE = "01a2008d-7400-7000-8000-00000000000a"
ONE = "01a2008d-7400-7000-8000-00000000000b"
OTHER = "01a2008d-7400-7000-8000-00000000000c"


def run(*words: Any) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new.casefile"


@pytest.fixture
def came(tmp_path: Path) -> Path:
    return written(tmp_path, person=[{"id": ONE, "occupation": "Nurse"}])


def written(folder: Path, **records: list[Any]) -> Path:
    records["case"] = [{"id": CASE, "title": "Basra"}]
    whole = {"format": "casefile", "version": 1, "audience": "Legal", "records": records}
    path = folder / "case.json"
    path.write_text(json.dumps(whole))
    return path


def persons(file: Path) -> list[Person]:
    with CaseFile.open(file, read_only=True) as opened:
        return list(opened.all(Person))


def test_a_case_is_made_of_it(file: Path, came: Path) -> None:
    result = run(file, came)
    assert result.output.endswith(
        "case.json: the case “Basra”, made for “Legal”, was taken in.\n       1  person\n"
    )
    assert [person.occupation for person in persons(file)] == ["Nurse"]
    with CaseFile.open(file) as opened:
        assert (opened.case.id, opened.case.title) == (CASE, "Basra")
        assert opened.next_undo is None
    assert check(file) == []


def test_it_comes_into_a_case_that_is_there_in_one_deed(
    file: Path, came: Path, tmp_path: Path
) -> None:
    CaseFile.create(file).close()
    assert json.loads(run(file, came, "--json").output)[0]["new"] == 1
    (tmp_path / "more").mkdir()
    more = written(tmp_path / "more", person=[{"id": ONE, "occupation": "Nurse"}, {"id": OTHER}])
    assert "1 of these records was there already." in run(file, more).output
    assert "is in new.casefile already." in run(file, more).output
    with CaseFile.open(file) as opened:
        opened.undo()
    assert [person.id for person in persons(file)] == [ONE]
    assert check(file) == []


def test_what_differs_is_refused_and_nothing_is_changed(
    file: Path, came: Path, tmp_path: Path
) -> None:
    run(file, came)
    changed = written(tmp_path, person=[{"id": ONE, "occupation": "Doctor"}, {"id": OTHER}])
    result = run(file, changed)
    assert result.exit_code == 1
    assert f"1 record is in the case with other contents (person {ONE})" in result.output
    assert [person.occupation for person in persons(file)] == ["Nurse"]


def test_what_is_no_sound_case_makes_none(file: Path, tmp_path: Path) -> None:
    broken = written(tmp_path, name=[{"id": ONE, "person_id": OTHER, "text": "Salma"}])
    result = run(file, broken)
    assert result.exit_code == 65
    assert f"there is no person {OTHER} in it (name {ONE}, “person_id”)" in result.output
    assert not file.exists()


def test_dates_that_count_from_each_other_make_no_case(file: Path, tmp_path: Path) -> None:
    pairs = ((ONE, OTHER), (OTHER, ONE))
    events = [{"id": id, "date": {"anchor_id": anchor, "offset": "P1D"}} for id, anchor in pairs]
    result = run(file, written(tmp_path, event=events))
    assert result.exit_code == 1
    assert "in a circle. Nothing was changed" in result.output
    assert not file.exists()


def test_an_event_may_count_from_one_that_comes_later(file: Path, tmp_path: Path) -> None:
    events = [{"id": ONE, "date": {"anchor_id": OTHER, "offset": "P1D"}}, {"id": OTHER}]
    assert run(file, written(tmp_path, event=events)).exit_code == 0
    with CaseFile.open(file, read_only=True) as opened:
        assert [event.date.offset for event in opened.all(Event)] == ["P1D", ""]
    assert check(file) == []
