"""`casefile import`, as somebody types it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.domain.records import Document, Evidence, Name, Person, Quote
from viewer.store import CaseFile

TEXT = """The arrest of a teacher

On 3 May 2020 Salma Rahim, a teacher, was arrested in Basra. Salma Rahim is 44 years old.
"""


def casefile(*args: object, stdin: str = "") -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def objects(*args: object) -> list[dict[str, Any]]:
    return json.loads(casefile(*args, "--json").stdout)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "new.casefile"


def documents(case: Path) -> list[Document]:
    with CaseFile.open(case, read_only=True) as opened:
        return list(opened.all(Document))


def test_a_case_is_made_for_the_document(case: Path, article: Path) -> None:
    result = casefile("import", case, article)
    assert (result.exit_code, result.stderr) == (0, "")
    (document,) = documents(case)
    assert (document.text, document.file_name) == (TEXT.strip(), "article.txt")
    with CaseFile.open(case, read_only=True) as opened:
        assert opened.content(document.sha256) == TEXT.encode()
        assert [entry.label for entry in opened.history()][:1] == ["Import document"]
    assert casefile("check", case).exit_code == 0


def test_the_title_is_that_of_the_text_or_of_the_user(
    case: Path, article: Path, tmp_path: Path
) -> None:
    other, third = tmp_path / "2020 report.txt", tmp_path / "third.txt"
    other.write_text("Nothing here is a headline, it is a sentence.\n\nAnd this is the next.")
    third.write_text("Another text.")
    casefile("import", case, article, other)
    casefile("import", case, third, "--title", "Mine", "--author", "A. B.", "--published", "2020")
    found = {d.title: d for d in documents(case)}
    assert found.keys() == {"The arrest of a teacher", "2020 report", "Mine"}
    assert found["The arrest of a teacher"].note == "The title is the first line of the text."
    assert "name of its file" in found["2020 report"].note
    assert (found["Mine"].author, found["Mine"].published.edtf) == ("A. B.", "2020")
    assert found["Mine"].note == ""
    assert casefile("import", case, article, other, "--title", "Both").exit_code == 2


def test_the_same_bytes_are_noticed(case: Path, article: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    result = casefile("import", case, article, copy)
    assert len(documents(case)) == 1
    assert "the same bytes" in result.stdout
    assert result.exit_code == 0
    assert [each["is_known"] for each in objects("import", case, article)] == [True]


def test_a_broken_source_leaves_no_trace_and_the_others_come_in(
    case: Path, article: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing of the kind")
    alone = casefile("import", case, broken, tmp_path / "none.txt")
    assert alone.stderr.count("\n") == 2
    assert (alone.exit_code, case.exists()) == (66, False)
    casefile("import", case, article)
    before = case.read_bytes()
    assert casefile("import", case, broken).exit_code == 65
    assert case.read_bytes() == before
    other = tmp_path / "other.txt"
    other.write_text("Another text.")
    assert casefile("import", case, broken, other).exit_code == 1
    assert len(documents(case)) == 2


def test_suggestions_are_shown_and_nothing_is_taken(case: Path, article: Path) -> None:
    result = casefile("import", case, article, "--suggest")
    assert "Person  Salma Rahim" in result.stdout
    with CaseFile.open(case, read_only=True) as opened:
        assert opened.total("person") == 0


def test_accepted_ones_are_one_deed_that_says_how_many(case: Path, article: Path) -> None:
    (outcome,) = objects("import", case, article, "--suggest", "--accept")
    taken = [each for each in outcome["proposals"] if each["accepted"]]
    assert outcome["accepted"] == len(taken) > 1
    with CaseFile.open(case) as opened:
        assert [n.text for n in opened.all(Name)] == ["Salma Rahim"]
        assert opened.history()[0].label == f"Accept {len(taken)} suggestions"
        opened.undo()
        assert (opened.total("person"), opened.total("document")) == (0, 1)
        assert not list(opened.all(Person))
    assert casefile("check", case).exit_code == 0


def test_only_what_is_sure_enough_is_accepted(case: Path, article: Path) -> None:
    (outcome,) = objects("import", case, article, "--accept", "--least", "1")
    assert outcome["accepted"] == 0
    assert outcome["proposals"]


def test_a_second_document_links_to_those_who_are_there(
    case: Path, article: Path, tmp_path: Path
) -> None:
    casefile("import", case, article, "--accept")
    other = tmp_path / "other.txt"
    other.write_text("On 5 May 2020 Salma Rahim was released in Basra.")
    result = casefile("import", case, other, "--accept")
    assert "Links to Salma Rahim" in result.stdout
    with CaseFile.open(case, read_only=True) as opened:
        assert [n.text for n in opened.all(Name)] == ["Salma Rahim"]


def test_text_comes_in_from_standard_input(case: Path) -> None:
    casefile("import", case, "-", stdin=TEXT)
    (document,) = documents(case)
    assert (document.title, document.file_name) == ("The arrest of a teacher", "")


def test_a_folder_comes_in_whole(case: Path, article: Path) -> None:
    (article.parent / "below").mkdir()
    (article.parent / "below" / "other.txt").write_text("Another text.")
    casefile("import", case, article.parent)
    assert len(documents(case)) == 2


def test_what_is_no_case_file_is_left_as_it_is(article: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.casefile"
    letter.write_text("Dear colleague")
    result = casefile("import", letter, article)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert letter.read_text() == "Dear colleague"


def test_two_who_are_described_alike_become_two(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "drivers.txt"
    path.write_text("A driver was shot dead in Basra.\n\nIn Mosul, a driver said: “I saw it.”\n")
    casefile("import", case, path, "--accept", "--least", "0")
    with CaseFile.open(case, read_only=True) as opened:
        drivers = opened.where(Person, described_as="Driver")
        spoke = {quote.speaker_id for quote in opened.all(Quote)}
        assert len(drivers) == 2
        assert len(spoke & {person.id for person in drivers}) == 1
        evidenced = {e.record_id for e in opened.all(Evidence) if e.field == "described_as"}
        assert evidenced == {person.id for person in drivers}


def test_who_needs_protection_starts_protected_and_is_told_of(case: Path, tmp_path: Path) -> None:
    source = tmp_path / "told.txt"
    source.write_text(
        "“They took everybody,” said Karim Haddad, a doctor.\n\n"
        "“I saw it,” said a neighbour, who spoke on condition of anonymity.\n",
        "utf-8",
    )
    (outcome,) = objects("import", case, source, "--accept", "--json")
    assert outcome["protected"] == []
    with CaseFile.open(case, read_only=True) as file:
        levels = {p.naming: p.protection for p in file.all(Person)}
    assert levels["anonymous"] == "details_withheld"
