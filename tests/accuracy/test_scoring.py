from tests.accuracy import scoring
from tests.accuracy.gold import GoldArticle
from tests.accuracy.making import date, event, figure, mentioned, name
from tests.accuracy.own import read
from tests.accuracy.tally import Share, Tally
from viewer.domain.suggestions import Part

TEXT = "Ode Ban of Tira was shot on Monday. The Sea Aid Group counts at least 12 dead in 2020."
GOLD = {
    "person": [{"name": "Ode Ban", "forms": {"Ode Ban": 1}}],
    "organisation": [{"name": "Sea Aid Group", "forms": {"Sea Aid Group": 1}}],
    "place": [{"name": "Tira", "forms": {"Tira": 1}, "optional": True}],
    "date": [{"words": "Monday", "edtf": ["2021-05-03", ""]}, {"words": "2020", "edtf": "2020"}],
    "figure": [
        {
            "words": "12",
            "number": 12,
            "qualifier": "at_least",
            "act": "killing",
            "claimant": "Sea Aid Group",
        }
    ],
    "event": [
        {
            "words": ["shot"],
            "act": ["shooting", "killing"],
            "victim": "Ode Ban",
            "date": "Monday",
        }
    ],
}
ARTICLE: GoldArticle = read("tiny", TEXT, GOLD)


def test_nothing_found_is_a_recall_of_nothing_and_no_precision() -> None:
    rows = scoring.measured(ARTICLE, [])
    assert rows["names"] == Tally(0, 0, 0, 2)
    assert (Tally(0, 0, 0, 2).precision, Tally(0, 0, 0, 2).recall) == (None, 0.0)
    assert Tally(0, 0, 0, 2).f1 == 0.0
    assert rows["value of a date found"] == Share(0, 0)


def test_a_name_is_right_by_span_and_kind() -> None:
    rows = scoring.measured(
        ARTICLE, [name(TEXT, "Ode Ban"), name(TEXT, "Sea Aid Group", what="place")]
    )
    assert rows["names"] == Tally(1, 2, 1, 2)
    assert rows["persons"] == Tally(1, 1, 1, 1)
    assert rows["places"] == Tally(0, 1, 0, 0)


def test_a_name_that_is_too_long_only_overlaps() -> None:
    rows = scoring.measured(ARTICLE, [name(TEXT, "Ode Ban of", name="Ode Ban")])
    assert rows["names"] == Tally(0, 1, 0, 2)
    assert rows["names, overlapping"] == Tally(1, 1, 1, 2)
    assert rows["full name of a name found"] == Share(1, 1)


def test_what_is_optional_counts_neither_way() -> None:
    found = scoring.measured(ARTICLE, [name(TEXT, "Tira", what="place")])
    assert found["names"] == Tally(0, 0, 0, 2)


def test_a_person_without_a_name_is_no_name() -> None:
    rows = scoring.measured(ARTICLE, [name(TEXT, "Ode Ban", naming="role_only")])
    assert rows["names"] == Tally(0, 0, 0, 2)
    assert rows["persons without a name"] == Tally(0, 1, 0, 0)


def test_a_date_is_found_where_it_is_met_and_its_value_judged_apart() -> None:
    rows = scoring.measured(ARTICLE, [date(TEXT, "on Monday"), date(TEXT, "in 2020", "2021")])
    assert rows["dates"] == Tally(2, 2, 2, 2)
    assert rows["value of a date found"] == Share(1, 2)


def test_dates_that_mean_the_same_are_the_same() -> None:
    assert scoring.same_edtf("2020-05-03", frozenset(["2020-05-03"]))
    assert scoring.same_edtf("196X", frozenset(["1960-01-01/1969-12-31"]))
    assert not scoring.same_edtf("2020-05", frozenset(["2020-05-03"]))
    assert not scoring.same_edtf("2020~", frozenset(["2020"]))
    assert not scoring.same_edtf("", frozenset(["2020"]))
    assert not scoring.same_edtf("no date", frozenset(["2020"]))


def test_a_figure_is_right_by_its_number() -> None:
    claimant = mentioned(TEXT, "Sea Aid Group")
    right = figure(TEXT, "12", 12, act="killing", claimant=claimant)
    rows = scoring.measured(ARTICLE, [right, figure(TEXT, "2020", 2020)])
    assert rows["figures"] == Tally(1, 2, 1, 1)
    assert rows["claimant of a figure found"] == Share(1, 1)
    assert rows["qualifier of a figure found"] == Share(0, 1)
    assert scoring.measured(ARTICLE, [figure(TEXT, "12", 21)])["figures"] == Tally(0, 1, 0, 1)


def test_an_event_is_right_by_act_and_with_victim() -> None:
    victim = Part(mentioned(TEXT, "Ode Ban"), "victim")
    shot = event(TEXT, "was shot", "shooting", parts=(victim,), date=date(TEXT, "Monday"))
    rows = scoring.measured(ARTICLE, [shot])
    assert rows["events, act"] == rows["events, act and victim"] == Tally(1, 1, 1, 1)
    assert rows["date of an event found"] == Share(1, 1)


def test_an_event_with_the_wrong_victim_or_act_is_wrong() -> None:
    victim = Part(mentioned(TEXT, "Sea Aid Group"), "victim")
    wrong = scoring.measured(ARTICLE, [event(TEXT, "was shot", "shooting", parts=(victim,))])
    assert wrong["events, act"] == Tally(1, 1, 1, 1)
    assert wrong["events, act and victim"] == Tally(0, 1, 0, 1)
    assert scoring.measured(ARTICLE, [event(TEXT, "was shot", "arrest")])["events, act"].found == 0  # type: ignore[union-attr]


def test_acts_that_do_no_harm_are_not_counted() -> None:
    rows = scoring.measured(ARTICLE, [event(TEXT, "was shot", "meeting")])
    assert rows["events, act"] == Tally(0, 0, 0, 1)


def test_an_article_may_say_what_is_measured() -> None:
    article = read("tiny", TEXT, {**GOLD, "measured": ["dates"]})
    assert list(scoring.measured(article, [])) == ["dates"]
