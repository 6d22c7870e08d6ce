"""A stranger's case as JSON: what is wrong with it is said in a sentence that names the place."""

import base64
import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.changes import sha256
from viewer.domain.dates import Date
from viewer.domain.records import Document, Event, Person, Place
from viewer.errors import Cancelled, UnreadableSource
from viewer.sources.exchange.limits import CaseLimits
from viewer.sources.exchange.reading import read_case
from viewer.sources.exchange.recognising import holds_case, is_case
from viewer.sources.tables.recognising import holds_list

TEXT = "Salma Rahim was taken in Basra."
DATA = b"<p>Salma Rahim was taken in Basra."


def id_of(number: int) -> str:
    return f"00000000-0000-7000-8000-{number:012}"


CASE, LETTER, WORDS, SALMA, NAME, TAKING, BASRA, PART, PROOF = map(id_of, range(9))
WHOLE: dict[str, Any] = {
    "format": "casefile",
    "version": 1,
    "audience": "internal",
    "records": {
        "case": [{"id": CASE, "title": "Basra"}],
        "document": [
            {
                "id": LETTER,
                "media_type": "text/html",
                "text": TEXT,
                "sha256": sha256(DATA),
                "text_sha256": sha256(TEXT.encode()),
            }
        ],
        "passage": [
            {"id": WORDS, "document_id": LETTER, "start": 0, "end": 11, "exact": "Salma Rahim"}
        ],
        "person": [{"id": SALMA}],
        "name": [{"id": NAME, "person_id": SALMA, "text": "Salma Rahim"}],
        "place": [{"id": BASRA, "name": "Basra", "latitude": 30.5, "longitude": 48}],
        "event": [
            {
                "id": TAKING,
                "type": "kidnapping",
                "place_id": BASRA,
                "date": {"written": "two days later", "anchor_id": LETTER, "offset": "P2D"},
            }
        ],
        "involvement": [{"id": PART, "event_id": TAKING, "person_id": SALMA, "role": "victim"}],
        "evidence": [{"id": PROOF, "record_id": NAME, "field": "text", "passage_id": WORDS}],
    },
    "originals": {sha256(DATA): base64.b64encode(DATA).decode()},
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "case.json"


def refusal(file: Path, text: str | bytes, limits: CaseLimits | None = None) -> str:
    """What is said of a file, once it was found that nothing of it is taken."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UnreadableSource) as caught:
        read_case(file, limits or CaseLimits())
    said = str(caught.value)
    assert said.startswith("“case.json” cannot be taken in as a case: ")
    assert "Nothing was changed." in said
    return said.removeprefix("“case.json” cannot be taken in as a case: ").partition(" Nothing")[0]


def spoiled(*path: str | int, to: Any) -> str:
    """The case with another value at a place, as a text."""
    whole = copy.deepcopy(WHOLE)
    inner: Any = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return json.dumps(whole)


@pytest.mark.parametrize("dump", [json.dumps, lambda o: json.dumps(o, indent=4, sort_keys=True)])
def test_a_case_that_another_program_wrote_is_read(file: Path, dump: Callable[..., str]) -> None:
    file.write_text(dump(WHOLE))
    assert holds_case(file)
    found = read_case(file)
    records = {record.id: record for record in found.records}
    assert (found.case.title, found.audience) == ("Basra", "internal")
    assert found.counts["person"] == 1
    assert records[SALMA] == Person(id=SALMA)
    assert isinstance(place := records[BASRA], Place)
    assert (place.latitude, place.longitude) == (30.5, 48.0)
    assert isinstance(event := records[TAKING], Event)
    assert event.date == Date(written="two days later", anchor_id=LETTER, offset="P2D")
    assert isinstance(document := records[LETTER], Document)
    assert document.sha256 == sha256(DATA)
    assert [content.data for content in found.contents] == [DATA]


def test_a_mark_of_byte_order_is_passed(file: Path) -> None:
    file.write_text("\ufeff" + json.dumps(WHOLE))
    assert holds_case(file)
    assert read_case(file).case.title == "Basra"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["format"], "other", "its format is not “casefile” (“format”)."),
        (["version"], "1", "it does not say which version of the format it has (“version”)."),
        (["version"], True, "it does not say which version of the format it has (“version”)."),
        (
            ["version"],
            2,
            "a later version of Casefile wrote it (format 2), which you need to read it "
            "(“version”).",
        ),
        (["author"], "me", "this version of Casefile knows no such part of a case (“author”)."),
        (["audience"], 7, "it must be text (“audience”)."),
        (["records"], [], "there is no “{” where one must be (“records”)."),
        (
            ["records", "ghost"],
            [],
            "this version of Casefile knows no records “ghost” (“records”).",
        ),
        (["records", "person"], {}, "there is no “[” where one must be (records “person”)."),
        (["records", "person"], [7], "a record must be an object (person 1)."),
        (["records", "case"], [], "there must be exactly one case in it (“case”)."),
        (
            ["records", "person", 0, "shoe"],
            7,
            "this version of Casefile knows no field “shoe” (person 1).",
        ),
        (
            ["records", "person", 0, "id"],
            "7",
            "it must be an id (a UUID in small letters) (person 1, “id”).",
        ),
        (
            ["records", "person", 0, "id"],
            CASE,
            f"another record has its id, {CASE}, too (person 1).",
        ),
        (["records", "person", 0, "about"], None, "it must be text (person 1, “about”)."),
        (
            ["records", "person", 0, "about"],
            "\0",
            "it holds characters that are not text (person 1, “about”).",
        ),
        (
            ["records", "person", 0, "about"],
            "\ud800",
            "it holds characters that are not text (person 1, “about”).",
        ),
        (
            ["records", "person", 0, "unit"],
            "herd",
            "“herd” is none of individual, group, organisation (person 1, “unit”).",
        ),
        (
            ["records", "person", 0, "unit"],
            ["group"],
            "it is none of individual, group, organisation (person 1, “unit”).",
        ),
        (
            ["records", "passage", 0, "start"],
            0.0,
            "it must be a whole number (passage 1, “start”).",
        ),
        (
            ["records", "passage", 0, "start"],
            True,
            "it must be a whole number (passage 1, “start”).",
        ),
        (["records", "passage", 0, "start"], -1, "it must be 0 or more (passage 1, “start”)."),
        (["records", "passage", 0, "end"], 2**63, "it must be a whole number (passage 1, “end”)."),
        (["records", "place", 0, "latitude"], "30", "it must be a number (place 1, “latitude”)."),
        (
            ["records", "event", 0, "date"],
            "2020",
            "a date must be an object or null (event 1, “date”).",
        ),
        (
            ["records", "event", 0, "date"],
            {"edtf": "last year"},
            "“last year” is not a date that Casefile can sort (event 1, “date”).",
        ),
        (
            ["records", "event", 0, "date", "day"],
            7,
            "this version of Casefile knows no part “day” (event 1, “date”).",
        ),
        (
            ["records", "event", 0, "date", "anchor_id"],
            id_of(99),
            f"there is no record {id_of(99)} in it (event {TAKING}, “date”).",
        ),
        (
            ["records", "event", 0, "place_id"],
            SALMA,
            f"there is no place {SALMA} in it (event {TAKING}, “place_id”).",
        ),
        (
            ["records", "passage", 0, "end"],
            12,
            f"its words are not the document's at that place (passage {WORDS}).",
        ),
        (
            ["records", "passage", 0, "suffix"],
            " was not taken",
            f"its words are not the document's at that place (passage {WORDS}).",
        ),
        (
            ["records", "document", 0, "text"],
            TEXT.lower(),
            f"its text is not what its hash says (document {LETTER}).",
        ),
        (
            ["records", "evidence", 0, "field"],
            "shoe",
            f"a name has no field “shoe” (evidence {PROOF}).",
        ),
        (
            ["records", "name"],
            [{"id": id_of(n), "person_id": SALMA, "text": "Salma"} for n in (10, 11)],
            f"a main name is given a second time (name {id_of(11)}).",
        ),
        (
            ["records", "audience"],
            [{"id": id_of(10), "label": "All", "never_exported": "named"}],
            "nobody may be told of persons never exported "
            f"(audience {id_of(10)}, “never_exported”).",
        ),
        (
            ["originals", sha256(DATA)],
            "AAAA",
            f"its bytes are not what its hash says (original {sha256(DATA)}).",
        ),
        (["originals", sha256(DATA)], "?", f"it is not base64 (original {sha256(DATA)})."),
        (["originals", sha256(b"")], "", f"no document has it (original {sha256(b'')})."),
    ],
)
def test_what_is_wrong_is_named(file: Path, path: list[str | int], value: Any, said: str) -> None:
    broken = spoiled(*path, to=value)
    if path == ["records", "name"]:
        broken = broken.replace(f'"record_id": "{NAME}"', f'"record_id": "{id_of(10)}"')
    assert refusal(file, broken) == said


def test_a_field_that_says_nothing_may_be_left_out_and_others_may_not(file: Path) -> None:
    whole = copy.deepcopy(WHOLE)
    del whole["records"]["name"][0]["person_id"]
    assert refusal(file, json.dumps(whole)) == "the field “person_id” is missing (name 1)."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"title": "Basra"', '"title": "Basra", "title": "x"', "it says “title” twice (case 1)."),
        ('"place": [', '"person": [], "place": [', "it says “person” twice (“records”)."),
        ('"version": 1', '"version": 1, "version": 1', "it says “version” twice (the beginning)."),
        ("30.5", "NaN", "it holds a number that no case can keep (place 1)."),
        ("30.5", "-Infinity", "it holds a number that no case can keep (place 1)."),
        ("30.5", "1e999", "it holds a number that no case can keep (place 1)."),
        ("30.5", "9" * 5000, "it holds a number that no case can keep (place 1)."),
        ("30.5", "0x7", "what stands there is not JSON (place 1)."),
        ("30.5", "[" * 100_000, "it holds lists within lists without end (place 1)."),
        ("30.5", '{"a":' * 100_000, "it holds lists within lists without end (place 1)."),
        ('"Basra"}', '"Basra\n"}', "what stands there is not JSON (case 1)."),
        (
            '"person": [{',
            '"person": [{}{',
            "it must be an id (a UUID in small letters) (person 1, “id”).",
        ),
        ('"person": [', '"person": [,', "what stands there is not JSON (person 1)."),
    ],
)
def test_what_is_no_honest_json_is_named(file: Path, old: str, new: str, said: str) -> None:
    assert refusal(file, json.dumps(WHOLE).replace(old, new, 1)) == said


def test_nothing_follows_after_the_case(file: Path) -> None:
    said = "something follows after the case (the end)."
    assert refusal(file, json.dumps(WHOLE) + "{}") == said


def test_what_is_not_utf_8_is_told(file: Path) -> None:
    assert refusal(file, json.dumps(WHOLE).encode("utf-16")) == "it is not UTF-8."
    assert refusal(file, json.dumps(WHOLE).encode() + b"\xff") == "it is not UTF-8."


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"“none.json” .* it cannot be read"):
        read_case(tmp_path / "none.json")
    assert not holds_case(tmp_path / "none.json")


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX's")
def test_a_pipe_holds_no_case(tmp_path: Path) -> None:
    path = tmp_path / "pipe.json"
    os.mkfifo(path)
    assert not holds_case(path)
    assert not holds_list(path.rename(tmp_path / "pipe.csv"))


def test_more_than_anybody_has_is_refused(file: Path) -> None:
    whole = json.dumps(WHOLE)
    few = CaseLimits(records=3)
    assert refusal(file, whole, few) == "it holds more than 3 records (person 1)."
    assert refusal(file, whole, CaseLimits(file_bytes=9)) == "it is larger than 0 MB."


def test_reading_stops_when_the_user_gives_up(file: Path) -> None:
    file.write_text(json.dumps(WHOLE))
    with pytest.raises(Cancelled):
        read_case(file, cancelled=lambda: True)


@pytest.mark.parametrize("at", range(0, len(json.dumps(WHOLE)) - 1, 7))
def test_a_file_that_was_not_copied_whole_is_refused(file: Path, at: int) -> None:
    assert refusal(file, json.dumps(WHOLE)[:at])


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(json.dumps(WHOLE)) - 1), st.sampled_from('{}[]",:\\0e-.nN\0é')
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_damaged_file_is_read_or_told_of(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, str]]
) -> None:
    letters = list(json.dumps(WHOLE))
    for at, letter in damage:
        letters[at] = letter
    file = tmp_path_factory.mktemp("damaged") / "case.json"
    file.write_text("".join(letters), encoding="utf-8")
    try:
        read_case(file)
    except UnreadableSource as error:
        said = str(error)
    else:
        return
    assert "Nothing was changed." in said


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'{"format": "casefile", "version": 1', True),
        (b'\xef\xbb\xbf \n{"audience": "x", "format":"casefile"', True),
        (b'{"format": "other"', False),
        (b'[{"format": "casefile"}]', False),
        (b'{"records": [{"format": "casefile"', False),
        (b"A letter on casefile, in plain words", False),
        (b"", False),
    ],
)
def test_a_case_is_known_by_its_beginning(head: bytes, expected: bool) -> None:
    assert is_case(head) == expected
