"""A name in one place of a text file only: each is found, and the file is gone."""

import base64
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from viewer.domain.redaction import Redactor, forms_of, parts_of
from viewer.domain.summary import CaseSummary
from viewer.errors import LeakError
from viewer.export.guarded import guarded
from viewer.export.leaks.finding import found_in
from viewer.export.leaks.places import Reading

NAMES = ("Amjad al-Dhamat", "أمجد الدهامات")
GUARD = Redactor({form: "Person 4" for n in NAMES for form in forms_of(n) | parts_of(n)})
SUMMARY = CaseSummary(title="A case", guard=GUARD)


def written(data: bytes | str, folder: Path, name: str) -> None:
    with guarded(folder / name, SUMMARY) as temporary:
        temporary.write_bytes(data if isinstance(data, bytes) else data.encode())


def places_of(data: bytes | str, folder: Path, name: str = "out.json") -> list[str]:
    """Write a file that leaks; return where the user is told that it does."""
    with pytest.raises(LeakError) as caught:
        written(data, folder, name)
    assert list(folder.iterdir()) == []
    return sorted({hit.where for hit in caught.value.hits})


def packed(*files: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            made.writestr(name, data)
    return out.getvalue()


def in_base_64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("out.json", '{"said by": "Somebody", "sha256": "%s"}' % ("5a" * 32)),
        ("out.jsonl", '{"a": 1}\n{"b": "c"}\n'),
        ("out.csv", "Name,Date\n[Person 4],2019\n"),
        ("out.zip", packed(("list.csv", b"Name\n"), ("deep.zip", packed(("a", b"b"))))),
        ("out.bin", bytes(range(256)) * 20),
        ("out.txt", ""),
    ],
)
def test_what_names_nobody_is_let_through(name: str, data: bytes | str, tmp_path: Path) -> None:
    written(data, tmp_path, name)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_value_and_a_key_of_json(tmp_path: Path) -> None:
    assert places_of('{\n"a": [{"b": "by Amjad"}]}', tmp_path) == ["line 2", "value"]
    assert places_of('{"Amjad": 1}', tmp_path) == ["line 1", "value"]


@pytest.mark.parametrize("text", ["أمجد", "Amjad"])
def test_an_escape_in_json(text: str, tmp_path: Path) -> None:
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in text)
    assert "value" in places_of(f'{{"a": "{escaped}"}}', tmp_path)


def test_an_escape_in_a_line_of_json(tmp_path: Path) -> None:
    line = json.dumps({"a": "أمجد"})
    assert "value" in places_of(f'{{"b": 1}}\n{line}\n', tmp_path, "out.jsonl")


@pytest.mark.parametrize("before", ["", "data:text/plain;base64,", "x", "xyz"])
def test_base_64(before: str, tmp_path: Path) -> None:
    code = in_base_64("It was أمجد who said so.")
    found = places_of(json.dumps({"a": before + code}), tmp_path)
    assert found == ["packed value"]


def test_base_64_of_web_addresses(tmp_path: Path) -> None:
    code = base64.urlsafe_b64encode("?? ÿÿÿ Amjad ~~~>>>".encode()).decode().rstrip("=")
    assert ("-" in code, "_" in code) != (False, False)
    assert places_of(json.dumps({"a": code}), tmp_path) == ["packed value"]


def test_a_cell(tmp_path: Path) -> None:
    rows = "Name,Said\r\nx,It was Amjad\r\n"
    assert places_of(rows, tmp_path, "out.csv") == ["line 2", "value"]
    assert places_of(rows.replace(",", "\t"), tmp_path, "out.csv") == ["line 2", "value"]


@pytest.mark.parametrize("rows", ["Dhamat,Alwan\r\n", '"of Dhamat\nAlwan",x\r\n'])
def test_a_name_in_two_cells_or_in_two_lines_of_one(rows: str, tmp_path: Path) -> None:
    guard = Redactor({("dhamat", "alwan"): "Person 4"})
    summary = CaseSummary(guard=guard)
    with pytest.raises(LeakError), guarded(tmp_path / "out.csv", summary) as temporary:
        temporary.write_text(f"Name,Said\r\n{rows}")


def test_a_files_name(tmp_path: Path) -> None:
    assert places_of("nobody", tmp_path, "About Amjad.csv") == ["the file's name"]


def test_a_file_in_a_zip_and_its_name(tmp_path: Path) -> None:
    data = packed(("list.csv", "Name\nأمجد\n".encode()))
    assert "packed file “list.csv”, line 2" in places_of(data, tmp_path, "out.zip")
    data = packed(("Amjad.csv", b"Name\n"))
    assert places_of(data, tmp_path, "out.zip") == ["packed file's name"]


def test_files_packed_too_often_are_refused(tmp_path: Path) -> None:
    data = b"nobody"
    for _ in range(7):
        data = packed(("a.zip", data))
    with pytest.raises(LeakError, match="cannot be searched"):
        written(data, tmp_path, "out.zip")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["Aldha\n    mat", "Aldha\nmat", "Aldha-\nmat", "a\nldhamat", "قال الدها\nمات"]
)
def test_a_name_that_the_end_of_a_line_parts(text: str) -> None:
    assert list(found_in(Reading("page", "1", f"They say {text} left."), GUARD))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_any_encoding(encoding: str, tmp_path: Path) -> None:
    assert places_of("ÿþ It was Aldhamat".encode(encoding), tmp_path, "out.bin")
