"""The command line, as somebody types it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from viewer import __version__
from viewer.cli import main
from viewer.domain.changes import edit
from viewer.domain.records import Evidence
from viewer.store import CaseFile


def casefile(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def objects(*args: object) -> Any:
    return json.loads(casefile(*args, "--json").stdout)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "sample case.casefile"
    assert casefile("sample", path).exit_code == 0
    return path


def test_the_version_is_told() -> None:
    assert __version__ in casefile("--version").stdout


def test_the_sample_is_sound(sample: Path) -> None:
    result = casefile("check", sample)
    assert (result.exit_code, result.stderr) == (0, "")


def test_show_counts_each_kind(sample: Path) -> None:
    counts = objects("show", sample)
    assert counts["persons"] >= 14
    assert f"{counts['persons']}  persons" in casefile("show", sample).stdout


KINDS = (
    *("documents", "persons", "places", "events", "quotes", "figures", "annotations", "names"),
    *("relationships", "involvements", "event-links", "tags", "passages", "evidence"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_as_text_and_as_json(sample: Path, kind: str) -> None:
    found = objects("show", sample, kind)
    assert found
    assert all(record["id"] and "evidence" in record for record in found)
    assert len(casefile("show", sample, kind).stdout.splitlines()) == len(found)


def test_a_quote_has_its_words_its_speaker_and_where_they_stand(sample: Path) -> None:
    document = objects("show", sample, "documents")[0]["text"]
    quotes = objects("show", sample, "quotes")
    shortest = next(quote for quote in quotes if quote["text"] == "infiltrated")
    assert (shortest["speaker"], shortest["form"]) == ("Government official", "direct")
    assert all(document[q["start"] : q["end"]] == q["text"] for q in quotes)


def test_evidence_is_found_at_its_place(sample: Path) -> None:
    document = objects("show", sample, "documents")[0]["text"]
    for event in objects("show", sample, "events"):
        assert event["evidence"]
        for tie in event["evidence"]:
            assert document[tie["start"] : tie["end"]] == tie["exact"]


def test_evidence_that_says_otherwise_comes_with_what_it_says(tmp_path: Path) -> None:
    sample = tmp_path / "s.casefile"
    casefile("sample", sample)
    with CaseFile.open(sample) as case:
        tie = next(tie for tie in case.all(Evidence) if tie.field == "date")
        case.apply(edit(tie, stance="contradicts", value="2018"))
    ties = [tie for event in objects("show", sample, "events") for tie in event["evidence"]]
    assert [tie["value"] for tie in ties if tie["stance"] == "contradicts"] == ["2018"]


def test_a_relative_date_says_what_it_counts_from(sample: Path) -> None:
    flight = next(
        event
        for event in objects("show", sample, "events")
        if event["title"] == "Hasanain Alminshid leaves Iraq"
    )
    assert flight["date"]["offset"] == "P5D"
    assert flight["date"]["anchor"] == "Killing of Amjad Aldhamat"
    assert (flight["date"]["earliest"], flight["date"]["latest"]) == ("2019-01-06", "2020-01-05")


def test_search_finds_by_the_beginning_of_words(sample: Path) -> None:
    assert {"kind": "person", "title": "Amjad Aldhamat"}.items() <= objects(
        "search", sample, "amj", "ald"
    )[0].items()
    assert "Nothing" in casefile("search", sample, "unheard-of").stdout


def test_new_makes_an_empty_case_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "new.casefile"
    assert casefile("new", path, "--title", "A title").exit_code == 0
    assert objects("show", path)["title"] == "A title"
    before = path.read_bytes()
    again = casefile("new", path)
    assert (again.exit_code, path.read_bytes()) == (1, before)
    assert again.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["show", "check", "search", "export"])
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, command: str) -> None:
    rest = {"search": ["word"], "export": [tmp_path / "out.pdf"]}.get(command, [])
    missing = casefile(command, tmp_path / "none.casefile", *rest)
    assert (missing.exit_code, missing.stdout) == (66, "")
    other = tmp_path / "letter.casefile"
    other.write_text("Dear colleague, " * 100)
    refused = casefile(command, other, *rest)
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert "not a case file" in refused.stderr
    folder = casefile(command, tmp_path, *rest)
    assert (folder.exit_code, folder.stderr.count("\n")) == (1, 1)
    assert "is a folder" in folder.stderr


def test_a_file_that_is_not_there_opens_no_window(tmp_path: Path) -> None:
    assert casefile(tmp_path / "none.casefile").exit_code == 66


def test_wrong_usage_exits_with_two(sample: Path) -> None:
    assert casefile("show").exit_code == 2
    assert casefile("show", sample, "ghosts").exit_code == 2
    assert casefile("export", sample, "out.docx").exit_code == 2


def test_a_tampered_case_is_named(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.casefile"
    copy.write_bytes(sample.read_bytes().replace(b"number plate", b"NUMBER PLATE"))
    result = casefile("check", copy)
    assert result.exit_code == 1
    assert result.stderr


def test_a_bug_reaches_the_crash_log_without_the_cases_words(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))

    def fail(*_: object) -> str:
        raise RuntimeError("Amjad Aldhamat was killed")

    monkeypatch.setattr("viewer.reading.title", fail)
    monkeypatch.setattr("viewer.crash.log_path", lambda: tmp_path / "crash.log")
    result = casefile("show", sample, "persons")
    log = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert result.exit_code == 70
    assert "RuntimeError" in log
    assert "fail" in log
    assert "Amjad" not in log + result.stderr


WITHOUT_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("No module named 'PySide6'")
sys.meta_path.insert(0, Refuse())
from viewer.cli import main
main()
"""


def without_qt(*args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT_QT, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_everything_but_the_window_works_without_qt(tmp_path: Path) -> None:
    case, pdf = tmp_path / "s.casefile", tmp_path / "s.pdf"
    internal = ("--audience", "internal")
    for args in (
        ("sample", case),
        ("check", case),
        ("export", case, pdf, *internal),
        ("self-test",),
    ):
        result = without_qt(*args)
        assert (result.returncode, result.stderr) == (0, ""), args
    assert pdf.read_bytes().startswith(b"%PDF")
    window = without_qt(case)
    assert (window.returncode, window.stderr.count("\n")) == (69, 1)


def test_the_sample_may_be_opened_where_no_file_is_yet(tmp_path: Path) -> None:
    # Without Qt it stops at the window, and no longer at the missing file.
    codes = [
        without_qt("open", *sample, tmp_path / "s").returncode for sample in ([], ["--sample"])
    ]
    assert codes == [66, 69]
