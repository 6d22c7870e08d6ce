"""Nobody is exposed by annotations: the written file is searched for every form of a name."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.domain.small_case import passage, records
from viewer.domain.protection import protect
from viewer.domain.records import Annotation, Record, Tagging
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import summarise
from viewer.export.web_annotations import web_annotations, write_web_annotations

FORMS = ("sa'id", "said al", "said-al", "saïd", "rashid ", "سعيد", "الراشد", "سَعيد", "%d8%b3")
HEARD = "Sa'id al-Rashid. SAÏD AL-RASHID's neighbours heard it."


def told_of_a_witness() -> list[Record]:
    """Notes, highlights, tags and an author, all with a name in them."""
    marked = replace(passage(HEARD), id="marked")
    arabic = replace(passage("وقال سعيد"), id="arabic")
    notes = [
        Annotation(id="on words", target_id="marked", body="SAÏD AL-RASHID?", author="Sa'id"),
        Annotation(id="highlight", target_id="arabic", motivation="highlighting"),
        Annotation(id="on a person", target_id="said", body="Rashid's or *Sa'id al-Rashid*’s"),
        Annotation(id="on a document", target_id="document-a", body="قال سعيد الراشد"),
        Annotation(id="on a flight", target_id="after", created="Sa'id", colour="Sa'id"),
    ]
    tagging = Tagging(id="of words", tag_id="tag", target_id="on words")
    return [marked, arabic, *notes, tagging]


@pytest.mark.parametrize("audience", ["internal", "legal", "public"])
@pytest.mark.parametrize("protection", ["name_withheld", "details_withheld", "never_exported"])
def test_no_form_of_a_protected_name_is_in_the_file(
    protection: str, audience: str, tmp_path: Path
) -> None:
    case = Snapshot([*records(protection), *told_of_a_witness()])
    out = tmp_path / "out.jsonld"
    write_web_annotations(summarise(case, audience), out)
    text = out.read_text("utf-8")
    whole = "\n".join([text, *_strings(json.loads(text)), unquote(text)]).casefold()
    is_open = audience == "internal" or (audience == "legal" and protection != "never_exported")
    assert bool([form for form in FORMS if form in whole]) == is_open
    assert protect(case, audience).redactor.finds(whole) is False
    assert "neighbours" in whole


def test_words_with_a_withheld_name_are_told_without_their_place() -> None:
    case = Snapshot([*records("name_withheld"), *told_of_a_witness()])
    items = web_annotations(summarise(case, "public"))["first"]["items"]
    (found,) = [item for item in items if "neighbours" in json.dumps(item)]
    assert "selector" not in found["target"]
    assert [body["purpose"] for body in found["body"]] == ["commenting", "tagging", "describing"]
    assert found["body"][2]["value"] == "[Person 4]. [Person 4]'s neighbours heard it."


def _strings(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [*node, *(text for value in node.values() for text in _strings(value))]
    if isinstance(node, list):
        return [text for value in node for text in _strings(value)]
    return [str(node)]
