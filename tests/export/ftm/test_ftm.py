"""A case as entities of FollowTheMoney."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sample_at_hand import EVERY_RECORD
from tests.domain.small_case import small_case
from tests.export.ftm.cases import FEW, cases, given_to
from tests.export.ftm.model import SCHEMATA, problems
from viewer.domain.dates import Date
from viewer.domain.ids import outside_id
from viewer.domain.records import (
    Annotation,
    Case,
    Document,
    Event,
    Involvement,
    Name,
    Person,
    Place,
    Record,
    Relationship,
    Tag,
    Tagging,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.domain.vocabularies import vocabulary
from viewer.export.ftm import ftm_entities, write_ftm
from viewer.export.ftm.languages import three_letters

SMALL = {entity["id"]: entity for entity in ftm_entities(small_case())}


def properties(*records: Record, of: Record) -> dict[str, Any]:
    """The properties of the entity of a record, in a case that has nothing else."""
    view = Snapshot([Case(id="case"), *records])
    found = {entity["id"]: entity for entity in ftm_entities(view)}
    assert problems(found.values()) == []
    return dict(found[of.id]["properties"])


def test_the_sample_keeps_to_the_model() -> None:
    found = list(ftm_entities(Snapshot(EVERY_RECORD)))
    assert problems(found) == []
    assert len({entity["schema"] for entity in found}) >= 12


@given(cases(), st.sampled_from(["internal", "public"]))
@FEW
def test_every_case_keeps_to_the_model(view: Snapshot, audience: str) -> None:
    assert problems(ftm_entities(given_to(view, audience).view)) == []


def test_a_person_has_names_of_all_kinds() -> None:
    person = Person(id="p", occupation="Nurse", about="From Basra", described_as="his sister")
    types = vocabulary("name_type").codes
    names = [Name(id=f"n{type}", person_id="p", text=f"a {type}", type=type) for type in types]
    assert properties(person, *names, of=person) == {
        "name": ["a main"],
        "alias": ["a alias", "a original_script", "a transliteration"],
        "weakAlias": ["a nickname"],
        "profession": ["Nurse"],
        "description": ["From Basra"],
        "summary": ["his sister"],
    }


def test_who_has_no_name_is_called_as_described() -> None:
    person = Person(id="p", described_as="his sister")
    assert properties(person, of=person)["name"] == ["his sister"]
    assert properties(other := Person(id="q"), of=other)["name"] == ["Untitled person"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(edtf="2019-10-25"), {"date": ["2019-10-25"]}),
        (Date(edtf="2019-10~"), {"date": ["2019-10"], "notes": ["Date: about October 2019"]}),
        (Date(edtf="2019-21"), {"date": ["2019"], "notes": ["Date: spring 2019"]}),
        (Date(edtf="201X"), {"notes": ["Date: the 2010s"]}),
        (Date(edtf="-0044-03-15"), {"notes": ["Date: 15 March 45 BCE"]}),
        (
            Date(edtf="2019-10/2020"),
            {
                "startDate": ["2019-10"],
                "endDate": ["2020"],
                "notes": ["Date: October 2019 to 2020"],
            },
        ),
        (
            Date(edtf="2019-10/.."),
            {"startDate": ["2019-10"], "notes": ["Date: since October 2019"]},
        ),
        (
            Date(written="in May", edtf="2019-05", basis="Guess"),
            {
                "date": ["2019-05"],
                "notes": ["Date: May 2019 (inferred) (“in May”), inferred: Guess"],
            },
        ),
        (Date(), {}),
    ],
)
def test_a_date_is_a_prefix_and_the_rest_in_words(date: Date, expected: dict[str, Any]) -> None:
    found = properties(event := Event(id="e", date=date), of=event)
    notes = [note for note in found.pop("notes") if not note.startswith("Status: ")]
    dates = {name: values for name, values in found.items() if "ate" in name}
    assert dates | ({"notes": notes} if notes else {}) == expected


def test_a_relative_date_is_followed_to_its_day() -> None:
    first = Event(id="e", title="Killing", date=Date(edtf="2020-02-27"))
    after = Event(id="f", date=Date(anchor_id="e", offset="P5D"))
    assert properties(first, after, of=after)["date"] == ["2020-03-03"]


def test_a_place_is_given_with_what_it_is_a_part_of() -> None:
    iraq = Place(id="i", name="Iraq", precision="country")
    basra = Place(id="b", name="Basra", part_of_id="i", latitude=30.5, longitude=-47.0)
    found = properties(iraq, basra, of=basra)
    assert (found["full"], found["latitude"], found["longitude"]) == (
        ["Basra, Iraq"],
        ["30.5"],
        ["-47"],
    )
    event = Event(id="e", place_id="b")
    found = properties(iraq, basra, event, of=event)
    assert (found["location"], found["addressEntity"]) == (["Basra, Iraq"], ["b"])


def test_a_place_that_is_a_part_of_itself_is_given_once() -> None:
    one = Place(id="a", name="A", part_of_id="b")
    other = Place(id="b", name="B", part_of_id="a")
    assert properties(one, other, of=one)["full"] == ["A, B"]


def test_who_is_involved_is_tied_to_the_event_with_the_role() -> None:
    assert SMALL["taking"]["properties"]["involved"] == ["layla", "said"]
    assert SMALL["i2"] == {
        "id": "i2",
        "schema": "UnknownLink",
        "properties": {
            "subject": ["said"],
            "object": ["taking"],
            "role": ["Witness"],
            "description": ["From the bakery"],
        },
    }


@pytest.mark.parametrize(
    ("type", "unit", "schema", "ends"),
    [
        ("relative", "individual", "Family", ("person", "relative")),
        ("relative", "group", "UnknownLink", ("subject", "object")),
        ("friend", "individual", "Associate", ("person", "associate")),
        ("member_of", "organisation", "Membership", ("member", "organization")),
        ("member_of", "group", "UnknownLink", ("subject", "object")),
        ("leads", "organisation", "Directorship", ("director", "organization")),
        ("works_for", "organisation", "Employment", ("employee", "employer")),
        ("works_for", "individual", "UnknownLink", ("subject", "object")),
        ("represents", "group", "Representation", ("agent", "client")),
        ("other", "individual", "UnknownLink", ("subject", "object")),
    ],
)
def test_a_relationship_is_the_tie_that_its_ends_allow(
    type: str, unit: str, schema: str, ends: tuple[str, str]
) -> None:
    one, other = Person(id="p"), Person(id="q", unit=unit)
    tie = Relationship(id="t", person_id="p", other_id="q", type=type, detail="said so")
    found = {e["id"]: e for e in ftm_entities(Snapshot([Case(id="c"), one, other, tie]))}
    assert problems(found.values()) == []
    assert found["t"]["schema"] == schema
    assert [found["t"]["properties"][end] for end in ends] == [["p"], ["q"]]
    assert [vocabulary("tie").label(type)] in found["t"]["properties"].values()


def test_evidence_is_the_documentation_of_a_thing_with_its_words() -> None:
    found = [e for e in SMALL.values() if e["schema"] == "Documentation"]
    assert {
        "document": ["document-a"],
        "entity": ["figure"],
        "role": ["Number"],
        "status": ["Contradicts"],
        "description": ["Rashida Karim denies that."],
    } in [entity["properties"] for entity in found]


def test_a_quote_is_a_note_on_its_speaker() -> None:
    found = SMALL["quote"]["properties"]
    assert SMALL["quote"]["schema"] == "Note"
    assert found["description"] == ["They took her at night,"]
    assert (found["entity"], found["proof"]) == (["said"], ["document-a"])


def test_tags_are_keywords_and_notes_stand_by_themselves() -> None:
    assert SMALL["taking"]["properties"]["keywords"] == ["Rashid family"]
    note = SMALL["note"]["properties"]
    assert (note["description"], note["entity"]) == (["Ask Sa'id again"], ["taking"])


def test_a_note_on_a_part_in_an_event_is_on_both() -> None:
    person, event = Person(id="p"), Event(id="e")
    part = Involvement(id="i", event_id="e", person_id="p")
    note = Annotation(id="n", target_id="i", body="Sure?", created="2026-11-22T12:00:00Z")
    found = properties(person, event, part, note, of=note)
    assert (found["entity"], found["createdAt"]) == (["e", "p"], ["2026-11-22T12:00:00"])


def test_a_document_tells_what_it_is() -> None:
    document = Document(
        id="d",
        title="Letter",
        type="article",
        text="Word " * 20_000,
        language="ar-IQ",
        address="file:///home/me/letter",
        sha256="5a" * 32,
        published=Date(edtf="2020-09-14"),
    )
    found = properties(document, of=document)
    assert (found["language"], found["publishedAt"]) == (["ara"], ["2020-09-14"])
    assert "".join(part.replace(" ", "") for part in found["bodyText"]) == "Word" * 20_000
    assert found["notes"] == [f"SHA-256 of the original: {'5a' * 32}"]
    assert "sourceUrl" not in found


@pytest.mark.parametrize(
    ("given", "expected"), [("en", "eng"), ("ara", "ara"), ("ckb", ""), ("", ""), ("X-Y", "")]
)
def test_languages_have_three_letters(given: str, expected: str) -> None:
    assert three_letters(given) == expected


def test_a_record_on_which_a_tag_stands_twice_has_it_once() -> None:
    person = Person(id="p")
    tags = [Tag(id=id, label="Basra") for id in "tu"]
    put = [Tagging(id=f"put {id}", tag_id=id, target_id="p") for id in "tu"]
    assert properties(person, *tags, *put, of=person)["keywords"] == ["Basra"]


def test_outside_the_case_ids_lead_nowhere_back() -> None:
    found = {entity["id"] for entity in ftm_entities(summarise(small_case(), "public").view)}
    assert outside_id("case", "public", "taking") in found
    assert not found & SMALL.keys()


def test_the_file_has_an_entity_on_each_line_and_is_the_same_every_time(tmp_path: Path) -> None:
    path = tmp_path / "case.ftm.jsonl"
    write_ftm(summarise(small_case(), "internal"), path)
    written = path.read_bytes()
    assert [json.loads(line) for line in written.splitlines()] == list(SMALL.values())
    write_ftm(summarise(small_case(), "internal"), path)
    assert path.read_bytes() == written


def test_every_schema_that_is_written_is_in_the_table() -> None:
    from viewer.export.ftm import things, ties

    written = {schema for schema, *_ in ties._TIES.values()} | set(things._PERSONS.values())
    assert written <= SCHEMATA.keys()
