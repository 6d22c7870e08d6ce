"""What an audience is given is a case of its own, with nothing left of what it may not see."""

import os
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import State, new_records
from tests.domain.small_case import ARABIC, DOCUMENT, QUOTED, TAKEN, TEXT, passage, records
from viewer.domain.audiences import audiences, standard_audiences
from viewer.domain.changes import sha256
from viewer.domain.dates import Date
from viewer.domain.protection import protect
from viewer.domain.protection.unlinked import unlinked
from viewer.domain.records import (
    KINDS,
    Annotation,
    Audience,
    Case,
    Decision,
    Document,
    Event,
    Evidence,
    Export,
    Figure,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Rejection,
    Tag,
)
from viewer.domain.snapshot import Snapshot
from viewer.errors import NotFoundError
from viewer.store.schema import reference_columns


def changed(protection: str, *others: Record, **values: dict[str, str]) -> Snapshot:
    """The small case, with fields of records replaced by id, and other records."""
    told = [*records(protection), *others]
    return Snapshot(replace(r, **values.get(r.id.replace("-", "_"), {})) for r in told)


def text_of(view: Snapshot) -> str:
    return view.get(Document, "document-a").text


def everything(view: Snapshot) -> Iterable[Record]:
    return (record for kind in KINDS.values() for record in view.all(kind))


def assert_is_a_case(view: Snapshot) -> None:
    ids = {record.id for record in everything(view)}
    for record in everything(view):
        for column in reference_columns(record.kind):
            name = column.removesuffix("_anchor_id")
            value = getattr(record, name if name != column else column)
            target = value.anchor_id if isinstance(value, Date) else value
            assert target is None or target in ids, (record, column)
        if isinstance(record, Passage):
            text = view.get(Document, record.document_id).text
            assert record.exact == text[record.start : record.end] != ""
        if isinstance(record, Document) and record.text_sha256:
            assert sha256(record.text.encode()) == record.text_sha256


@settings(max_examples=int(os.environ.get("EXAMPLES", "60")), deadline=None)
@given(st.data())
def test_whatever_a_case_holds_each_audience_is_given_a_whole_case(data: st.DataObject) -> None:
    state = State(Case(id="case"))
    kinds = [kind for kind in KINDS if kind != "case"]
    wanted = data.draw(st.lists(st.sampled_from(kinds), max_size=25))
    change_set = new_records(data.draw, state, ["document", "person", "passage", *wanted])
    case = Snapshot([Case(id="case"), *(change.record for change in change_set.changes)])
    for audience in audiences(case):
        protected = protect(case, audience.id)
        assert_is_a_case(protected.case)
        assert_is_a_case(unlinked(protected.case, audience))
        for document in protected.case.all(Document):
            assert not protected.redactor.finds(document.text)


def test_internal_is_given_every_record_as_it_is() -> None:
    case = changed("never_exported")
    assert list(everything(protect(case, "internal").case)) == list(everything(case))


def test_lawyers_read_the_whole_text_and_the_public_what_is_cited() -> None:
    case = changed("public")
    assert text_of(protect(case, "legal").case) == TEXT
    excerpts = text_of(protect(case, "public").case)
    assert excerpts.startswith(f"[…]\n\n{TAKEN}\n\n[…]\n\n{QUOTED}\n\n[…]")
    assert "neighbours" not in excerpts


def test_names_are_taken_out_of_the_text_and_passages_move_along() -> None:
    protected = protect(changed("name_withheld"), "public")
    words = protected.case.get(Passage, f"passage {ARABIC}")
    assert words.exact == "وقال [Person 4] إن ليلى حداد اختُطفت. و[Person 4] يخاف."
    assert text_of(protected.case)[words.start : words.end] == words.exact
    assert protected.redacted == {"document-a"}


def test_a_passage_that_cuts_through_a_name_shows_no_part_of_it() -> None:
    cut = passage("SAÏD AL-RASH")
    case = changed("name_withheld", cut, Quote(id="cut", passage_id=cut.id))
    shown = protect(case, "public").case.get(Passage, cut.id)
    assert shown.exact == "[Person 4]"


def test_a_changed_document_carries_no_hash_of_what_it_was() -> None:
    shown = protect(changed("name_withheld"), "public").case.get(Document, "document-a")
    assert shown.sha256 == shown.text_sha256 == sha256(shown.text.encode())
    assert shown.media_type == "text/plain"


def test_what_serves_the_work_goes_to_nobody_else() -> None:
    work: list[Record] = [
        Audience(id="a", label="Partners"),
        Decision(id="d", target_id="layla", field="about", start=0, end=1, words="x"),
        Export(id="e", at="", format="PDF", file_name="x.pdf", audience="Public"),
        Rejection(id="r", document_id="document-a", suggested="person", start=0, end=1),
    ]
    for audience in ("legal", "public"):
        view = protect(changed("public", *work), audience).case
        assert not [r for r in everything(view) if r.id in ("a", "d", "e", "r")]


def test_who_wrote_a_note_is_told_to_lawyers_and_not_to_everybody() -> None:
    case = changed("public", note={"author": "Rana"})
    assert protect(case, "legal").case.get(Annotation, "note").author == "Rana"
    assert protect(case, "public").case.get(Annotation, "note").author == ""


def test_consent_is_nobody_elses_business() -> None:
    case = changed("name_withheld", said={"consent": "refused"})
    assert protect(case, "public").case.get(Person, "said").consent == "not_asked"


@pytest.mark.parametrize("audience", ["legal", "public"])
def test_what_somebody_says_who_is_left_out_is_in_no_text(audience: str) -> None:
    view = protect(changed("never_exported"), audience).case
    assert QUOTED not in text_of(view)
    assert list(view.all(Quote)) == []


def test_a_withheld_event_goes_with_all_that_is_its_own() -> None:
    case = changed("public", taking={"protection": "withheld"})
    view = protect(case, "public").case
    assert not view.where(Evidence, record_id="taking")
    assert view.get(Event, "after").date == Date()
    assert protect(case, "legal").case.find("taking") is not None


def test_what_is_never_exported_goes_to_lawyers_neither() -> None:
    case = changed("public", taking={"protection": "never_exported"})
    assert protect(case, "legal").case.find("taking") is None
    assert protect(case, "internal").case.find("taking") is not None


def test_a_withheld_place_leaves_its_events_and_its_name_is_read_nowhere() -> None:
    view = protect(changed("public", amarah={"protection": "withheld"}), "public").case
    assert view.get(Event, "taking").place_id is None
    assert view.find("amarah") is None
    assert "taken from [place withheld] in" in text_of(view)
    assert view.get(Person, "said").occupation == "Baker of [place withheld]"


def test_a_place_within_a_withheld_one_stays() -> None:
    case = changed("public", iraq={"protection": "withheld"})
    assert protect(case, "public").case.get(Place, "amarah").part_of_id is None


def test_a_withheld_document_takes_its_words_and_leaves_what_they_told() -> None:
    view = protect(changed("public", document_a={"protection": "withheld"}), "public").case
    kinds = (Document, Passage, Quote, Evidence)
    assert [list(view.all(kind)) for kind in kinds] == [[], [], [], []]
    assert view.get(Figure, "figure").number == 44


def test_words_withheld_by_decision_are_read_nowhere() -> None:
    start = TEXT.index("My sister")
    words = Decision(
        id="d1", target_id="document-a", field="text", start=start, end=start + 9, words="My sister"
    )
    about = Decision(id="d2", target_id="said", field="about", start=0, end=7, words="Brother")
    kept = replace(about, id="d3", field="occupation", end=5, words="Baker", ruling="kept")
    view = protect(changed("name_withheld", words, about, kept), "public").case
    assert view.get(Passage, f"passage {TAKEN}").exact.startswith("[words left out] Layla Haddad")
    assert view.get(Person, "said").about == "[words left out] of the victim"
    assert view.get(Person, "said").occupation == "Baker of Amarah"


def test_words_that_were_decided_on_are_found_where_the_field_changed() -> None:
    about = Decision(id="d", target_id="said", field="about", start=3, end=10, words="Brother")
    view = protect(changed("name_withheld", about), "public").case
    assert view.get(Person, "said").about == "[words left out] of the victim"


def test_without_anybody_protected_decisions_change_nothing() -> None:
    about = Decision(id="d", target_id="said", field="about", start=0, end=7, words="Brother")
    assert protect(changed("public", about), "public").case.get(Person, "said").about


def test_evidence_of_which_no_word_is_left_goes() -> None:
    start = TEXT.index(TAKEN)
    cut = Decision(
        id="d",
        target_id="document-a",
        field="text",
        start=start,
        end=start + len(TAKEN),
        words=TAKEN,
    )
    view = protect(changed("name_withheld", cut), "public").case
    assert view.find(f"passage {TAKEN}") is None
    assert "taken" not in text_of(view)


def test_a_tag_that_nothing_carries_is_not_told() -> None:
    case = changed("public", Tag(id="loose", label="Loose"), taking={"protection": "withheld"})
    assert list(protect(case, "public").case.all(Tag)) == []


def test_a_case_has_audiences_of_its_own() -> None:
    partners = Audience(
        id="partners", label="Partners", name_withheld="named", details_withheld="pseudonym"
    )
    case = changed("details_withheld", partners)
    assert [each.id for each in audiences(case)][-1] == "partners"
    view = protect(case, "Partners").case
    assert view.get(Person, "said").occupation == "Baker of Amarah"
    assert "[Person 4]" in text_of(view)
    assert "سعيد" in text_of(protect(changed("name_withheld", partners), "partners").case)


def test_an_unknown_audience_is_refused() -> None:
    with pytest.raises(NotFoundError, match="It knows: Internal, Legal, Public"):
        protect(changed("public"), "press")


def test_who_is_never_exported_is_named_to_internal_alone() -> None:
    assert [each.id for each in standard_audiences() if each.never_exported == "named"] == [
        "internal"
    ]


def test_the_document_of_the_small_case_is_its_own_text() -> None:
    assert DOCUMENT.text == TEXT


def test_why_somebody_is_protected_is_told_to_nobody_who_may_not_know_who() -> None:
    case = changed(
        "name_withheld",
        passage("Layla Haddad was taken"),
        Evidence(
            id="why",
            record_id="said",
            field="protection",
            passage_id="passage Layla Haddad was taken",
        ),
    )
    assert protect(case, "legal").case.find("why") is not None
    public = protect(case, "public").case
    assert public.find("why") is None
    assert public.find("passage Layla Haddad was taken") is None


def test_a_passage_that_begins_within_a_word_makes_no_name_of_it() -> None:
    start = TEXT.index("neighbours")
    cut = replace(passage("neighbours heard"), id="cut", start=start + 5, exact="bours heard")
    bours = [Person(id="b", protection="name_withheld"), Name(id="n", person_id="b", text="Bours")]
    case = changed("public", *bours, cut, Quote(id="q", passage_id="cut"))
    view = protect(case, "public").case
    assert view.get(Passage, "cut").exact == "[Person 1] heard"


def test_pseudonyms_are_nobodys_name() -> None:
    person = [
        Person(id="p", protection="name_withheld"),
        Name(id="n", person_id="p", text="Person"),
    ]
    view = protect(changed("public", *person), "public").case
    assert "Individual 3" in [name.text for name in view.all(Name)]
