"""`casefile custody`: from the receipt of a document to the exports that held it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from viewer.cli import main


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text("Salma was arrested in Basra.", "utf-8")
    Path("report.txt").write_text("Nobody was arrested.", "utf-8")
    run("import", "a.casefile", "letter.txt", "report.txt")
    return tmp_path / "a.casefile"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_what_came_and_went_with_its_hashes(case: Path) -> None:
    run("export", str(case), "out.json", "--audience", "internal")
    run("export", str(case), "public.pdf", "--audience", "public")
    (told,) = json.loads(run("custody", str(case), "letter", "--json"))
    letter = Path("letter.txt").read_bytes()
    assert told["sha256"] == told["text_sha256"] == sha256(letter).hexdigest()
    received, extracted, *exports = told["custody"]
    assert (received["what"], received["number"]) == ("Received", 2)
    assert received["facts"]["File"] == "letter.txt"
    assert received["facts"]["SHA-256 of the original"] == told["sha256"]
    assert extracted["facts"]["Characters"] == "28"
    assert [step["facts"]["File"] for step in exports] == ["out.json", "public.pdf"]
    for step in exports:
        written = Path(step["facts"]["File"]).read_bytes()
        assert step["facts"]["SHA-256 of the file"] == sha256(written).hexdigest()


def test_all_documents_for_people(case: Path) -> None:
    said = run("custody", str(case))
    assert said.count("Received, entry") == 2
    assert f"SHA-256 of the original: {sha256(b'Nobody was arrested.').hexdigest()}" in said
    assert "Exported" not in said


def test_a_document_that_an_audience_is_not_given_did_not_leave(case: Path) -> None:
    (told,) = json.loads(run("custody", str(case), "report", "--json"))
    from viewer.domain.changes import edit
    from viewer.domain.records import Document
    from viewer.store import CaseFile

    with CaseFile.open(case) as case_file:
        withheld = edit(case_file.get(Document, told["id"]), protection="withheld")
        case_file.apply(withheld, "Leïla")
    run("export", str(case), "public.json", "--audience", "public")
    (told,) = json.loads(run("custody", str(case), told["id"], "--json"))
    *_, last = told["custody"]
    assert (last["what"], last["who"]) == ("Description changed", "Leïla")
    (letter,) = json.loads(run("custody", str(case), "document", "letter", "--json"))
    assert letter["custody"][-1]["what"] == "Exported"


def test_a_case_without_documents_says_so(case: Path) -> None:
    run("new", "empty.casefile")
    assert run("custody", "empty.casefile") == "There is no document in this case.\n"
    assert json.loads(run("custody", "empty.casefile", "--json")) == []


def test_what_is_meant_must_be_there(case: Path) -> None:
    result = CliRunner().invoke(main, ["custody", str(case), "testimony"])
    assert result.exit_code == 66
    assert "no document called “testimony”" in result.output
