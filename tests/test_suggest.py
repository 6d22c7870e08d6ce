"""`casefile suggest`, as somebody types it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main

TEXT = "  On 3 May 2020 Salma Rahim left Basra.  \n\n\nShe came back the next day.\n"


def suggest(*args: object, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["suggest", *map(str, args)], input=stdin)


def objects(*args: object, stdin: str | bytes = "") -> list[dict[str, Any]]:
    return json.loads(suggest(*args, "--json", stdin=stdin).stdout)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_each_suggestion_has_its_words_where_they_stand_in_the_file(article: Path) -> None:
    found = objects(article)
    assert {"date", "person", "place"} <= {each["kind"] for each in found}
    for each in found:
        assert TEXT[each["start"] : each["end"]] == each["text"]
        assert 0 <= each["confidence"] <= 1
        assert each["reason"]


def test_a_date_has_its_value_and_a_person_the_name(article: Path) -> None:
    found = {each["text"]: each for each in objects(article)}
    assert found["3 May 2020"]["edtf"] == "2020-05-03"
    assert found["Salma Rahim"]["name"] == "Salma Rahim"


def test_standard_input_is_plain_text(article: Path) -> None:
    assert objects("-", stdin=TEXT.encode()) == objects(article)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
    ],
    ids=["lines end in two characters", "a mark of byte order", "another character set"],
)
def test_other_ways_to_write_the_same_text_give_the_same(article: Path, data: bytes) -> None:
    expected = objects(article)
    article.write_bytes(data)
    assert objects(article) == expected


def test_lines_that_were_broken_to_a_width_are_read_as_one(tmp_path: Path) -> None:
    lines = (
        "It was in the afternoon, not long after the shops had closed, when on 3 May",
        "2020 she was told to leave the town by somebody whom she had never seen and",
        "who gave neither a name nor a reason.",
    )
    broken = tmp_path / "broken.txt"
    broken.write_text("\n".join(lines), encoding="utf-8")
    (date,) = (each for each in objects(broken) if each["kind"] == "date")
    assert (date["text"], date["edtf"]) == ("3 May\n2020", "2020-05-03")
    assert "\n".join(lines)[date["start"] : date["end"]] == "3 May\n2020"


def test_one_line_is_printed_for_each_source(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "empty.txt"
    other.write_text("\n")
    lines = suggest("--jsonl", article, other).stdout.splitlines()
    first, second = map(json.loads, lines)
    assert first == {"source": str(article), "suggestions": objects(article)}
    assert second == {"source": str(other), "suggestions": []}


def test_relative_dates_count_from_the_date_that_is_given() -> None:
    text = b"She left yesterday."
    (date,) = objects("-", "--published", "2020-05-06", stdin=text)
    assert date["edtf"] == "2020-05-05"
    assert objects("-", "--published", "6 May 2020", stdin=text) == [date]
    assert [each["edtf"] for each in objects("-", stdin=text)] == [""]
    assert suggest("-", "--published", "soon", stdin=text).exit_code == 2


def test_a_page_is_read_for_its_text_and_its_date(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><meta property='article:published_time' content='2020-05-06'></head><body>"
        "<article><p>She left the town yesterday, as all the others had done before her.</p>"
        "</article></body></html>"
    )
    assert [each["edtf"] for each in objects(page)] == ["2020-05-05"]


def test_without_json_it_is_a_list_to_read(article: Path) -> None:
    lines = suggest(article).stdout.splitlines()
    assert lines[0].startswith(f"{article}: ")
    assert any("3 May 2020" in line and "edtf: 2020-05-03" in line for line in lines)


def test_what_cannot_be_read_is_told_of_and_the_others_go_on(article: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    result = suggest("--jsonl", picture, tmp_path / "none", article)
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == [str(article)]
    assert result.stderr.count("\n") == 2
    assert result.exit_code == 1
    assert suggest(picture).exit_code == 65
    assert suggest(tmp_path / "none").exit_code == 66


def test_a_folder_is_read_whole(article: Path) -> None:
    (article.parent / "below").mkdir()
    (article.parent / "below" / "other.txt").write_text("On 4 May 2020 she left.")
    assert len(suggest("--jsonl", article.parent).stdout.splitlines()) == 2


def test_a_folder_without_a_pipeline_is_refused_in_one_sentence(
    article: Path, tmp_path: Path
) -> None:
    result = suggest(article, article, "--engine", tmp_path / "none")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (66, "", 1)


def test_no_case_file_is_loaded_for_it(article: Path) -> None:
    code = (
        "import sys; from viewer.cli import main; "
        f"main(['suggest', '--jsonl', {str(article)!r}], standalone_mode=False)"
    )
    code = f"try:\n {code}\nexcept SystemExit: pass\nprint('sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
