"""A case as a JSON document: what other programs find in it."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from scripts import case_schema
from tests.domain.record_strategies import records
from tests.domain.sample_at_hand import CASE, EVERY_RECORD, all_of
from viewer import resources
from viewer.domain.exchange import plain
from viewer.domain.ids import new_id, outside_id
from viewer.domain.records import (
    KINDS,
    Case,
    Decision,
    Document,
    Export,
    Person,
    Record,
    fields_of,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.errors import Cancelled, LeakError
from viewer.export.json_case import write_case_json

SCHEMA = json.loads(resources.path("schemas", "case-1.schema.json").read_text("utf-8"))


def document(path: Path, *records: Record, audience: str = "internal", **given: Any) -> Any:
    summary = summarise(Snapshot([CASE, *records]), audience)
    write_case_json(summary, path / "case.json", **given)
    found = json.loads((path / "case.json").read_text("utf-8"))
    assert list(Draft202012Validator(SCHEMA).iter_errors(found)) == []
    return found


def test_the_schema_is_that_of_the_fields() -> None:
    """When it is not: `python -m scripts.case_schema`, and think of the version of the format."""
    assert case_schema.PATH.read_text("utf-8") == case_schema.text()
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_described() -> None:
    for kind in KINDS:
        for field in fields_of(kind):
            assert SCHEMA["$defs"][kind]["properties"][field.name]["title"] == field.spec.label


@given(records)
def test_every_record_keeps_to_the_schema(record: Record) -> None:
    kind = {
        "$schema": SCHEMA["$schema"],
        "$defs": SCHEMA["$defs"],
        "$ref": f"#/$defs/{record.kind}",
    }
    assert list(Draft202012Validator(kind).iter_errors(plain(record))) == []


@pytest.mark.parametrize("wrong", [{"unit": "herd"}, {"id": "7"}, {"shoe": 7}, {"about": None}])
def test_what_is_no_person_does_not_keep_to_it(wrong: dict[str, Any]) -> None:
    person = plain(all_of(Person)[0]) | wrong
    kind = {"$defs": SCHEMA["$defs"], "$ref": "#/$defs/person"}
    assert list(Draft202012Validator(kind).iter_errors(person)) != []


def test_the_sample_keeps_to_the_schema(tmp_path: Path) -> None:
    found = document(tmp_path, *EVERY_RECORD[1:])
    assert (found["format"], found["version"], found["audience"]) == ("casefile", 1, "Internal")
    assert [person["id"] for person in found["records"]["person"]] == sorted(
        person.id for person in all_of(Person)
    )
    assert "originals" not in found


def test_each_kind_is_a_list_even_of_nothing(tmp_path: Path) -> None:
    found = document(tmp_path)["records"]
    assert list(found) == list(KINDS)
    assert found["quote"] == []


def test_each_record_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    document(tmp_path, *EVERY_RECORD[1:])
    lines = (tmp_path / "case.json").read_text("utf-8").split("\n")
    assert sum('{"id": ' in line for line in lines) == len(EVERY_RECORD)


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    document(tmp_path, *EVERY_RECORD[1:])
    first = (tmp_path / "case.json").read_bytes()
    document(tmp_path, *reversed(EVERY_RECORD[1:]))
    assert (tmp_path / "case.json").read_bytes() == first


def test_originals_go_along_where_they_are_wished(tmp_path: Path) -> None:
    (text,) = all_of(Document)
    data = bytes(range(256)) * 3000
    found = document(tmp_path, text, originals=lambda _: data)
    assert {h: base64.b64decode(d) for h, d in found["originals"].items()} == {text.sha256: data}
    assert document(tmp_path, originals=lambda _: data)["originals"] == {}


def test_outside_the_case_ids_lead_nowhere_back(tmp_path: Path) -> None:
    found = document(tmp_path, *EVERY_RECORD[1:], audience="public")
    written = (tmp_path / "case.json").read_text("utf-8")
    assert not [record.id for record in EVERY_RECORD if record.id in written]
    wanted = sorted(outside_id(CASE.id, "public", person.id) for person in all_of(Person))
    assert [person["id"] for person in found["records"]["person"]] == wanted


def test_arabic_and_control_characters_come_out_as_they_are(tmp_path: Path) -> None:
    said = 'أمجد\u202e \x01 \u2028 😀 "\\\n'
    whole = Snapshot([Case(id=CASE.id, title=said)])
    write_case_json(summarise(whole, "internal"), tmp_path / "a.json")
    written = (tmp_path / "a.json").read_text("utf-8")
    assert json.loads(written)["records"]["case"][0]["title"] == said
    assert "أمجد" in written


def test_originals_are_for_those_who_see_everything(tmp_path: Path) -> None:
    with pytest.raises(LeakError, match="Nothing was written: originals hold every name"):
        document(tmp_path, audience="legal", originals=lambda _: b"")
    assert list(tmp_path.iterdir()) == []


def test_what_is_of_the_work_stays_with_those_who_work(tmp_path: Path) -> None:
    person = Person(id=CASE.id[:-1] + "0")
    decision = Decision(
        id=CASE.id[:-1] + "1", target_id=person.id, field="about", start=0, end=1, words="x"
    )
    export = Export(id=CASE.id[:-1] + "2", at="", format="PDF", file_name="a.pdf", audience="All")
    assert len(document(tmp_path, person, decision, export)["records"]["export"]) == 1
    for audience in ("legal", "public"):
        records = document(tmp_path, person, decision, export, audience=audience)["records"]
        assert (records["decision"], records["export"], len(records["person"])) == ([], [], 1)


def test_the_work_can_be_stopped(tmp_path: Path) -> None:
    summary = summarise(Snapshot([CASE, *(Person(id=new_id()) for _ in range(2000))]), "public")
    with pytest.raises(Cancelled):
        write_case_json(summary, tmp_path / "case.json", progress=lambda done, total: False)
    assert list(tmp_path.iterdir()) == []
