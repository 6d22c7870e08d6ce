"""Whatever a list holds and however it is mapped: sound records come of it, or one sentence."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.listing.lists import EMPTY
from viewer.domain.listing.columns import FIELDS
from viewer.domain.listing.listing import Wish, change_set, planned
from viewer.domain.records import Case, Document, Evidence, Passage, fields_of
from viewer.domain.snapshot import Snapshot
from viewer.errors import UnreadableSource
from viewer.sources.tables.reading import ReadTable, read_table_bytes
from viewer.store import CaseFile, check

WORDS = st.sampled_from(
    [
        *("", " ", "Salma Rahim", "salma rahim", "أبو علي", "=1+1", "'=1", '"a; b"; c', "x;;y"),
        *("unknown", "two men", "2019-10", "03/04/2019", "3 May 2020", "killing", "public", "a\nb"),
        *("group", "confirmed", "\u202eevil", "e\u0301", "anonymous", "Ali; Ali; Sara Saleh"),
    ]
)
CELLS = WORDS | st.text(max_size=12)


@st.composite
def lists(draw: st.DrawFn) -> tuple[bytes, str, list[str]]:
    """A file, what it is a list of, and a field for each of four columns."""
    what = draw(st.sampled_from(sorted(FIELDS)))
    codes = ["", *(field.code for field in FIELDS[what])]
    columns = draw(st.lists(st.sampled_from(codes), min_size=4, max_size=4))
    rows = draw(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6))
    marked = draw(st.booleans())
    lines = [",".join(_cell(cell, marked) for cell in row) for row in [["h"] * 4, *rows]]
    return "\r\n".join(lines).encode("utf-8", "replace"), what, columns


def _cell(text: str, marked: bool) -> str:
    return '"{}"'.format(text.replace('"', '""')) if marked else text


def read(data: bytes) -> ReadTable | None:
    try:
        return read_table_bytes(data, "list.csv")
    except UnreadableSource:
        return None


@settings(max_examples=200)
@given(lists())
def test_each_value_has_its_words_and_each_record_its_place(
    given: tuple[bytes, str, list[str]],
) -> None:
    data, what, columns = given
    table = read(data)
    if table is None or len(table.table.headings.cells) != 4:
        return
    chosen = tuple(code if code not in columns[:at] else "" for at, code in enumerate(columns))
    plans = list(planned(EMPTY, table.table, Wish(what, chosen)))
    made = change_set(EMPTY, table.table, table.content, plans, what)
    case = Snapshot([*EMPTY.all(Case), *(change.record for change in made.changes)])
    (document,) = case.all(Document)
    for passage in case.all(Passage):
        assert document.text[passage.start : passage.end] == passage.exact
        assert passage.exact.strip()
    for tie in case.all(Evidence):
        record = case.find(tie.record_id)
        assert record is not None
        assert tie.field in {"", *(field.name for field in fields_of(record.kind))}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists())
def test_a_case_takes_all_of_it_and_is_sound(
    tmp_path: Path, given: tuple[bytes, str, list[str]]
) -> None:
    data, what, columns = given
    table = read(data)
    path = tmp_path / "case.casefile"
    path.unlink(missing_ok=True)
    if table is None or len(table.table.headings.cells) != 4:
        return
    chosen = tuple(code if code not in columns[:at] else "" for at, code in enumerate(columns))
    with CaseFile.create(path, Case(id="01a2008d-7400-79e0-8a87-1ca3ce0028ca")) as case:
        for _ in range(2):
            plans = list(planned(case, table.table, Wish(what, chosen, again=True)))
            case.apply(change_set(case, table.table, table.content, plans, what))
    assert check(path) == []
