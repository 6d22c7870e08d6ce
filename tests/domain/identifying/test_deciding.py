"""Deciding on words: one change set each, which protection follows."""

from tests.domain.identifying.cases import Told
from tests.domain.identifying.test_mentions import brothers
from viewer.domain.changes import ChangeSet
from viewer.domain.identifying.deciding import decided, undecided
from viewer.domain.protection import protect
from viewer.domain.records import Decision, Document


def after(told: Told, change_set: ChangeSet) -> Told:
    for change in change_set.changes:
        told.records = [each for each in told.records if each.id != change.id]
        if change.after is not None:
            told.records.append(change.after)
    return told


def test_words_are_withheld_then_kept_then_asked_about_again() -> None:
    told = brothers("Amjad's brother fled.")
    after(told, decided(told.case, told.mentions()[0], "withheld"))
    (mention,) = told.mentions()
    assert mention.ruling == "withheld"
    text = protect(told.case, "public").case.get(Document, "document").text
    assert text == "[words left out] fled."
    after(told, decided(told.case, mention, "kept"))
    assert [each.ruling for each in told.mentions()] == ["kept"]
    assert len(list(told.case.all(Decision))) == 1
    after(told, undecided(told.case, mention))
    assert told.mentions()[0].is_open
    assert not list(told.case.all(Decision))


def test_deciding_the_same_again_changes_nothing() -> None:
    told = brothers("Amjad's brother fled.")
    after(told, decided(told.case, told.mentions()[0], "kept"))
    assert decided(told.case, told.mentions()[0], "kept").is_empty
    fresh = brothers("Amjad's brother fled.")
    assert undecided(fresh.case, fresh.mentions()[0]).is_empty


def test_words_of_a_field_are_left_out_of_that_field() -> None:
    told = Told("Nothing.").names("amjad", "Amjad").protects("omar", about="A brother of Amjad.")
    told.ties("omar", "relative", "amjad")
    after(told, decided(told.case, told.mentions()[0], "withheld"))
    person = protect(told.case, "public").case.find("omar")
    assert getattr(person, "about", "") == "[words left out]."
