"""A case as tables, read back with Python's own reader."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.listing.lists import EMPTY, wish_for
from tests.domain.record_strategies import of_kind
from tests.domain.small_case import records, small_case
from viewer.domain.dates import NO_DATE
from viewer.domain.listing.listing import change_set, planned
from viewer.domain.records import Case, Document, Event, Name, Person, Place, Record, Tag, Tagging
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.errors import Cancelled, LeakError
from viewer.export.tables import FILE_NAMES, kind_of, write_csv
from viewer.sources.tables.reading import read_table
from viewer.sources.tidy import tidied

csv.field_size_limit(2**31 - 1)


def written(case: Snapshot, path: Path, kind: str, audience: str = "internal") -> str:
    write_csv(summarise(case, audience), path, [kind])
    return path.read_bytes().decode("utf-8-sig")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def test_a_person_is_a_row_with_labels_evidence_and_an_id(path: Path) -> None:
    found = {row["Casefile id"]: row for row in rows(written(small_case(), path, "person"))}
    said = found["said"]
    assert (said["Name"], said["Other names"]) == ("Sa'id al-Rashid", "سعيد الراشد")
    assert (said["Protection"], said["Protection (code)"]) == ("Public", "public")
    assert said["Evidence"] == "Occupation: Document 1, paragraph 3, “They took her at night,”"


def test_an_event_says_when_where_and_who(path: Path) -> None:
    found = {row["Casefile id"]: row for row in rows(written(small_case(), path, "event"))}
    taking = found["taking"]
    for heading, value in {
        "Date in words": "October 2019",
        "Date as written": "in October 2019",
        "Date (EDTF)": "2019-10",
        "Date earliest": "2019-10-01",
        "Date latest": "2019-10-31",
        "Place": "Amarah",
        "Place (id)": "amarah",
        "Victims": "Layla Haddad",
        "Witnesses": "Sa'id al-Rashid",
        "Tags": "Rashid family",
    }.items():
        assert taking[heading] == value, heading
    assert found["after"]["Date earliest"] == "2019-10-06", "five days after the earliest day"


def test_every_kind_is_a_file_of_one_packed_file(tmp_path: Path) -> None:
    path = tmp_path / "tables.zip"
    write_csv(summarise(small_case(), "internal"), path)
    with zipfile.ZipFile(path) as packed:
        assert packed.namelist() == list(FILE_NAMES.values())
        assert packed.testzip() is None
        for name in packed.namelist():
            data = packed.read(name)
            assert data.startswith(b"\xef\xbb\xbf"), "without the mark a spreadsheet garbles Arabic"
            table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
            assert len({len(row) for row in table}) == 1
            assert data.endswith(b"\r\n")
    places = rows(zipfile.ZipFile(path).read("places.csv").decode("utf-8-sig"))
    assert [(place["Name"], place["Part of"]) for place in places] == [
        ("Amarah", "Iraq"),
        ("Iraq", ""),
    ]


def test_two_exports_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    for path in (one, other):
        write_csv(summarise(small_case("name_withheld"), "public"), path)
    assert one.read_bytes() == other.read_bytes()


def test_a_negative_number_is_a_number_and_text_is_text(path: Path) -> None:
    place = Place(id="p", name="-3.7", latitude=-3.7, longitude=0.5, also_written="+1")
    text = written(Snapshot([Case(id="case"), place]), path, "place")
    assert ",-3.7,0.5," in text
    assert '"\'-3.7"' in text
    assert '"\'+1"' in text


def test_nothing_protected_is_in_a_table(tmp_path: Path) -> None:
    path = tmp_path / "tables.zip"
    write_csv(summarise(small_case("name_withheld", "Witness A"), "public"), path)
    with zipfile.ZipFile(path) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    whole = "\n".join(texts.values())
    assert "Witness A" in texts["persons.csv"]
    for form in ("Sa'id", "al-Rashid", "سعيد", "الراشد"):
        assert form not in whole
    assert "Rashida Karim" in whole, "somebody else's own name stays"
    ids = {row["Casefile id"] for row in rows(texts["persons.csv"].removeprefix("\ufeff"))}
    assert not ids & {"said", "layla", "rashida", "centre"}


def test_a_name_that_is_left_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "persons.csv"
    summary = summarise(small_case("name_withheld"), "public")
    broken = replace(summary, given=lambda: small_case())
    with pytest.raises(LeakError):
        write_csv(broken, path, ["person"])
    assert list(tmp_path.iterdir()) == []


def test_an_export_can_be_stopped(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_csv(
            summarise(small_case(), "internal"), tmp_path / "a.zip", progress=lambda *_: False
        )
    assert list(tmp_path.iterdir()) == []


def test_a_text_longer_than_any_cell_is_written_and_looked_through(path: Path) -> None:
    long = Person(id="long", about="word " * 40_000)
    case = Snapshot([*records("name_withheld"), long])
    found = rows(written(case, path, "person", "public"))
    assert max(len(row["About"]) for row in found) == 200_000


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("persons.csv", "person"),
        ("Events for the court.csv", "event"),
        ("event-links.csv", "event_link"),
        ("personsx.csv", ""),
        ("list.csv", ""),
    ],
)
def test_the_name_of_a_file_says_what_it_holds(name: str, kind: str) -> None:
    assert kind_of(Path(name)) == kind


# What a spreadsheet computes, as OWASP describes it, told apart from what is only a number.

FORMULA = re.compile(r"""[\s"\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]""")
HIDING = ("\t", "\r", "\n")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
NASTY = st.text(st.sampled_from("=+-@＝\"';,\t\n |a1!()"), max_size=12) | st.sampled_from(
    ["=1+1", '=HYPERLINK("http://x.test","a")', "x;=cmd|' /C calc'!A0", '";=1;"', "\t=1", "-2+3"]
)


def cells(text: str) -> list[str]:
    """Every cell that a program finds, whatever it takes for a separator and for quotes."""
    found = []
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            found += row
    return [*found, *re.split("[,;\t\r\n|]", text)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(NASTY, min_size=5, max_size=5))
def test_no_cell_is_a_formula(path: Path, given: list[str]) -> None:
    name, about, occupation, title, written_date = given
    case = Snapshot(
        [
            Case(id="case"),
            Person(id="p", about=about, occupation=occupation),
            Name(id="n", person_id="p", text=name),
            Event(id="e", title=title, description=written_date),
        ]
    )
    for kind in ("person", "event", "name"):
        text = written(case, path, kind)
        for cell in cells(text):
            assert not FORMULA.match(cell) or NUMBER.fullmatch(cell), cell
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not any(cell.startswith(HIDING) for cell in row)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20).map(
    lambda text: tidied(text).replace("\f", " ")
)
LINES = TEXTS.map(lambda text: " ".join(text.split()))


@st.composite
def persons(draw: st.DrawFn) -> list[Record]:
    """Persons who have names, each their own."""
    forms = draw(st.lists(LINES.filter(str), max_size=4, unique_by=lambda form: form.lower()))
    found: list[Record] = []
    for number, form in enumerate(forms):
        person: Any = draw(of_kind("person", st.just(f"p{number}")))
        texts = {name: draw(LINES) for name in ("described_as", "occupation", "pseudonym")}
        about = draw(TEXTS).strip()
        found.append(replace(person, naming="named", about=about, consent_date=NO_DATE, **texts))
        found.append(Name(id=f"n{number}", person_id=person.id, text=form))
        if draw(st.booleans()):
            found.append(Name(id=f"a{number}", person_id=person.id, text="Abu; X", type="alias"))
            found.append(Tag(id=f"t{number}", label=f"tag {number}"))
            found.append(Tagging(id=f"g{number}", tag_id=f"t{number}", target_id=person.id))
    return found


def told(case: Snapshot) -> list[str]:
    """What is said of each person, without ids."""
    found = []
    for person in case.all(Person):
        names = case.where(Name, person_id=person.id)
        tags = [case.get(Tag, each.tag_id) for each in case.where(Tagging, target_id=person.id)]
        said = {field: getattr(person, field) for field in FIELDS}
        said["names"] = sorted((name.type, name.text) for name in names)
        said["tags"] = sorted(tag.label for tag in tags)
        found.append(json.dumps(said))
    return sorted(found)


FIELDS = (
    *("unit", "naming", "described_as", "occupation", "about", "protection", "pseudonym"),
    "consent",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(persons())
def test_persons_that_went_out_come_back_in(path: Path, given: list[Record]) -> None:
    case = Snapshot([Case(id="case"), *given])
    write_csv(summarise(case, "internal"), path, ["person"])
    if not given:
        return
    table = read_table(path)
    plans = planned(EMPTY, table.table, wish_for(table, "persons"))
    made = change_set(EMPTY, table.table, table.content, plans, "persons")
    back = Snapshot([*EMPTY.all(Case), *(change.record for change in made.changes)])
    assert told(back) == told(case)


def test_events_that_went_out_come_back_in(path: Path) -> None:
    write_csv(summarise(small_case(), "internal"), path, ["event"])
    table = read_table(path)
    plans = list(planned(EMPTY, table.table, wish_for(table, "events")))
    assert {plan.title: plan.says.get("Date", "") for plan in plans} == {
        "Abduction of Layla Haddad": "October 2019",
        "Flight of Sa'id": "five days later",
        "A threat": "2018",
        "A rumour": "",
    }
    assert plans[-1].problems == []
    assert {plan.says["Protection"] for plan in plans} == {"Public"}
    taking = next(plan for plan in plans if plan.title.startswith("Abduction"))
    assert taking.says["Victims"] == "Layla Haddad (new)"


def test_a_person_who_is_called_like_a_field_is_withheld_and_the_field_is_not(path: Path) -> None:
    """A tie of words names its field by a code, which is no word of the case."""
    case = Snapshot(
        [
            Name(id=record.id, person_id=record.person_id, text="Occupation")
            if isinstance(record, Name) and record.id == "name-said"
            else record
            for record in small_case("name_withheld")._records.values()
        ]
    )
    evidence = written(case, path, "person", "internal").count("Occupation: Document 1")
    assert evidence == 1
    shown = rows(written(case, path, "person", "public"))
    assert "Occupation" not in [row["Name"] for row in shown]


@pytest.mark.parametrize("audience", ["internal", "legal", "public"])
def test_documents_have_the_numbers_that_a_report_gives_them(path: Path, audience: str) -> None:
    others = [Document(id=f"document-{letter}", title=letter) for letter in "zbqm"]
    case = Snapshot([*records("name_withheld"), *others])
    summary = summarise(case, audience)
    write_csv(summary, path, ["document"])
    found = {row["Title"]: int(row["Number"]) for row in rows(path.read_text("utf-8-sig"))}
    assert found == {entry.title.text: entry.number for entry in summary.documents}
