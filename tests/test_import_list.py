"""`casefile import … --as persons`, as somebody types it."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.sources.mutating import mutated
from viewer.cli import main
from viewer.domain.records import Document, Name, Person
from viewer.errors import CasefileError
from viewer.list_importing import ListWishes, import_list
from viewer.store import CaseFile

LIST = 'Full name;Job;Shoe size\nSalma Rahim;"Teacher; nurse";38\n;Baker;\nAli Hassan;Baker;43\n'


def casefile(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    path = tmp_path / "persons.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "new.casefile"


def names(case: Path) -> list[str]:
    with CaseFile.open(case, read_only=True) as opened:
        return sorted(name.text for name in opened.all(Name))


def test_a_list_is_taken_in_and_is_one_undo(case: Path, persons: Path) -> None:
    result = casefile("import", case, persons, "--as", "persons")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "“Full name” as name, “Job” as occupation." in result.output
    assert "Left out: “Shoe size”." in result.output
    assert "2 new persons, 1 left out." in result.output
    assert names(case) == ["Ali Hassan", "Salma Rahim"]
    assert casefile("check", case).output.endswith("is sound.\n")
    with CaseFile.open(case) as opened:
        assert opened.next_undo is not None
        assert opened.next_undo.label == "Import 2 persons"
        opened.undo()
        assert not [*opened.all(Person), *opened.all(Document)]


def test_a_preview_writes_nothing(case: Path, persons: Path) -> None:
    result = casefile("import", case, persons, "--as", "persons", "--preview")
    assert "Nothing was written yet; it would be 2 new persons" in result.output
    assert "Name withheld" in result.output
    assert not case.exists()
    casefile("new", case)
    before = case.read_bytes()
    assert casefile("import", case, persons, "--as", "persons", "--preview").exit_code == 0
    assert case.read_bytes() == before


def test_columns_are_mapped_as_one_says(case: Path, persons: Path) -> None:
    options = ["--as", "persons", "--map", "Job=about", "--map", "Shoe size=tags", "--json"]
    outcome: dict[str, Any] = json.loads(casefile("import", case, persons, *options).stdout)
    assert outcome["columns"] == {"Full name": "name", "Job": "about", "Shoe size": "tags"}
    assert (outcome["new"], outcome["left_out"]) == (2, 1)
    assert outcome["rows"][0]["says"]["About"] == "Teacher; nurse"
    assert outcome["rows"][1]["why"] == "Neither a name nor a description."


def test_persons_are_not_doubled_unless_that_is_wished(case: Path, persons: Path) -> None:
    casefile("import", case, persons, "--as", "persons")
    again = casefile("import", case, persons, "--as", "persons")
    assert "0 new persons, 2 in the case already, 1 left out." in again.output
    casefile("import", case, persons, "--as", "persons", "--again")
    assert len(names(case)) == 4
    with CaseFile.open(case, read_only=True) as opened:
        assert opened.total("document") == 1


def test_a_list_that_comes_as_a_document_is_told_what_it_could_be(
    case: Path, persons: Path
) -> None:
    assert "--as persons or --as events" in casefile("import", case, persons).output
    assert names(case) == []


def test_events_are_taken_in(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("What happened,When,Victim\nShe was taken.,3 May 2020,Salma Rahim\n")
    assert "1 new event." in casefile("import", case, path, "--as", "events").output
    shown = json.loads(casefile("show", case, "events", "--json").stdout)
    assert shown[0]["date"]["edtf"] == "2020-05-03"
    assert {each["exact"] for each in shown[0]["evidence"]} == {"She was taken.", "3 May 2020"}


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (["--as", "persons", "--map", "Job"], 2, "is not HEADING=FIELD"),
        (["--as", "persons", "--map", "Work=occupation"], 1, "No column is headed “Work”"),
        (["--as", "persons", "--map", "Job=shoe"], 1, "has no field “shoe”"),
        (["--as", "events"], 1, "No column is the title"),
        (["--preview"], 2, "say --as what"),
    ],
)
def test_what_cannot_be_done_is_told(
    case: Path, persons: Path, options: list[str], code: int, says: str
) -> None:
    result = casefile("import", case, persons, *options)
    assert (result.exit_code, case.exists()) == (code, False)
    assert says in result.output


def test_damaged_lists_become_records_or_one_sentence(case: Path, tmp_path: Path) -> None:
    """Bytes turned, cut, doubled, moved and put in: nothing else than a sentence comes of it."""
    path, random = tmp_path / "list.csv", Random(1)
    sentences = []
    for _ in range(60):
        path.write_bytes(mutated(LIST.encode(random.choice(["utf-8", "utf-16"])), random))
        try:
            import_list(case, path, ListWishes("persons", again=True), as_json=True)
        except CasefileError as error:
            sentences.append(str(error))
    assert len(sentences) < 40
    assert all("nothing was changed" in sentence.lower() for sentence in sentences)
    assert casefile("check", case).exit_code == 0
