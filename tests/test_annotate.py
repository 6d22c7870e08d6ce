"""`casefile annotate`, as somebody types it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.domain.records import Annotation, Document, Name, Passage, Person, Tag, Tagging
from viewer.domain.sample import sample_id
from viewer.store import CaseFile, migrations, schema


def casefile(*args: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=typed)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.casefile"
    assert casefile("sample", path).exit_code == 0
    return path


def annotated(file: Path, *args: object, typed: str | None = None) -> Annotation:
    """The annotation whose id the command printed."""
    result = casefile("annotate", file, *args, typed=typed)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    with CaseFile.open(file, read_only=True) as case:
        return case.get(Annotation, result.stdout.strip())


def refused(file: Path, *args: object) -> str:
    """What the command says when it changes nothing."""
    before = file.read_bytes()
    result = casefile("annotate", file, *args)
    assert (result.exit_code, result.stdout) in ((1, ""), (66, ""))
    assert file.read_bytes() == before
    return result.stderr


def text_of(file: Path) -> str:
    with CaseFile.open(file, read_only=True) as case:
        return next(case.all(Document)).text


def words_of(file: Path, made: Annotation) -> str:
    with CaseFile.open(file, read_only=True) as case:
        return case.get(Passage, made.target_id).exact


def test_a_note_on_a_record_by_its_kind_and_words_of_its_title(sample: Path) -> None:
    options = ("--author", "Sami", "--colour", "red", "--motivation", "questioning")
    made = annotated(sample, "person", "amjad", "--text", "Ask his *brother*.", *options)
    assert made.target_id == sample_id("person", "amjad")
    assert (made.body, made.author) == ("Ask his *brother*.", "Sami")
    assert (made.colour, made.motivation) == ("red", "questioning")
    assert made.created.endswith("Z")
    assert casefile("check", sample).exit_code == 0


def test_a_note_on_a_record_by_its_id(sample: Path) -> None:
    id = sample_id("event", "threats")
    assert annotated(sample, id, "--text", "Ask.").target_id == id


def test_a_person_is_found_by_another_name(sample: Path) -> None:
    with CaseFile.open(sample, read_only=True) as case:
        alias = next(name for name in case.all(Name) if name.type != "main")
        owner = case.get(Person, alias.person_id)
    assert annotated(sample, "persons", alias.text, "--text", "Ask.").target_id == owner.id


def test_the_only_title_that_is_exactly_so_is_meant(sample: Path) -> None:
    with CaseFile.open(sample, read_only=True) as case:
        activists = next(p for p in case.all(Person) if p.described_as == "Activists")
    assert annotated(sample, "person", "activists", "--text", "Who?").target_id == activists.id


def test_a_highlight_on_words_that_stand_once(sample: Path) -> None:
    made = annotated(sample, "--words", "he promised us", "--motivation", "highlighting")
    assert words_of(sample, made) == "he promised us"


def test_words_are_found_across_the_end_of_a_line(sample: Path) -> None:
    text = text_of(sample)
    at = next(
        i for i, letter in enumerate(text) if letter == "\n" and text[i + 1 : i + 2].isalpha()
    )
    words = text[at - 12 : at + 12]
    made = annotated(sample, "--words", " ".join(words.split()), "--text", "Here.")
    assert words_of(sample, made) == words.strip()


def test_a_note_on_a_span_of_code_points(sample: Path) -> None:
    text = text_of(sample)
    start = text.index("gunman")
    made = annotated(sample, "document", "abstract", "--span", start, start + 6, "--text", "Who?")
    assert words_of(sample, made) == "gunman"


def test_the_same_words_are_one_passage(sample: Path) -> None:
    given = ("--words", "he promised us", "--text")
    assert annotated(sample, *given, "One").target_id == annotated(sample, *given, "Two").target_id


def test_a_note_on_the_document_itself(sample: Path) -> None:
    made = annotated(sample, "document", "abstract", "--text", "-", typed="Read *this*\nagain\n")
    assert (made.target_id, made.body) == (sample_id("document", "abstract"), "Read *this*\nagain")


def test_tags_are_made_on_the_fly_and_used_again(sample: Path) -> None:
    with CaseFile.open(sample, read_only=True) as case:
        before = {tag.label for tag in case.all(Tag)}
    made = annotated(
        sample, "event", "killing", "--text", "x", "--tag", "to do", "--tag", "THREATS"
    )
    with CaseFile.open(sample, read_only=True) as case:
        assert {tag.label for tag in case.all(Tag)} == before | {"to do"}
        assert "threats" in before
        assert len(case.where(Tagging, target_id=made.id)) == 2


def test_it_is_one_deed_that_can_be_undone(sample: Path) -> None:
    made = annotated(sample, "--words", "he promised us", "--text", "x", "--tag", "new")
    with CaseFile.open(sample) as case:
        assert case.history(limit=1)[0].label == "Add note"
        case.undo()
        assert case.find(made.id) is None
        assert not [tag for tag in case.all(Tag) if tag.label == "new"]


def test_as_json_it_says_where_it_is(sample: Path) -> None:
    given = ("--words", "he promised us", "--text", "Who?", "--tag", "a", "--tag", "b", "--json")
    made: dict[str, Any] = json.loads(casefile("annotate", sample, *given).stdout)
    assert text_of(sample)[made["start"] : made["end"]] == made["exact"] == "he promised us"
    assert (made["body"], made["tags"]) == ("Who?", ["a", "b"])
    assert made["document_id"] == sample_id("document", "abstract")


def test_words_that_stand_several_times_are_listed_with_their_places(sample: Path) -> None:
    said = refused(sample, "--words", "activists", "--text", "x")
    first, *places = said.splitlines()
    assert "Nothing was changed" in said or "nothing was changed" in first
    text = text_of(sample)
    spans = [line.split()[1:3] for line in places if line.startswith("  --span")]
    assert len(spans) == min(10, text.count("activists")) > 1
    assert {text[int(a) : int(b)] for a, b in spans} == {"activists"}


def test_of_very_many_places_some_are_listed(sample: Path) -> None:
    assert refused(sample, "--words", "a", "--text", "x").count("\n") == 12


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--words", "no such words", "--text", "x"), "does not stand in “Abstract"),
        (("--words", "HE PROMISED US", "--text", "x"), "capitals and marks included"),
        (("--words", "  ", "--text", "x"), "does not stand in"),
        (("--span", 5, 5, "--text", "x"), "the smaller first"),
        (("--span", 9, 5, "--text", "x"), "the smaller first"),
        (("--span", 0, 9_999_999, "--text", "x"), "characters (code points)"),
        (("person", "amjad", "--words", "he", "--text", "x"), "is a person"),
        (("person", "nobody", "--text", "x"), "no person called “nobody”"),
        (("person", "aldhamat", "--text", "x"), "More than one person"),
        (("01900000-0000-7000-8000-000000000000", "--text", "x"), "No record of this case"),
        (("person", "amjad"), "Write what the note says"),
        (("person", "amjad", "--motivation", "tagging"), "at least one tag"),
    ],
)
def test_what_is_not_clear_changes_nothing(sample: Path, given: tuple[str], said: str) -> None:
    assert said in refused(sample, *given)


def test_white_space_alone_is_nothing_to_mark(sample: Path) -> None:
    at = text_of(sample).index("\n\n")
    assert "only white space" in refused(sample, "--span", at, at + 2, "--text", "x")


def test_several_records_are_listed_with_their_ids(sample: Path) -> None:
    lines = refused(sample, "person", "aldhamat", "--text", "x").splitlines()[1:]
    ids = {line.split()[0] for line in lines}
    assert ids == {sample_id("person", "amjad"), sample_id("person", "mohammed")}


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("--text", "x"),
        ("ghost", "amjad", "--text", "x"),
        ("--words", "he", "--span", 1, 2, "--text", "x"),
        ("person", "amjad", "--text", "x", "--colour", "pink"),
        ("person", "amjad", "--text", "x", "--motivation", "wondering"),
    ],
)
def test_wrong_usage_exits_with_two(sample: Path, given: tuple[str]) -> None:
    assert casefile("annotate", sample, *given).exit_code == 2


def test_a_case_without_documents_has_no_words(tmp_path: Path) -> None:
    path = tmp_path / "new.casefile"
    casefile("new", path)
    assert "There is no document" in refused(path, "--words", "he", "--text", "x")


def test_a_file_that_a_window_holds_is_left_alone(sample: Path) -> None:
    with CaseFile.open(sample):
        result = casefile("annotate", sample, "person", "amjad", "--text", "x")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "is open for editing in another window" in result.stderr


def test_a_read_only_file_is_left_alone(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "read-only" in refused(sample, "person", "amjad", "--text", "x")


def test_what_is_annotated_is_exported(sample: Path, tmp_path: Path) -> None:
    made = annotated(sample, "--words", "he promised us", "--text", "Who?")
    out = tmp_path / "notes.jsonld"
    result = casefile("export", sample, out, "--audience", "internal")
    assert result.stdout == f"{out}: 6 annotations for the audience Internal.\n"
    items = json.loads(out.read_text("utf-8"))["first"]["items"]
    assert f"urn:uuid:{made.id}" in [item["id"] for item in items]


def test_an_older_file_is_brought_up_to_date_and_says_so(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer, script = schema.SCHEMA_VERSION + 1, schema.script()
    table = "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;"
    monkeypatch.setattr(schema, "script", lambda: f"{script}\n{table}")
    monkeypatch.setattr(schema, "SCHEMA_VERSION", newer)
    monkeypatch.setattr(migrations, "MIGRATIONS", {newer - 1: lambda _: None})
    result = casefile("annotate", sample, "person", "amjad", "--text", "x")
    assert (result.exit_code, result.stderr.count("\n")) == (0, 1), result.stderr
    assert f"“sample (before version {newer}).casefile”" in result.stderr
    assert len(result.stdout.strip()) == 36
