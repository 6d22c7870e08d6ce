"""Search as one types: in Latin and Arabic script alike, and true to the records at any time."""

from pathlib import Path
from threading import Timer

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import ON_DISK
from tests.store.looking import raw
from tests.store.plans import plan
from viewer.domain.changes import creation, deletion, edit
from viewer.domain.documents import passage_at, received
from viewer.domain.ids import new_id
from viewer.domain.records import Annotation, Event, Figure, Name, Person, Place, Quote, Tag
from viewer.domain.text import words
from viewer.errors import Interrupted
from viewer.store import CaseFile, Hit, engine, finding, search
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


def test_no_more_are_given_than_asked_for_and_alike_ones_in_order_of_entry(
    case_file: CaseFile,
) -> None:
    figures = [Figure(id=new_id(), counted=f"witnesses {n}") for n in range(20)]
    case_file.apply(creation(*figures))
    case_file.apply(edit(figures[3], counted="witnesses edited later"))
    assert [hit.id for hit in case_file.search("figure", "w", 7)] == [f.id for f in figures[:7]]


def test_what_is_exactly_or_begins_as_typed_comes_first(case_file: CaseFile) -> None:
    names = ["Near Ali Town", "Alison Bridge", "Ali", "Kut", "Alia"]
    places = {name: Place(id=new_id(), name=name) for name in names}
    far = Place(id=new_id(), name="Kut road", about="Leads to Ali")
    case_file.apply(creation(far, *places.values()))
    found = [hit.id for hit in case_file.search("place", "ali")]
    first = [places[name].id for name in ("Ali", "Alia", "Alison Bridge", "Near Ali Town")]
    assert found == [*first, far.id]


def test_an_alias_that_is_as_typed_comes_before_words_further_on(case_file: CaseFile) -> None:
    other = Person(id=new_id(), about="A friend of Karim")
    case_file.apply(creation(other))
    wanted = person(case_file, "Somebody", "Karim")
    assert case_file.search("person", "karim") == [Hit("person", p.id) for p in (wanted, other)]


def test_the_best_is_found_behind_any_number_of_others(case_file: CaseFile) -> None:
    crowd = [Person(id=new_id(), described_as=f"witness ali {n}") for n in range(400)]
    wanted = Person(id=new_id(), described_as="Ali")
    case_file.apply(creation(*crowd, wanted))
    found = case_file.search("person", "ali")
    assert found[0].id == wanted.id
    assert len(found) == finding.LIMIT


def test_a_highlight_is_found_by_the_words_that_it_stands_on(case_file: CaseFile) -> None:
    document, content = received(b"", "The gunmen came at night. قال أمجد", title="Report")
    words = passage_at(document, 4, 10), passage_at(document, 26, 34)
    marks = [Annotation(id=new_id(), target_id=p.id, motivation="highlighting") for p in words]
    case_file.apply(creation(document, *marks, *words, contents=(content,)))
    assert case_file.search("annotation", "gunm") == [Hit("annotation", marks[0].id)]
    assert case_file.search("annotation", "امجد") == [Hit("annotation", marks[1].id)]
    case_file.apply(edit(marks[0], target_id=document.id))
    assert case_file.search("annotation", "gunm") == []


def test_reading_is_given_up_when_nobody_waits(closed: Path) -> None:
    with CaseFile.open(closed, read_only=True) as case_file:
        endless = (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
        )
        timer = Timer(0.2, case_file.interrupt)
        timer.start()
        with pytest.raises(Interrupted), engine.translated(closed):
            case_file._db.execute(endless).fetchone()
        timer.join()
        assert case_file.search("person", "amjad")


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
        assert finding.find(db, "person", "andmore") == []
        assert finding.find(db, "person", "allthes")
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
@example(text="\u058d0")  # a sign newer than the tokenizer's Unicode
def test_each_word_of_a_text_finds_it(shared: CaseFile, text: str) -> None:
    tag = Tag(id=new_id(), label=text)
    shared.apply(creation(tag))
    found = [shared.search("tag", word, 10_000) for word in words(text)]
    shared.apply(deletion(tag))
    assert all(Hit("tag", tag.id) in hits for hits in found)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    return CaseFile.create(tmp_path_factory.mktemp("search") / "shared.casefile")


@pytest.mark.parametrize("kind", SEARCHED)
def test_a_short_prefix_does_not_visit_every_match(sample: CaseFile, kind: str) -> None:
    top, _ = plan(sample, finding.sql(kind), (search.match("a"), *search.bounds(kind), 300))
    assert "USE TEMP B-TREE FOR ORDER BY" not in top


@pytest.mark.parametrize("kind", ["person", "event", "document", "place", "tag"])
def test_titles_that_begin_as_typed_are_found_by_their_index(sample: CaseFile, kind: str) -> None:
    top, _ = plan(sample, finding.titled_sql(kind), ("a", "b", 20))
    assert top == [f"SEARCH {kind} USING COVERING INDEX by_{kind}_sort (sort>? AND sort<?)"]
