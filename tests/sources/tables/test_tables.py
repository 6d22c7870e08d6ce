"""Separated values become a table whose cells know their place in the text."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.domain.listing.table import Table
from viewer.errors import UnreadableSource
from viewer.sources.tables.reading import MOST_ROWS, read_table, read_table_bytes
from viewer.sources.tidy import tidied


def table(text: str | bytes) -> Table:
    data = text.encode() if isinstance(text, str) else text
    return read_table_bytes(data, "list.csv").table


def rows(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in (found.headings, *found.rows())]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    text = "Name,Job\r\nSalma Rahim,Teacher\r\n".replace(",", separator)
    assert rows(table(text)) == [["Name", "Job"], ["Salma Rahim", "Teacher"]]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_the_character_set_is_found(charset: str) -> None:
    text = "الاسم;المهنة\n" + "سلمى رحيم;معلمة في مدرسة البصرة\n" * 3
    assert rows(table(text.encode(charset)))[1] == ["سلمى رحيم", "معلمة في مدرسة البصرة"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Name,About\nA,"b ""c"", d\nand e"\n', [["Name", "About"], ["A", 'b "c", d\nand e']]),
        ("sep=;\nName;Job\nA,B;C", [["Name", "Job"], ["A,B", "C"]]),
        ("Name\nRahim, Salma\n", [["Name"], ["Rahim, Salma"]]),
        ("\n\nName,Job\n,\n\nA,B\n", [["Name", "Job"], ["A", "B"]]),
        ("Name,Job\nA\nB,C,D\n", [["Name", "Job"], ["A"], ["B", "C", "D"]]),
        ('Name,Job\n"A,B\nC,D\n', [["Name", "Job"], ['"A', "B"], ["C", "D"]]),
        ('Name,Job\n"A"x,B\n', [["Name", "Job"], ['"A"x', "B"]]),
        ("Name,Job\n'=1+1,'quoted'\n", [["Name", "Job"], ["=1+1", "'quoted'"]]),
        ("Name,Job\n A\u2028B , C\n", [["Name", "Job"], ["A B", "C"]]),
        ("Name,Job\nA\0B,C" + " " * 200, [["Name", "Job"], ["AB", "C"]]),
    ],
)
def test_rows_are_read_as_a_spreadsheet_reads_them(text: str, found: list[list[str]]) -> None:
    assert rows(table(text)) == found


CELLS = st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"]))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
@example([("", "0'=")])
def test_what_python_writes_is_read(given: list[tuple[str, str]]) -> None:
    """Its cells say what is left when a text is tidied; an apostrophe may guard a formula."""
    stream = io.StringIO()
    written = [[tidied(cell).lstrip("'").strip() for cell in row] for row in given]
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([["Name", "Job"], *written])
    assert rows(table(stream.getvalue())) == [["Name", "Job"], *filter(any, written)]


@given(st.text(st.sampled_from("ab\",;\n\r\t' ="), max_size=40))
def test_letters_of_a_cell_stand_in_its_words(text: str) -> None:
    found = table(f"Name,Job\n{text}")
    for row in found.rows():
        for cell in row.cells:
            words = iter(found.document.text[cell.start : cell.end])
            assert all(letter in words for letter in cell.text)


@given(st.binary(max_size=60) | st.text('sep=;,|\t\n"a ', max_size=30).map(str.encode))
@example(b"sep=;\n")
@example(b"\n,,\n")
def test_any_bytes_are_a_table_or_one_sentence(data: bytes) -> None:
    try:
        found = read_table_bytes(data, "list.csv").table
    except UnreadableSource as error:
        assert "nothing was changed" in str(error)  # noqa: PT017 - either is right
    else:
        assert found.headings.cells
        list(found.rows())


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    found = table('Name,Job\n"A\nB",C\n\nD,E\n')
    assert [row.line for row in found.rows()] == [2, 5]


def test_the_document_is_what_was_received(tmp_path: Path) -> None:
    path = tmp_path / "persons.csv"
    path.write_bytes(codecs.BOM_UTF8 + b"Name,Job\r\nA,B\r\n")
    read = read_table(path)
    document = read.table.document
    assert (document.title, document.type, document.text) == (
        "persons",
        "table",
        "Name,Job\nA,B\n",
    )
    assert (document.file_name, document.media_type) == ("persons.csv", "text/csv")
    assert read.content.data == path.read_bytes()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\n,,\n,,\n", "There are no words"),
        (b"sep=;\n;;\n", "There are no words"),
        (b"%PDF-1.7 \n", "no text in a form"),
        (bytes(range(256)) * 10, "no text in a form"),
        (b"Name\n" + b"A\n" * (MOST_ROWS + 1), "more than 10,000 rows"),
        (b"Name," * 600 + b"\n", "601 columns"),
    ],
)
def test_what_cannot_be_a_list_gives_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableSource, match=says):
        read_table_bytes(data, "list.csv")


def test_a_million_rows_are_given_up_soon() -> None:
    """Only as many rows as are taken are ever made."""
    with pytest.raises(UnreadableSource, match="Split it"):
        table("Name,Job\n" + "A,B\n" * 1_000_000)
