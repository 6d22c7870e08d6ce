"""What a screen reader finds: the real program, asked over AT-SPI as Orca asks it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.screen_reader import ScreenReader, Steps, missing, reading
from viewer.domain.records import Document, Person, fields_of
from viewer.domain.sample import sample_case
from viewer.domain.text import unisolated
from viewer.store import CaseFile

pytestmark = pytest.mark.skipif(bool(lacking := missing()), reason=f"no {lacking}")

DETAILS: Steps = [("panel", "Details")]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("read aloud") / "sample.casefile"
    record, change_set = sample_case()
    CaseFile.create(path, record, first=change_set).close()
    return path


@pytest.fixture(scope="module")
def reader(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    with reading(case, tmp_path_factory.mktemp("home")) as reader:
        reader.ask("find", [("frame", ""), ("panel", "Browse")])
        yield reader


def go_to(reader: ScreenReader, name: str) -> None:
    reader.ask("press", [("menu item", "View"), ("menu item", "Go to"), ("menu item", name)])


def show_first(reader: ScreenReader, name: str) -> None:
    go_to(reader, name)
    reader.ask("select", [("table", name)], 0)


def named(found: list[dict[str, Any]], role: str) -> list[str]:
    return [each["name"] for each in found if each["role"] == role]


def test_the_window_says_what_case_is_open(reader: ScreenReader) -> None:
    assert reader.ask("find", [("frame", "")])["name"] == "Attacks on activists in Iraq — Casefile"


def test_every_menu_and_what_is_in_it_has_a_name(reader: ScreenReader) -> None:
    found = reader.ask("all_below", [("menu bar", "")], False)
    names = named(found, "menu item")
    assert {"File", "Edit", "View", "Case", "Help", "Undo", "Search everything"} <= set(names)
    assert "" not in names
    assert not [name for name in names if "&" in name]


def test_what_one_can_go_to_is_a_list_with_counts(reader: ScreenReader, case: Path) -> None:
    assert reader.ask("find", [("list", "Browse")])["states"]
    names = named(reader.ask("all_below", [("list", "Browse")]), "list item")
    with CaseFile.open(case, read_only=True) as case_file:
        assert f"Persons {case_file.total('person')}" in names


def test_the_search_box_says_what_it_searches(reader: ScreenReader) -> None:
    box = reader.ask("find", [("text", "Search everything")])
    assert "focusable" in box["states"]


def test_a_list_is_a_table_with_columns_and_cells(reader: ScreenReader, case: Path) -> None:
    go_to(reader, "Persons")
    table = reader.ask("table", [("table", "Persons")], 5)
    with CaseFile.open(case, read_only=True) as case_file:
        assert table["rows"] == case_file.total("person")
    assert table["columns"][:2] == ["Name", "Role"]
    assert all(
        cells[0] and cells == [unisolated(cell) for cell in cells] for cells in table["cells"]
    )


def test_each_field_is_called_by_its_label(reader: ScreenReader) -> None:
    show_first(reader, "Persons")
    reader.ask("find", [*DETAILS, ("text", "Occupation")])
    found = reader.ask("all_below", DETAILS)
    editors = [each for each in found if each["role"] in ("text", "combo box")]
    told = [label for each in editors for label in (each["name"], *each["labels"])]
    # The lines of a date are called by its label and what each of them is for.
    called = {label.partition(":")[0] for label in told}
    assert {field.spec.label for field in fields_of(Person.kind)} <= called


def test_the_text_is_read_from_the_caret_and_selected(reader: ScreenReader, case: Path) -> None:
    show_first(reader, "Documents")
    with CaseFile.open(case, read_only=True) as case_file:
        document = next(case_file.all(Document))
    where = [("filler", "Reader"), ("text", f"Text of {document.title}")]
    start = document.text.index("he promised us")
    found = reader.ask("text", where, start, start + 14)
    assert (found["length"], found["text"]) == (len(document.text), "he promised us")
    reader.ask("place_caret", where, start)
    assert reader.ask("text", where, 0, 1)["caret"] == start
    assert reader.ask("select_text", where, start, start + 14)
    assert reader.ask("text", where, 0, 1)["selections"] == [[start, start + 14]]


@pytest.mark.parametrize(
    ("menu", "item", "close"),
    [
        ("File", "New case…", "Cancel"),
        ("File", "Export…", "Close"),
        ("Help", "Getting started", "Close"),
        ("Help", "Keyboard shortcuts", "Close"),
        ("Case", "Sign changes as…", "Cancel"),
    ],
)
def test_a_dialog_and_what_can_be_reached_in_it_has_a_name(
    reader: ScreenReader, menu: str, item: str, close: str
) -> None:
    reader.ask("press", [("menu item", menu), ("menu item", item)])
    dialog: Steps = [("dialog", "")]
    assert reader.ask("find", [*dialog, ("push button", close)])["name"]
    assert reader.ask("find", dialog)["name"]
    found = reader.ask("all_below", dialog)
    reader.ask("press", [*dialog, ("push button", close)])
    assert nameless(found) == []


LISTS = ("Persons", "Events", "Quotes", "Documents", "Annotations", "Tags")
PAGES = ("Overview", "Worklist", "Similar persons", "Trash")


@pytest.mark.parametrize("page", [*LISTS, *PAGES])
def test_what_can_be_reached_has_a_name_and_nothing_is_told_as_markup(
    reader: ScreenReader, page: str
) -> None:
    go_to(reader, page)
    if page in LISTS:
        reader.ask("select", [("table", page)], 0)
    found = reader.ask("all_below", [("frame", "")])
    assert len(found) > 50
    assert nameless(found) == []
    assert [each["description"] for each in found if "<" in each["description"]] == []


def nameless(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """What takes the keyboard and says nothing of itself: its role, and the value that it has.

    A cell may be empty, and what a list of choices shows is its value and no name.
    """
    return [
        (each["role"], each["name"])
        for each in found
        if "focusable" in each["states"]
        and each["role"] != "table cell"
        and not each["labels"]
        and (not each["name"] or each["role"] == "combo box")
    ]
