"""What removing for good would do: the plan, before anything is done."""

import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest

from tests.domain.small_case import DOCUMENT, TEXT, small_case
from viewer.domain.changes import sha256
from viewer.domain.criteria import Criteria
from viewer.domain.documents import passage_at
from viewer.domain.forgetting import Choice, Forgetting, Target, planned, previewed
from viewer.domain.forgetting.originals import holds
from viewer.domain.forgetting.rewriting import words_of
from viewer.domain.records import (
    KINDS,
    Decision,
    Document,
    Export,
    Name,
    Passage,
    Person,
    Record,
    Rejection,
    SavedFilter,
)
from viewer.domain.redaction import Redactor
from viewer.domain.snapshot import Snapshot

CASE = small_case().case
SAID = ("Sa'id al-Rashid", "سعيد الراشد")


def plan(
    *more: Record,
    names: tuple[str, ...] = SAID,
    choices: Mapping[str, Choice] | None = None,
    original: bytes = TEXT.encode(),
) -> Forgetting:
    case = case_with(*more)
    target = Target(case.get(Person, "said"), SAID[0], names)
    return planned(case, target, lambda _: original, choices)


def case_with(*more: Record) -> Snapshot:
    case = small_case()
    return Snapshot([*(record for kind in KINDS.values() for record in case.all(kind)), *more])


def after(plan: Forgetting, id: str) -> Record | None:
    return {change.id: change.after for change in plan.changes}[id]


def test_all_that_cannot_be_without_the_person_goes() -> None:
    gone = {record.id for record in plan().going}
    assert {"said", "name-said", "name-said-ar", "i2", "tie"} <= gone
    assert "evidence said occupation They took her at night," in gone
    assert not gone & {"layla", "taking", "note", "quote"}


def test_the_name_is_taken_out_of_every_field_that_holds_it() -> None:
    rewritten = {c.id: c.after for c in plan().rewritten}
    assert rewritten["case"].summary == "Told by [name removed]."
    assert rewritten["taking"].description == "[name removed] saw it."
    assert rewritten["after"].title == "Flight of [name removed]"
    assert rewritten["note"].body == "Ask [name removed] again"
    assert "layla" not in rewritten


def test_a_document_keeps_its_text_without_the_name_and_not_its_original() -> None:
    found = plan()
    document = after(found, DOCUMENT.id)
    assert isinstance(document, Document)
    assert "Rashid" not in document.text.replace("Rashida", "")
    assert "سعيد" not in document.text
    assert "night,\" said [name removed]. [name removed]'s neighbours" in document.text
    assert document.note.endswith("the original is no longer kept.")
    assert document.sha256 == document.text_sha256 == sha256(document.text.encode())
    assert [content.sha256 for content in found.contents] == [document.sha256]
    assert document.title == "Testimony of [name removed]"
    assert "said" not in document.address


def test_every_passage_still_has_the_words_of_its_place() -> None:
    found = plan()
    document = after(found, DOCUMENT.id)
    assert isinstance(document, Document)
    moved = [c.after for c in found.rewritten if isinstance(c.after, Passage)]
    assert len(moved) == 5
    for passage in moved:
        assert passage == passage_at(document, passage.start, passage.end, passage.id)
    assert "Layla" in next(p.exact for p in moved if "Amarah" in p.exact)


def test_what_stands_at_places_of_the_text_moves_along() -> None:
    at = TEXT.index("Rashida Karim")
    rejected = Rejection(
        id="r", document_id=DOCUMENT.id, suggested="person", start=at, end=at + 7, value="Rashida"
    )
    decided = Decision(
        id="d", target_id=DOCUMENT.id, field="text", start=at, end=at + 7, words="Rashida"
    )
    found = plan(rejected, decided)
    document, rejection, decision = (after(found, id) for id in (DOCUMENT.id, "r", "d"))
    assert isinstance(document, Document)
    assert isinstance(rejection, Rejection)
    assert isinstance(decision, Decision)
    assert document.text[rejection.start : rejection.end] == "Rashida" == rejection.value
    assert document.text[decision.start : decision.end] == "Rashida" == decision.words


def test_a_filter_stays_one_that_can_be_read() -> None:
    asked = Criteria(words="Sa'id \"al-Rashid", chosen={"person": ("said",)})
    found = plan(SavedFilter(id="f", listed="event", name="Of Sa'id", criteria=asked.to_json()))
    saved = after(found, "f")
    assert isinstance(saved, SavedFilter)
    assert saved.name == "Of [name removed]"
    assert Criteria.from_json(saved.criteria).words.startswith("[name removed]")
    assert json.loads(saved.criteria)["chosen"] == {"person": ["said"]}


def test_a_name_like_digits_of_an_id_or_hash_leaves_these_alone() -> None:
    id = "01a21b04-ada7-7ada-8ada-0000000000ad"
    asked = Criteria(words="Ada", chosen={"person": (id,)})
    found = plan(
        SavedFilter(id="f", listed="event", name="Ada", criteria=asked.to_json()),
        replace(
            DOCUMENT, id="other", text="Nobody.", title="", address="", text_sha256="7ada" * 16
        ),
        names=("Ada",),
    )
    saved = after(found, "f")
    assert isinstance(saved, SavedFilter)
    assert json.loads(saved.criteria)["chosen"] == {"person": [id]}
    assert not any(map(found.redactor.finds, words_of(saved)))
    assert "other" not in {change.id for change in found.changes}


def test_the_list_of_exports_does_not_name_the_person_either() -> None:
    noted = Export(
        id="e",
        at="2026-11-22T12:00:00Z",
        format="pdf",
        file_name="Dossier Sa'id al-Rashid.pdf",
        audience="public",
        protections="Sa'id al-Rashid: as “Person 2”",
    )
    export = after(plan(noted), "e")
    assert isinstance(export, Export)
    assert export.file_name == "Dossier [name removed].pdf"
    assert export.protections == "[name removed]: as “Person 2”"


def test_a_name_of_somebody_who_stays_is_theirs() -> None:
    karim = (Person(id="karim"), Name(id="name-karim", person_id="karim", text="Karim al-Rashid"))
    found = plan(*karim)
    assert [(s.name, s.title) for s in found.shared] == [("Rashid", "Karim al-Rashid")]
    assert "name-karim" not in {change.id for change in found.changes}
    told = previewed(case_with(*karim), found).staying
    assert told[0] == "“Rashid” stays readable, as it is also a name of “Karim al-Rashid”."


def test_who_has_the_very_same_name_keeps_it_and_that_is_said() -> None:
    twin = (Person(id="twin"), Name(id="name-twin", person_id="twin", text="Sa'id al-Rashid"))
    found = plan(*twin, names=("Sa'id al-Rashid",))
    assert found.documents == ()
    assert [(s.name, s.title) for s in found.shared] == [("Sa'id al-Rashid", "Sa'id al-Rashid")]


@pytest.mark.parametrize("choice", ["remove", "keep"])
def test_a_document_that_names_the_person_may_go_or_stay(choice: Choice) -> None:
    found = plan(choices={DOCUMENT.id: choice})
    (named,) = found.documents
    assert named.choice == choice
    assert named.words["Sa'id al-Rashid"] == 2
    changed = {change.id: change.after for change in found.changes}
    if choice == "remove":
        assert changed[DOCUMENT.id] is None
        assert "layla" not in changed
    else:
        assert DOCUMENT.id not in changed
        told = previewed(case_with(), found).staying
        assert told == (f"“{DOCUMENT.title}” is kept with the name.",)


def test_nothing_points_to_what_goes() -> None:
    found = plan(choices={DOCUMENT.id: "remove"})
    gone = {record.id for record in found.going}
    for change in found.rewritten:
        assert change.after is not None
        values = [getattr(change.after, name) for name in change.after.__slots__]
        assert not gone.intersection(value for value in values if isinstance(value, str))


def test_a_document_of_which_only_the_original_names_the_person_loses_that() -> None:
    page = replace(DOCUMENT, id="page", title="A page", text="Nobody is named.", address="")
    found = planned(
        Snapshot([*case_with(page).all(Person), *case_with(page).all(Name), page, CASE]),
        Target(Person(id="said"), SAID[0], SAID),
        lambda _: b'<meta name=author content="Sa\'id al-Rashid"><p>Nobody is named.',
    )
    (named,) = found.documents
    assert named.words == Counter()
    assert found.contents[0].data == b"Nobody is named."


def test_to_remove_a_document_rewrites_nothing() -> None:
    found = planned(case_with(), Target(DOCUMENT, DOCUMENT.title), lambda _: b"")
    assert {record.kind for record in found.going} >= {"document", "passage", "quote", "evidence"}
    assert found.rewritten == ()
    assert "My sister Layla Haddad was taken from Amarah in October 2019" in "".join(
        found.sentences
    )


def test_a_preview_counts_what_has_no_title_and_names_what_has() -> None:
    preview = previewed(case_with(), plan())
    going = {group.label: group for group in preview.going}
    assert going["person"].titles == ("Sa'id al-Rashid",)
    assert going["evidence"].titles == ()
    assert "passages" not in {group.label for group in preview.rewritten}


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_name_is_found_in_bytes_that_are_text(coding: str) -> None:
    assert holds("From: SA'ID AL-RASHID".encode(coding), redactor(), SAID)
    assert not holds("From: Rashida".encode(coding), redactor(), SAID)


def test_a_name_is_found_in_what_is_packed_or_deflated() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("docProps/core.xml", "<creator>Sa'id al-Rashid</creator>")
    assert holds(packed.getvalue(), redactor(), SAID)
    stream = zlib.compress("\ufeffSa'id al-Rashid".encode("utf-16-be"))
    pdf = b"%PDF-1.7\n1 0 obj<<>>stream\r\n" + stream + b"\nendstream\xff"
    assert holds(pdf, redactor(), SAID)
    assert not holds(pdf[:40], redactor(), SAID)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"%PDF-stream", b"\x00\xff", b""])
def test_bytes_of_any_kind_are_looked_at(data: bytes) -> None:
    assert not holds(data, redactor(), SAID)


def redactor() -> Redactor:
    return plan().redactor
