"""Tags are one word for one thing: put on, renamed and merged, with nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ON_DISK
from viewer.domain.changes import NOTHING, creation
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Person, Record, Tag, Tagging
from viewer.domain.tags import merged, renamed, tag_called, tagged
from viewer.errors import InvalidRecordError
from viewer.store import CaseFile

AMAL, SAMI, ZEINA = (Person(id=new_id(), described_as=name) for name in ("Amal", "Sami", "Zeina"))
NIGHT, NIGHTS, BY_NIGHT = (
    Tag(id=new_id(), label=label) for label in ("Night", "Nights", "By night – ليلًا")
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with CaseFile.create(tmp_path / "a.casefile") as case:
        case.apply(creation(AMAL, SAMI, ZEINA, NIGHT, NIGHTS, BY_NIGHT))
        yield case


def put(case: CaseFile, tag: Tag, *records: Record) -> list[Tagging]:
    made = [Tagging(id=new_id(), tag_id=tag.id, target_id=record.id) for record in records]
    case.apply(creation(*made))
    return made


def on(case: CaseFile, tag: Tag) -> set[str]:
    return {tagging.target_id for tagging in case.where(Tagging, tag_id=tag.id)}


def everything(case: CaseFile) -> dict[str, Record]:
    return {r.id: r for kind in (Person, Tag, Tagging, Annotation) for r in case.all(kind)}


@pytest.mark.parametrize("label", ["Night", "nIGHT", " night ", "NÍGHT"])
def test_a_tag_is_found_however_it_is_typed(case: CaseFile, label: str) -> None:
    assert tag_called(case, label) == NIGHT


def test_the_diacritics_of_arabic_make_no_other_tag(case: CaseFile) -> None:
    assert tag_called(case, "by night – ليلا") == BY_NIGHT


def test_tags_are_made_on_the_fly_once(case: CaseFile) -> None:
    case.apply(tagged(case, AMAL.id, ["Night", "New one", "new  ONE", " "]))
    assert [tag.label for tag in case.all(Tag) if tag.label.startswith("New")] == ["New one"]
    assert on(case, NIGHT) == {AMAL.id}
    assert tagged(case, AMAL.id, ["night", "new one"]) == NOTHING


def test_a_tag_is_renamed_in_one_place(case: CaseFile) -> None:
    put(case, NIGHT, AMAL)
    case.apply(renamed(case, NIGHT, "  At \n night "))
    assert case.get(Tag, NIGHT.id).label == "At night"
    assert on(case, NIGHT) == {AMAL.id}


def test_a_tag_may_change_its_capitals(case: CaseFile) -> None:
    case.apply(renamed(case, NIGHT, "NIGHT"))
    assert case.get(Tag, NIGHT.id).label == "NIGHT"


@pytest.mark.parametrize(("label", "said"), [("nights", "“Nights” already"), (" ", "needs a name")])
def test_a_name_that_is_taken_or_empty_is_refused(case: CaseFile, label: str, said: str) -> None:
    with pytest.raises(InvalidRecordError, match=said):
        renamed(case, NIGHT, label)


def test_merged_tags_are_one_and_undo_parts_them_again(case: CaseFile) -> None:
    put(case, NIGHT, AMAL)
    put(case, NIGHTS, AMAL, SAMI)
    put(case, BY_NIGHT, SAMI, ZEINA)
    before = everything(case)

    change_set = case.apply(merged(case, NIGHT, [NIGHTS, BY_NIGHT, NIGHT]))

    assert change_set.label == "Merge tags"
    assert on(case, NIGHT) == {AMAL.id, SAMI.id, ZEINA.id}
    assert list(case.all(Tag)) == [NIGHT]
    case.apply(change_set.inverse)
    assert everything(case) == before


def test_what_was_said_of_merged_tags_and_taggings_is_kept(case: CaseFile) -> None:
    (stays,), (goes,) = put(case, NIGHT, AMAL), put(case, NIGHTS, AMAL)
    on_tag = Annotation(id=new_id(), target_id=NIGHTS.id, body="Which nights?")
    on_tagging = Annotation(id=new_id(), target_id=goes.id, body="Why her?")
    case.apply(creation(on_tag, on_tagging))
    change_set = case.apply(merged(case, NIGHT, [NIGHTS]))
    assert case.get(Annotation, on_tag.id).target_id == NIGHT.id
    assert case.get(Annotation, on_tagging.id).target_id == stays.id
    case.apply(change_set.inverse)
    assert case.get(Annotation, on_tagging.id) == on_tagging


def test_a_tag_merged_with_itself_alone_stays(case: CaseFile) -> None:
    assert merged(case, NIGHT, [NIGHT]) == NOTHING


PAIRS = st.sets(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=16)


@ON_DISK
@given(pairs=PAIRS, kept=st.integers(0, 3), others=st.sets(st.integers(0, 3)))
def test_whatever_had_any_of_the_tags_has_the_kept_one_once(
    tmp_path_factory: pytest.TempPathFactory,
    pairs: set[tuple[int, int]],
    kept: int,
    others: set[int],
) -> None:
    tags = [Tag(id=new_id(), label=f"Tag {n}") for n in range(4)]
    persons = [Person(id=new_id(), described_as=f"Person {n}") for n in range(5)]
    taggings = [
        Tagging(id=new_id(), tag_id=tags[tag].id, target_id=persons[person].id)
        for tag, person in sorted(pairs)
    ]
    with CaseFile.create(tmp_path_factory.mktemp("tags") / "a.casefile") as case:
        case.apply(creation(*tags, *persons, *taggings))
        before = everything(case)
        change_set = case.apply(merged(case, tags[kept], [tags[n] for n in others]))
        concerned = {kept, *others}
        expected = {persons[person].id for tag, person in pairs if tag in concerned}
        assert on(case, tags[kept]) == expected
        assert len(case.where(Tagging, tag_id=tags[kept].id)) == len(expected)
        untouched = {pair for pair in pairs if pair[0] not in concerned}
        assert case.total("tagging") == len(expected) + len(untouched)
        case.apply(change_set.inverse)
        assert everything(case) == before
