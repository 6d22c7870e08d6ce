"""The annotations of a case as another program reads them (W3C Web Annotation Data Model)."""

import copy
import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import LONG, WORDS, State, new_records
from tests.domain.sample_at_hand import CASE, EVERY_RECORD
from tests.export.annotation_model import CONTEXT, problems
from viewer.domain.annotations import annotated
from viewer.domain.documents import passage_at, received
from viewer.domain.records import Annotation, Case, Document, Person, Record, Tag, Tagging
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary, summarise
from viewer.errors import WriteFailed
from viewer.export.web_annotations import web_annotations, write_web_annotations

SAMPLE = web_annotations(summarise(Snapshot(EVERY_RECORD), "internal"))
TEXT = "Ünal 👩‍👧 said: “they came at night”. قال: جاؤوا ليلا."
DOCUMENT = received(b"", TEXT, id=str(uuid.uuid4()), title="Letter", language="en")[0]


def annotations(*records: Record, audience: str = "internal", **case: Any) -> list[Any]:
    whole = Case(id=str(uuid.uuid4()), **case)
    found = web_annotations(summarise(Snapshot([whole, DOCUMENT, *records]), audience))
    assert problems(found) == []
    return found.get("first", {}).get("items", [])


def highlight(words: str, **values: Any) -> list[Record]:
    start = TEXT.index(words)
    passage = passage_at(DOCUMENT, start, start + len(words), str(uuid.uuid4()))
    given = {"motivation": "highlighting", **values}
    return [passage, Annotation(id=str(uuid.uuid4()), target_id=passage.id, **given)]


def note(target: Record, **values: Any) -> Annotation:
    return Annotation(id=str(uuid.uuid4()), target_id=target.id, **values)


def test_the_sample_keeps_to_the_model() -> None:
    assert SAMPLE["@context"] == CONTEXT
    assert SAMPLE["total"] == 5
    assert problems(SAMPLE) == []


def test_a_case_without_annotations_has_a_collection_without_a_page() -> None:
    empty = web_annotations(summarise(Snapshot([CASE]), "internal"))
    assert (empty["total"], "first" in empty, problems(empty)) == (0, False, [])


def item(*path: str | int) -> Callable[[Any], Any]:
    def at(collection: Any) -> Any:
        node = collection["first"]["items"]
        for step in path:
            node = node[step]
        return node

    return at


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        (lambda c: c, "@context", "http://www.w3.org/ns/oa.jsonld"),
        (lambda c: c, "total", 4),
        (lambda c: c["first"], "items", []),
        (item(0), "id", "case.casefile"),
        (item(0), "id", "file name with spaces"),
        (item(0), "type", "Note"),
        (item(0), "motivation", "wondering"),
        (item(0), "created", "2026-11-22T12:00:00+01:00"),
        (item(0), "created", "2026-11-22"),
        (item(0), "colour", "blue"),
        (item(0, "body", 0), "value", None),
        (item(0, "body", 0), "purpose", "note"),
        (item(0, "body", 0), "language", "English"),
        (item(0, "target"), "source", "/home/sami/letter.txt"),
        (item(0, "target", "source"), "id", "/home/sami/letter.txt"),
        (item(2, "target", "selector", 0), "exact", ""),
        (item(2, "target", "selector", 1), "start", -1),
        (item(2, "target", "selector", 1), "end", 0),
    ],
)
def test_what_breaks_the_model_is_seen(where: Any, key: str, value: Any) -> None:
    broken = copy.deepcopy(SAMPLE)
    where(broken)[key] = value
    assert problems(broken)


def test_words_are_found_by_their_text_and_by_code_points() -> None:
    (found,) = annotations(*highlight("they came at night"))
    quote, position = found["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "they came at night"
    assert TEXT[: position["start"]].endswith(quote["prefix"])
    assert TEXT[position["end"] :].startswith(quote["suffix"])
    assert found["target"]["source"]["id"] == f"urn:uuid:{DOCUMENT.id}"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.org/report?a=1#p", True),
        ("http://example.org/تقرير", True),
        ("file:///home/sami/letter.txt", False),
        ("/home/sami/letter.txt", False),
        ("C:\\Users\\sami\\letter.txt", False),
        ("https://sami:secret@example.org/", False),
        ("https:///letter", False),
        ("https://[", False),
        ("https://example.org/a b", False),
        ("a letter", False),
    ],
)
def test_a_document_is_its_web_address_and_never_a_place_on_this_machine(
    address: str, told: bool
) -> None:
    document = replace(DOCUMENT, id=str(uuid.uuid4()), address=address)
    (found,) = annotations(document, note(document, body="Ask"))
    expected = address if told else f"urn:uuid:{document.id}"
    assert found["target"]["source"]["id"] == expected
    assert ("sami" in json.dumps(found)) is False


def test_a_note_on_a_record_says_what_the_record_is_called() -> None:
    person = Person(id=str(uuid.uuid4()), described_as="A neighbour")
    (found,) = annotations(person, note(person, body="Ask *again*"))
    source = found["target"]["source"]
    assert source == {"id": f"urn:uuid:{person.id}", "label": "Person: A neighbour"}
    assert found["body"][0]["format"] == "text/markdown"


def test_tags_are_bodies_of_their_own() -> None:
    records = highlight("night", body="When?", motivation="questioning")
    tag = Tag(id=str(uuid.uuid4()), label="at night")
    tagging = Tagging(id=str(uuid.uuid4()), tag_id=tag.id, target_id=records[1].id)
    (found,) = annotations(*records, tag, tagging)
    said = [(body["purpose"], body["value"]) for body in found["body"]]
    assert said == [("questioning", "When?"), ("tagging", "at night")]


def test_who_wrote_it_and_when_is_kept_but_not_for_the_public() -> None:
    moments = {"created": "2026-11-22T12:00:00Z", "modified": "2026-11-23T12:00:00Z"}
    records = highlight("night", author="Sami", **moments)
    (internal,) = annotations(*records)
    assert internal["creator"] == {"type": "Person", "name": "Sami"}
    assert moments.items() <= internal.items()
    (public,) = annotations(*records, audience="public")
    assert "creator" not in public


def test_a_time_that_is_none_is_left_out() -> None:
    (found,) = annotations(
        *highlight("night", created="yesterday", modified="2026-13-45T12:00:00Z")
    )
    assert not {"created", "modified"} & found.keys()


def test_a_colour_comes_with_its_meaning() -> None:
    (found,) = annotations(*highlight("night", colour="green"))
    assert found["target"]["styleClass"] == "green"
    assert found["stylesheet"]["value"].startswith(".green {")
    assert "confirmed" in found["stylesheet"]["value"]


@pytest.mark.parametrize(
    ("body", "of_case", "told"),
    [
        ("Ask again", "en", "en"),
        ("اسأل", "en", None),
        ("اسأل", "ar-IQ", "ar-IQ"),
        ("Ask", "ar", None),
        ("Ask", "English", None),
    ],
)
def test_the_language_is_the_cases_unless_the_letters_say_otherwise(
    body: str, of_case: str, told: str | None
) -> None:
    (found,) = annotations(note(DOCUMENT, body=body), language=of_case)
    assert found["body"][0].get("language") == told


def test_ids_lead_back_to_the_case_only_from_within() -> None:
    records = highlight("night")
    case = Case(id=str(uuid.uuid4()))
    view = Snapshot([case, DOCUMENT, *records])
    ids = {}
    for audience in ("internal", "legal", "public"):
        text = json.dumps(web_annotations(summarise(view, audience)))
        assert json.dumps(web_annotations(summarise(view, audience))) == text
        ids[audience] = {id for id in (case.id, DOCUMENT.id, records[1].id) if id in text}
    assert len(ids["internal"]) == 3
    assert not ids["legal"] | ids["public"]
    legal, public = (json.dumps(web_annotations(summarise(view, a))) for a in ("legal", "public"))
    assert set(_urns(legal)).isdisjoint(_urns(public))


def _urns(text: str) -> list[str]:
    return [part[:36] for part in text.split("urn:uuid:")[1:]]


def test_the_file_is_utf_8_and_the_same_every_time(tmp_path: Path) -> None:
    summary = summarise(Snapshot(EVERY_RECORD), "internal")
    for name in ("one.jsonld", "two.jsonld"):
        write_web_annotations(summary, tmp_path / name)
    one = (tmp_path / "one.jsonld").read_bytes()
    assert one == (tmp_path / "two.jsonld").read_bytes()
    assert json.loads(one.decode("utf-8")) == SAMPLE
    assert "“he”".encode() in one


def test_a_file_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="was not written"):
        write_web_annotations(CaseSummary(id="urn:uuid:x"), tmp_path / "nowhere" / "out.jsonld")
    taken = tmp_path / "out.jsonld"
    taken.write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_web_annotations(CaseSummary(id="urn:uuid:x", title="\ud800"), taken)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [
        ("out.jsonld", "before")
    ]


@given(
    data=st.data(),
    motivation=st.sampled_from(["commenting", "highlighting", "tagging", "questioning", "odd"]),
    body=LONG,
    language=WORDS,
    created=WORDS,
)
def test_whatever_a_case_holds_its_annotations_keep_to_the_model(
    data: st.DataObject, motivation: str, body: str, language: str, created: str
) -> None:
    state = State(Case(id=str(uuid.uuid4()), language=language))
    state.follow(new_records(data.draw, state, ["document", "passage", "person", "name", "tag"]))
    for target in list(state.records.values()):
        made = Annotation(
            id=str(uuid.uuid4()),
            target_id=target.id,
            motivation=motivation,
            body=body,
            created=created,
            colour=body,
            author=language,
        )
        state.records[made.id] = made
    document = next(iter(state.of(Document)), None)
    if document is not None:
        state.records[document.id] = replace(document, address=body, language=language)
    found = web_annotations(summarise(Snapshot(state.records.values()), "internal"))
    assert found["total"] == len(state.of(Annotation))
    assert problems(found) == []


def test_what_the_window_makes_is_exported() -> None:
    case = Snapshot([CASE, DOCUMENT])
    made, change_set = annotated(case, DOCUMENT.id, body="Ask", tags=["one", "two"], author="Sami")
    (found,) = annotations(*(change.record for change in change_set.changes))
    assert found["id"] == f"urn:uuid:{made.id}"
    assert len(found["body"]) == 3
