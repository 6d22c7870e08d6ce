from datetime import UTC, datetime

import pytest

from viewer.domain.annotations import annotated, edit_of, edited, meaning
from viewer.domain.changes import ChangeSet, creation
from viewer.domain.records import Annotation, Case, Evidence, Person, Record, Tag, Tagging
from viewer.domain.snapshot import Snapshot
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError

CASE = Case(id="case")
AMAL = Person(id="amal", described_as="Amal")


def made(change_set: ChangeSet, kind: type[Record]) -> list[Record]:
    return [change.record for change in change_set.changes if isinstance(change.record, kind)]


def test_a_note_with_tags_is_one_change_set() -> None:
    old = Tag(id="t", label="Ask again")
    case = Snapshot([CASE, AMAL, old])
    note, change_set = annotated(
        case, "amal", body=" Who?\n", colour="red", tags=["ask AGAIN", "Night"], author="Sami"
    )
    assert change_set.label == "Add note"
    assert (note.target_id, note.body, note.colour, note.author) == ("amal", "Who?", "red", "Sami")
    assert abs(datetime.fromisoformat(note.created) - datetime.now(UTC)).total_seconds() < 5
    assert note.modified == ""
    (new,) = made(change_set, Tag)
    assert getattr(new, "label", "") == "Night"
    taggings = made(change_set, Tagging)
    assert [getattr(t, "tag_id", "") for t in taggings] == ["t", new.id]
    assert {getattr(t, "target_id", "") for t in taggings} == {note.id}


def test_what_it_is_on_is_made_with_it() -> None:
    _, change_set = annotated(Snapshot([CASE]), "amal", body="Who?", first=creation(AMAL))
    assert [change.kind for change in change_set.changes] == ["person", "annotation"]


@pytest.mark.parametrize("motivation", ["commenting", "questioning", "tagging"])
def test_an_annotation_that_says_nothing_is_refused(motivation: str) -> None:
    with pytest.raises(InvalidRecordError, match="nothing was kept"):
        annotated(Snapshot([CASE, AMAL]), "amal", motivation=motivation, body=" \n")


def test_a_highlight_needs_no_words() -> None:
    note, change_set = annotated(Snapshot([CASE, AMAL]), "amal", motivation="highlighting")
    assert change_set.label == "Highlight words"
    assert note.body == ""


def test_an_edit_says_when_and_keeps_who() -> None:
    before = Annotation(id="a", target_id="amal", body="Who?", author="Sami", created="2026-01-01")
    (change,) = edit_of(before, body="Who said so?").changes
    after = change.after
    assert isinstance(after, Annotation)
    assert (after.body, after.author, after.created) == ("Who said so?", "Sami", "2026-01-01")
    assert after.modified > before.created


def test_an_edit_that_changes_nothing_is_none() -> None:
    assert edited(Annotation(id="a", target_id="amal", body="Who?"), body="Who?").is_empty


def test_an_edit_of_another_record_notes_no_time() -> None:
    (change,) = edit_of(AMAL, "Edit person", described_as="A witness").changes
    assert change.changed_fields == ("described_as",)


def test_each_colour_has_a_meaning_of_its_own() -> None:
    meanings = [meaning(code) for code in vocabulary("colour").codes]
    assert meanings == ["of interest", "confirmed", "doubtful", "to follow up"]


@pytest.mark.parametrize(
    ("values", "after"),
    [
        ({"value": "2018"}, ("contradicts", "2018")),
        ({"stance": "mentions"}, ("mentions", "")),
        ({"note": "Read twice"}, ("contradicts", "2019")),
    ],
)
def test_words_that_say_something_else_contradict(
    values: dict[str, str], after: tuple[str, str]
) -> None:
    stance = "supports" if "value" in values else "contradicts"
    old = "" if "value" in values else "2019"
    words = Evidence(
        id="e", record_id="amal", field="about", passage_id="p", stance=stance, value=old
    )
    (change,) = edit_of(words, **values).changes
    assert isinstance(change.after, Evidence)
    assert (change.after.stance, change.after.value) == after
