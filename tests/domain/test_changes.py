"""Change sets: what one deed changes, and what takes it back."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.record_strategies import records, twins
from viewer.domain.changes import Change, ChangeSet, Content, combined, creation, deletion, edit
from viewer.domain.records import Name, Person, Record

ANN = Person(id="1", described_as="Ann")
BEN = Person(id="2", described_as="Ben")
NAME = Name(id="3", person_id="1", text="Ann")

Case = dict[str, Record]


def applied(case: Case, change_set: ChangeSet) -> Case:
    """The case after a change set, each of whose changes must start from what is there."""
    case = dict(case)
    for change in change_set.changes:
        assert case.pop(change.id, None) == change.before
        if change.after is not None:
            case[change.id] = change.after
    return case


# ── One change ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "ends", [(None, None), (ANN, BEN), (ANN, Name(id="1", person_id="2", text=""))]
)
def test_a_change_concerns_one_record(ends: tuple[Record | None, Record | None]) -> None:
    with pytest.raises(ValueError, match="one record"):
        Change(*ends)


def test_the_record_of_a_change_is_the_later_one_that_there_is() -> None:
    older = replace(ANN, about="older")
    assert Change(older, ANN).record is ANN
    assert Change(ANN, None).record is ANN
    assert (Change(None, ANN).kind, Change(None, ANN).id) == ("person", "1")


@given(twins())
def test_changed_fields_are_those_that_differ(twins: tuple[Record, Record]) -> None:
    before, after = twins
    changed = Change(before, after).changed_fields
    taken_over = replace(before, **{name: getattr(after, name) for name in changed})
    assert taken_over == after
    assert all(getattr(before, name) != getattr(after, name) for name in changed)


@given(records)
def test_all_fields_but_the_id_change_in_a_creation_and_a_deletion(record: Record) -> None:
    names = [field.name for field in fields(record) if field.name != "id"]
    assert list(Change(None, record).changed_fields) == names
    assert list(Change(record, None).changed_fields) == names


# ── A change set and its inverse ─────────────────────────────────────────────────────────────


@given(st.lists(records, max_size=6, unique_by=lambda r: r.id), twins())
def test_the_inverse_takes_everything_back(
    made: list[Record], twins: tuple[Record, Record]
) -> None:
    before, after = twins
    case = {before.id: before}
    deed = ChangeSet(
        "Deed",
        (
            *creation(*made).changes,
            Change(before, after),
            *deletion(*made[:2]).changes,
            Change(after, None),
        ),
    )
    assert applied(applied(case, deed), deed.inverse) == case


@given(st.lists(records, max_size=4))
def test_the_inverse_of_the_inverse_is_the_change_set(made: list[Record]) -> None:
    deed = creation(*made)
    assert deed.inverse.inverse == deed


def test_taking_back_leaves_the_originals_where_they_are() -> None:
    deed = creation(ANN, contents=(Content(b"bytes"),))
    assert deed.inverse.contents == ()


def test_the_inverse_goes_backwards_so_that_nothing_refers_to_what_is_gone() -> None:
    assert [change.before for change in creation(ANN, NAME).inverse.changes] == [NAME, ANN]


def test_an_edit_that_changes_nothing_is_empty() -> None:
    assert edit(ANN, described_as="Ann").is_empty
    assert not edit(ANN, described_as="Anne").is_empty


def test_contents_alone_are_something() -> None:
    assert not creation(contents=(Content(b""),)).is_empty


def test_several_become_one_in_their_order() -> None:
    content = Content(b"bytes")
    both = combined("Both", [creation(ANN, contents=(content,)), edit(ANN, about="Met Ben")])
    assert (both.label, both.contents) == ("Both", (content,))
    assert applied({}, both) == {"1": replace(ANN, about="Met Ben")}
    assert both.kinds == {"person"}


@pytest.mark.parametrize(
    ("deed", "label"),
    [
        (creation(ANN), "Add person"),
        (creation(ANN, BEN), "Add 2 persons"),
        (deletion(ANN, NAME), "Delete 2 records"),
        (edit(ANN, about="Met Ben"), "Edit person"),
        (creation(ANN, label="Accept suggestion"), "Accept suggestion"),
    ],
)
def test_its_label_names_it_in_undo_and_history(deed: ChangeSet, label: str) -> None:
    assert deed.label == label


def test_the_hash_of_a_content_is_the_sha256_of_its_bytes() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Content(b"").sha256 == empty
