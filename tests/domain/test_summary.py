import pytest

from tests.domain.sample_at_hand import EVERY_RECORD, all_of
from tests.domain.small_case import COUNTED, DENIED, QUOTED, TAKEN, TEXT, small_case
from viewer.domain.dates import Date
from viewer.domain.ids import new_id
from viewer.domain.records import (
    Case,
    Event,
    Evidence,
    Figure,
    Name,
    Passage,
    Person,
    Quote,
    Record,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary, PassageEntry, strings, summarise
from viewer.errors import BrokenCase

SAMPLE = Snapshot(EVERY_RECORD)


@pytest.fixture(scope="module")
def summary() -> CaseSummary:
    return summarise(small_case(), "internal")


def the_passage(summary: CaseSummary, number: int) -> PassageEntry:
    return summary.passages[number - 1]


@pytest.mark.parametrize("audience", ["internal", "legal", "public"])
@pytest.mark.parametrize(
    "broken",
    [
        Quote(id=new_id(), passage_id="5", speaker_id=SAMPLE.case.id),
        Passage(id=new_id(), document_id=SAMPLE.case.id, start=0, end=1, exact="x"),
        Event(id=new_id(), date=Date(anchor_id="5", offset="P1D")),
        Evidence(id=new_id(), record_id="5", field="", passage_id=next(SAMPLE.all(Passage)).id),
    ],
)
def test_of_a_case_that_does_not_hold_together_nothing_is_made(
    broken: Record, audience: str
) -> None:
    with pytest.raises(BrokenCase, match="the case is damaged"):
        summarise(Snapshot([*EVERY_RECORD, broken]), audience)


def test_events_stand_in_the_order_of_their_days_and_undated_ones_last(
    summary: CaseSummary,
) -> None:
    titles = [event.title.text for event in summary.events]
    assert titles == ["A threat", "Abduction of Layla Haddad", "Flight of Sa'id", "A rumour"]


def test_a_relative_date_is_told_and_resolved(summary: CaseSummary) -> None:
    date = summary.events[2].date
    assert date.phrase == "five days after the abduction of Layla Haddad"
    assert (date.earliest, date.latest) == ("2019-10-06", "2019-11-05")


def test_an_inferred_date_keeps_its_basis(summary: CaseSummary) -> None:
    assert summary.events[0].date.phrase == "2018 (inferred)"
    assert summary.events[0].date.basis == "Guess"


def test_an_event_tells_who_did_what(summary: CaseSummary) -> None:
    event = summary.events[1]
    assert [(part.role, part.person.title) for part in event.parts] == [
        ("Victim", "Layla Haddad"),
        ("Witness", "Sa'id al-Rashid"),
    ]
    assert event.place.text == "Amarah, Iraq"
    assert [tie.label for tie in event.ties] == ["Led to"]


def test_passages_are_numbered_in_order_of_first_use(summary: CaseSummary) -> None:
    assert [passage.number for passage in summary.passages] == [1, 2, 3, 4, 5]
    said = next(p for p in summary.persons if p.name.text == "Sa'id al-Rashid")
    assert the_passage(summary, said.occupation.references[0].passage).words == QUOTED
    assert said.occupation.references[0].passage == 1


def test_every_reference_leads_to_its_words(summary: CaseSummary) -> None:
    taking = summary.events[1]
    (reference,) = taking.title.references
    assert the_passage(summary, reference.passage).words == TAKEN
    assert the_passage(summary, reference.passage).paragraph == 2
    assert TEXT[the_passage(summary, reference.passage).start :].startswith(TAKEN)


def test_a_passage_knows_what_it_is_used_for(summary: CaseSummary) -> None:
    passage = next(p for p in summary.passages if p.words == QUOTED)
    assert [user.anchor for user in passage.used_by] == ["person-2", "quote-1"]


def test_contradicting_evidence_is_told_from_supporting(summary: CaseSummary) -> None:
    figure = summary.figures[0].figures[0]
    stances = {the_passage(summary, r.passage).words: r.contradicts for r in figure.references}
    assert stances == {COUNTED: False, DENIED: True}


def test_figures_of_one_kind_of_act_stand_side_by_side(summary: CaseSummary) -> None:
    (group,) = summary.figures
    assert group.act == "Kidnapping or abduction"
    assert [(f.qualifier, f.count, f.claimant and f.claimant.title) for f in group.figures] == [
        ("at least", 44, "The Centre"),
        ("", 0, "Rashida Karim"),
    ]


def test_a_tie_is_told_on_both_sides(summary: CaseSummary) -> None:
    tied = [person.name.text for person in summary.persons if person.ties]
    assert tied == ["Layla Haddad", "Sa'id al-Rashid"]


def test_a_circle_of_relative_dates_is_undated_and_of_places_ends() -> None:
    from dataclasses import replace

    from viewer.domain.dates import Date
    from viewer.domain.records import Place

    case = small_case()
    records = {r.id: r for kind in (Event, Place) for r in case.all(kind)}
    taking, iraq = records["taking"], records["iraq"]
    assert isinstance(taking, Event)
    assert isinstance(iraq, Place)
    changed = [
        *(r for r in _everything(case) if r.id not in ("taking", "iraq")),
        replace(taking, date=Date(anchor_id="after", offset="P1D")),
        replace(iraq, part_of_id="amarah"),
    ]
    summary = summarise(Snapshot(changed), "internal")
    taken = next(e for e in summary.events if e.title.text.startswith("Abduction"))
    assert taken.date.earliest == ""
    assert taken.place.text.startswith("Amarah, Iraq")


def _everything(case: Snapshot):  # type: ignore[no-untyped-def]
    from viewer.domain.records import KINDS

    for kind in KINDS.values():
        yield from case.all(kind)


def test_the_sample_is_told_completely() -> None:
    summary = summarise(SAMPLE, "internal")
    mains = {n.text for n in all_of(Name) if n.type == "main"}
    assert mains <= {person.name.text for person in summary.persons}
    assert len(summary.persons) == len(all_of(Person))
    assert {e.title.text for e in summary.events} == {e.title for e in all_of(Event)}
    quoted = {p.exact for q in all_of(Quote) for p in all_of(Passage) if p.id == q.passage_id}
    assert {quote.words.text for quote in summary.quotes} == quoted
    assert sum(len(group.figures) for group in summary.figures) == len(all_of(Figure))


def test_no_evidence_of_the_sample_is_left_out() -> None:
    cited = {passage.words for passage in summarise(SAMPLE, "internal").passages}
    words = {p.id: p.exact for p in all_of(Passage)}
    used = {words[e.passage_id] for e in all_of(Evidence)}
    assert used <= cited


def test_an_event_stands_beside_the_undated_one_that_it_counts_from() -> None:
    shot = Event(id="a shot", title="A shooting", date=Date(written="last year"))
    fled = Event(
        id="flight", title="A flight", date=Date("after it", anchor_id=shot.id, offset="P5D")
    )
    warned = Event(
        id="warning", title="A warning", date=Date("before", anchor_id=fled.id, offset="-P9D")
    )
    other = Event(id="other", title="Something else")
    case = Case(id=new_id())
    summary = summarise(Snapshot([case, other, fled, warned, shot]), "internal")
    titles = [event.title.text for event in summary.events]
    assert titles == ["A warning", "A shooting", "A flight", "Something else"]


def test_that_a_name_is_withheld_is_said_in_the_language_of_the_report() -> None:
    case = small_case("never_exported")
    english, arabic = (summarise(case, "legal", language=code) for code in ("en", "ar"))
    assert any("[name withheld]" in said for _, said in strings(english))
    assert any("[حُجب الاسم]" in said for _, said in strings(arabic))
    assert not any("withheld" in said for _, said in strings(arabic))


def test_an_audience_keeps_its_name_in_the_case_whatever_the_report_calls_it() -> None:
    summary = summarise(small_case(), "legal", language="ar")
    assert (summary.audience_label, summary.for_whom) == ("Legal", "قانوني")
