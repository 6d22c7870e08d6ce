from dataclasses import replace

import pytest

from tests.domain.sample_at_hand import EVERY_RECORD
from tests.domain.small_case import records, small_case
from viewer.domain.protection import protect, pseudonyms
from viewer.domain.records import Document, Event, Name, Passage, Person, Quote
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import strings, summarise
from viewer.errors import LeakError

PROTECTED = ["name_withheld", "details_withheld", "never_exported"]


def said(case: Snapshot, audience: str) -> str:
    return "\n".join(text for _, text in strings(summarise(case, audience)))


def exact(case: Snapshot, start: str) -> str:
    words = (p.exact for p in case.all(Passage))
    return next(text for text in words if start in text)


@pytest.mark.parametrize("protection", PROTECTED)
def test_the_public_reads_no_form_of_a_protected_name(protection: str) -> None:
    text = said(small_case(protection), "public").casefold()
    for form in ("sa'id", "said al", "saïd", "rashid ", "سعيد", "الراشد", "سَعيد"):
        assert form not in text


def test_internal_sees_everything_and_legal_all_but_what_is_never_exported() -> None:
    assert "Sa'id al-Rashid" in said(small_case("never_exported"), "internal")
    assert "Sa'id al-Rashid" in said(small_case("details_withheld"), "legal")
    assert "Sa'id" not in said(small_case("never_exported"), "legal")


def test_a_pseudonym_stands_for_each_form_in_brackets() -> None:
    view = protect(small_case("name_withheld", "Witness A"), "public").case
    assert view.get(Event, "after").title == "Flight of [Witness A]"
    arabic = exact(view, "ليلى")
    assert arabic == "وقال [Witness A] إن ليلى حداد اختُطفت. و[Witness A] يخاف."


def test_a_name_in_an_address_is_found_behind_its_percent_signs() -> None:
    address = (
        protect(small_case("name_withheld"), "public").case.get(Document, "document-a").address
    )
    assert address == "https://example.org/[Person 4]/[Person 4]"


def test_a_namesake_that_only_looks_alike_keeps_the_name() -> None:
    assert "Rashida Karim" in said(small_case("name_withheld"), "public")


def test_a_part_shared_with_a_public_person_stays_unless_it_is_the_whole_name() -> None:
    shared = [*records("name_withheld"), Person(id="omar")]
    shared.append(Name(id="name-omar", person_id="omar", text="Omar al-Rashid"))
    redactor = protect(Snapshot(shared), "public").redactor
    assert (
        redactor.redacted("Omar al-Rashid met Sa'id al-Rashid.") == "Omar al-Rashid met [Person 5]."
    )
    assert redactor.redacted("Sa'id’s shop; Rashid.") == "[Person 5]’s shop; Rashid."


def test_a_part_of_two_protected_persons_says_of_neither_who_it_is() -> None:
    both = [*records("name_withheld"), Person(id="omar", protection="name_withheld")]
    both.append(Name(id="name-omar", person_id="omar", text="Omar al-Rashid"))
    redactor = protect(Snapshot(both), "public").redactor
    assert redactor.redacted("Rashid") == "[name withheld]"


def test_details_withheld_loses_what_singles_the_person_out() -> None:
    summary = summarise(small_case("details_withheld"), "public")
    person = next(p for p in summary.persons if p.is_protected)
    assert (person.occupation.text, person.about.text, person.ties) == ("", "", ())
    taking = next(e for e in summary.events if e.title.text.startswith("Abduction"))
    assert not taking.place
    assert (taking.date.phrase, taking.date.references) == ("", ())
    assert "Amarah" not in {place.name.text for place in summary.places}
    assert all(not part.detail for part in taking.parts)


def test_a_place_that_would_single_somebody_out_is_named_in_no_text() -> None:
    public = said(small_case("details_withheld"), "public")
    assert "taken from [place withheld] in October 2019" in public
    assert "Amarah" not in public


def test_a_name_withheld_keeps_the_details() -> None:
    summary = summarise(small_case("name_withheld"), "public")
    person = next(p for p in summary.persons if p.is_protected)
    assert person.occupation.text == "Baker of Amarah"
    assert person.name.text == "Person 4"


def test_who_is_never_exported_is_left_out_with_the_quotes() -> None:
    view = protect(small_case("never_exported"), "legal").case
    assert {p.id for p in view.all(Person)} == {"layla", "rashida", "centre"}
    assert not list(view.all(Quote))
    assert "[name withheld]" in said(small_case("never_exported"), "legal")


def test_a_pseudonym_that_holds_the_name_is_refused() -> None:
    with pytest.raises(LeakError, match="protected person"):
        summarise(small_case("name_withheld", "Brother Rashid"), "public")


def test_months_and_labels_are_not_taken_for_names() -> None:
    person = [
        Person(id="p", protection="name_withheld"),
        Name(id="n", person_id="p", text="October"),
    ]
    summary = summarise(Snapshot([*records(), *person]), "public")
    assert summary.events[1].date.phrase == "October 2019"


def test_pseudonyms_do_not_collide_with_given_ones() -> None:
    case = Snapshot([Person(id="a", pseudonym="Person 1"), Person(id="b"), Person(id="c")])
    assert list(pseudonyms(case).values()) == ["Person 1", "Person 3", "Person 4"]


def test_the_sample_holds_its_promise() -> None:
    case = Snapshot(EVERY_RECORD)
    hidden = {p.id for p in case.all(Person) if p.protection != "public"}
    names = [n.text for n in case.all(Name) if n.person_id in hidden]
    text = said(case, "public")
    assert names
    assert not [name for name in names if name in text]


def test_protection_leaves_the_case_itself_alone() -> None:
    case = small_case("name_withheld")
    before = [replace(person) for person in case.all(Person)]
    protect(case, "public")
    assert list(case.all(Person)) == before


def test_words_that_describe_somebody_whose_details_are_withheld_are_left_out() -> None:
    sample = Snapshot(EVERY_RECORD)
    told = [text.lower() for _, text in strings(summarise(sample, "public"))]
    assert any("[description withheld]" in text for text in told)
    assert not any("government official" in text for text in told)
    internal = [text.lower() for _, text in strings(summarise(sample, "internal"))]
    assert any("government official" in text for text in internal)


def test_the_summary_carries_what_must_not_be_found_in_an_export_and_never_shows_it() -> None:
    summary = summarise(small_case("name_withheld"), "public")
    assert summary.guard.finds("said Sa'id al-Rashid")
    assert "al-rashid" not in repr(summary).lower()
    assert "('rashid',)" not in repr(summary)
    assert not summarise(small_case("name_withheld"), "internal").guard.finds("Sa'id al-Rashid")
