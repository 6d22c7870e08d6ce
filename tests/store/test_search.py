"""Search as one types: in Latin and Arabic script alike, and true to the records at any time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ON_DISK
from tests.store.looking import raw
from tests.store.plans import plan
from viewer.domain.changes import creation, deletion, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Event, Figure, Name, Person, Place, Quote, Tag
from viewer.domain.text import words
from viewer.store import CaseFile, Hit, engine, search
from viewer.store.search import SEARCHED


def person(case_file: CaseFile, *names: str) -> Person:
    person = Person(id=new_id())
    forms = [
        Name(id=new_id(), person_id=person.id, text=text, type="alias" if n else "main")
        for n, text in enumerate(names)
    ]
    case_file.apply(creation(person, *forms))
    return person


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Hasanain Alminshid", "hasan"),
        ("Hasanain Alminshid", "ALMIN hasanain"),
        ("Élise Müller", "elise muller"),
        ("Elise Muller", "Élise Mü"),
        ("Straße", "strasse"),
        ("مُحَمَّد", "محمد"),
        ("محمد", "مُحَمَّد"),
        ("ســــلام", "سلام"),
        ("أمجد الدهامات", "امجد"),
        ("امجد", "أمجد"),
        ("إبراهيم", "ابر"),
        ("آمنة", "امنه"),
        ("فاطمة", "فاطمه"),
        ("مصطفى", "مصطفي"),
        ("کریم", "كريم"),
        ("Unit ٤٤", "44"),
        ("Unit 44", "٤٤"),
        ("Unit ۴۴", "unit 4"),
        ("Al-Amal", "amal"),
        ("Al-Amal", "al-amal"),
        ("O’Brien", "o'brien"),
        ("x@example.org", "example"),
        ("ﬁling", "filing"),
        ("a_b", "b"),
    ],
)
def test_a_name_is_found_as_people_type_it(case_file: CaseFile, written: str, typed: str) -> None:
    wanted = person(case_file, written)
    person(case_file, "Somebody Else سواه")
    assert case_file.search("person", typed) == [Hit("person", wanted.id)]


@pytest.mark.parametrize("typed", ["", " ", "sanain", "hasanain zzz", "؟", '"', "*", "()"])
def test_what_is_not_there_is_not_found(case_file: CaseFile, typed: str) -> None:
    person(case_file, "Hasanain Alminshid")
    assert case_file.search("person", typed) == []


def test_a_person_of_many_names_is_found_once(case_file: CaseFile) -> None:
    wanted = person(case_file, "Amjad Aldhamat", "Amjad Al-Dahamat", "أمجد")
    assert case_file.search("person", "amjad") == [Hit("person", wanted.id)]
    assert case_file.search("person", "امجد") == [Hit("person", wanted.id)]


def test_each_kind_is_searched_for_itself(case_file: CaseFile) -> None:
    document, content = received(b"", "The Committee met.", title="Report", publisher="Reuters")
    words = passage_at(document, 0, 13)
    records = {
        "person": Person(id=new_id(), described_as="committee member"),
        "event": Event(id=new_id(), description="A committee was set up"),
        "quote": Quote(id=new_id(), passage_id=words.id),
        "document": document,
        "place": Place(id=new_id(), also_written="Committee Square"),
        "figure": Figure(id=new_id(), counted="committee members"),
        "annotation": Annotation(id=new_id(), target_id=words.id, body="Which committee?"),
        "tag": Tag(id=new_id(), label="committee"),
    }
    others = [record for kind, record in records.items() if kind != "document"]
    case_file.apply(creation(document, words, *others, contents=(content,)))
    assert set(records) == set(SEARCHED)
    for kind, record in records.items():
        assert case_file.search(kind, "commit") == [Hit(kind, record.id)]


def test_no_more_are_looked_at_than_asked_for_and_in_order_of_entry(case_file: CaseFile) -> None:
    people = [Person(id=new_id(), described_as=f"Witness {n}") for n in range(20)]
    case_file.apply(creation(*people))
    case_file.apply(edit(people[3], about="edited later"))
    assert [hit.id for hit in case_file.search("person", "w", 7)] == [p.id for p in people[:7]]


def test_the_search_follows_every_change(case_file: CaseFile) -> None:
    wanted = person(case_file, "Amjad")
    (name,) = case_file.where(Name, person_id=wanted.id)
    renamed = case_file.apply(edit(name, text="Karim"))
    assert case_file.search("person", "amjad") == []
    assert case_file.search("person", "karim") == [Hit("person", wanted.id)]
    case_file.apply(renamed.inverse)
    assert case_file.search("person", "karim") == []
    case_file.apply(deletion(name))
    assert case_file.search("person", "amjad") == []
    case_file.apply(deletion(name).inverse)
    assert case_file.search("person", "amjad") == [Hit("person", wanted.id)]


def test_triggers_keep_the_index_true_whoever_writes(closed: Path) -> None:
    with raw(closed) as db:
        for deed in (
            "DELETE FROM person",
            "DELETE FROM event WHERE rowid % 2",
            "UPDATE search SET text = text || ' andmore' WHERE id % 2",
            "INSERT INTO search VALUES (77, 'a', 'b', 'words of another')",
            "DELETE FROM search WHERE id % 3 = 0",
            "UPDATE search SET text = 'allthesame'",
        ):
            assert db.execute(deed).rowcount
            db.execute("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
        assert search.search(db, "person", "andmore") == []
        assert search.search(db, "person", "allthes")
        db.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
        with pytest.raises(engine.DatabaseError):
            db.execute("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")


def test_the_search_can_be_built_anew(sample: CaseFile) -> None:
    kinds = [(kind, words) for kind in SEARCHED for words in ("a", "al", "ام", "re")]
    before = [set(sample.search(kind, words)) for kind, words in kinds]
    assert any(before)
    search.refresh_all(sample._db)
    assert [set(sample.search(kind, words)) for kind, words in kinds] == before


@ON_DISK
@given(text=st.text(max_size=30) | st.from_regex(r'[a"*^:(){}+\-]{1,12}( (AND|OR|NOT|NEAR))?'))
def test_whatever_is_typed_is_never_a_mistake(shared: CaseFile, text: str) -> None:
    for kind in SEARCHED:
        assert isinstance(shared.search(kind, text), list)


#: Up to the end of the Arabic block; the engine's idea of newer letters is older than Python's.
LETTERS = st.characters(min_codepoint=1, max_codepoint=0x6FF, exclude_categories=["Cn", "Cs"])


@ON_DISK
@given(text=st.text(LETTERS, min_size=1, max_size=20))
def test_each_word_of_a_text_finds_it(shared: CaseFile, text: str) -> None:
    tag = Tag(id=new_id(), label=text)
    shared.apply(creation(tag))
    found = [shared.search("tag", word, 10_000) for word in words(text)]
    shared.apply(deletion(tag))
    assert all(Hit("tag", tag.id) in hits for hits in found)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    return CaseFile.create(tmp_path_factory.mktemp("search") / "shared.casefile")


def test_a_short_prefix_does_not_visit_every_match(sample: CaseFile) -> None:
    top, _ = plan(sample, search.SQL, (search.match("a"), *search.bounds("person"), 300))
    assert "USE TEMP B-TREE FOR ORDER BY" not in top
