"""Which words are listed because they tell of a protected person, and which are not."""

import pytest

from tests.domain.identifying.cases import Told
from tests.domain.sample_at_hand import EVERY_RECORD, called
from viewer.domain.audiences import audience_of
from viewer.domain.identifying import Sureness, mentions, open_mentions
from viewer.domain.records import Annotation, Decision, Event, Involvement, Person
from viewer.domain.snapshot import Snapshot


def brothers(text: str, type: str = "article") -> Told:
    """Omar, whose name is withheld, is the brother of Amjad, who is named."""
    told = Told(text, type).names("amjad", "Amjad Saadi").protects("omar", "Omar Saadi")
    return told.ties("omar", "relative", "amjad", "Brother")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Amjad Saadi was shot. His younger brother saw it.", ["His younger brother"]),
        ("The brother of Amjad saw it.", ["The brother of Amjad"]),
        ("Amjad’s 19-year-old brother saw it.", ["Amjad’s 19-year-old brother"]),
        ("He is a sibling of Amjad Saadi.", ["a sibling of Amjad Saadi"]),
        ("A relative of Amjad Saadi saw it.", ["A relative of Amjad Saadi"]),
        ("Amjad Saadi was shot, in the brother's words.", ["the brother"]),
        ("His brother, Omar Saadi, describes it.", ["His brother"]),
        ("Omar Saadi, a brother of his, saw it.", ["a brother of his"]),
    ],
)
def test_a_brother_is_told_by_words_for_him(text: str, listed: list[str]) -> None:
    assert brothers(text).found() == listed


@pytest.mark.parametrize(
    "text",
    [
        "Amjad Saadi was shot. His mother wept, and so did Amjad's wife.",
        "Kareem Ali wept. His brother left.",
        "The Muslim Brothers met in Amarah. Two brothers ran a shop.",
        "Brother Leader, they called him.",
        "He said that he saw it. They took him.",
    ],
)
def test_other_kin_and_pronouns_are_left_alone(text: str) -> None:
    assert brothers(text).names("kareem", "Kareem Ali").found() == []


def test_the_words_of_a_quote_are_its_speakers() -> None:
    told = brothers("“My brother hid,” said Amjad Saadi. “My brother hid,” said Noor Aziz.")
    told.names("noor", "Noor Aziz").quotes("amjad", "My brother hid,")
    assert [(m.words, m.start, m.person_id) for m in told.mentions()] == [("My brother", 1, "omar")]


def test_who_speaks_of_a_brother_who_is_named_tells_who_it_is() -> None:
    told = brothers("“They shot my brother,” he said.").quotes("omar", "They shot my brother,")
    (mention,) = told.mentions()
    assert (mention.words, mention.sureness) == ("my brother", Sureness.SURE)
    assert mention.reason == "Tells a tie to Amjad Saadi"


def test_a_testimony_is_in_the_words_of_whom_it_names_as_its_author() -> None:
    told = brothers("My brother Amjad was shot.", "testimony")
    told.records[1] = told.document = type(told.document)(
        id="document", type="testimony", author="Omar Saadi", text=told.document.text
    )
    assert told.found() == ["My brother"]


def test_the_victims_father_is_the_father_of_a_victim() -> None:
    told = Told("The victim's father left.").names("amjad", "Amjad").involves("amjad", "victim")
    told.protects("salim", "Salim").ties("amjad", "relative", "salim", "Son")
    assert told.found() == ["The victim's father"]


def test_several_brothers_are_less_sure_than_one() -> None:
    assert brothers("Amjad's brothers left.").sureness() == {"Amjad's brothers": "likely"}


def test_ties_between_protected_persons_alone_tell_of_nobody() -> None:
    told = Told("Omar Saadi hid. Ali Zaid's brother hid.").protects("omar", "Omar Saadi")
    told.protects("ali", "Ali Zaid").ties("omar", "relative", "ali", "Brother")
    assert told.found() == []


ARABIC = "قُتل أمجد سعدي أمس. {} في المدينة."


@pytest.mark.parametrize(
    ("words", "listed", "detail"),
    [
        ("وقال شقيقه إنه كان", ["شقيقه"], "شقيق"),
        ("ووَالِدته تسكن", ["وَالِدته"], "والدة"),
        ("والده يسكن", [], "والدة"),
        ("غادرت والدة أمجد، وهي", ["والدة أمجد"], "والدة"),
        ("وكان شقيق الضحية", ["شقيق الضحية"], "Brother"),
        ("هرب ابن عمه وهو", ["ابن عمه"], "ابن عم"),
        ("هرب ابن عمه وهو", [], "عم"),
        ("تكلم بشكل جدي", [], "جد"),
    ],
)
def test_kin_in_arabic(words: str, listed: list[str], detail: str) -> None:
    told = Told(ARABIC.format(words)).names("amjad", "أمجد سعدي").involves("amjad", "victim")
    told.protects("other", "سمير علي").ties("other", "relative", "amjad", detail)
    assert told.found() == listed


def test_my_brother_in_the_arabic_words_of_a_protected_person() -> None:
    told = Told("قالت: «قتلوا أخي أمجد».").names("amjad", "أمجد سعدي").protects("layla", "ليلى")
    told.ties("layla", "relative", "amjad", "أخت").quotes("layla", "قتلوا أخي أمجد")
    assert [(m.person_id, m.words) for m in told.mentions()] == [("layla", "أخي")]


def test_an_office_is_known_by_words_like_those_of_the_case() -> None:
    told = Told("The police chief denies it. A chief of staff left. The police left.")
    told.protects("salim", "Salim Nouri", occupation="Head of the Amarah police")
    assert told.sureness() == {"The police chief": "likely"}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The doctor saw it.", ["The doctor"]),
        ("The physician saw it.", []),
        ("A young doctor saw it.", ["doctor"]),
        ("A surgeon at the hospital saw it.", ["A surgeon at the hospital"]),
        ("Doctors at the hospital saw it.", []),
        ("Salma Aziz, a doctor at the hospital, saw it.", []),
        ("Hana Nouri, the doctor, saw it.", ["the doctor"]),
    ],
)
def test_an_occupation_that_nobody_else_has(text: str, listed: list[str]) -> None:
    told = Told(text).names("salma", "Salma Aziz")
    told.protects("hana", "Hana Nouri", occupation="Doctor at the hospital")
    assert told.found() == listed


def test_what_many_are_points_to_nobody() -> None:
    told = Told("Activists left, and an activist said so.")
    told.names("all", "", unit="group", described_as="Activists of the south")
    assert told.protects("omar", "Omar Saadi", occupation="Activist").found() == []


def test_an_office_that_others_held_tells_who_took_it_then() -> None:
    told = Told("Omar Saadi became Prime Minister in May. Prime Minister Ali Aziz had left.")
    told.names("ali", "Ali Aziz", occupation="Prime Minister")
    told.names("omar", "Omar Saadi", "never_exported", occupation="Prime Minister")
    assert told.found() == []
    assert told.describes("omar", "Prime Minister", "occupation").found() == ["Prime Minister"]


def test_an_office_is_told_by_the_title_of_an_event_of_its_holder() -> None:
    told = Told("It happened.").but(Event(id="e", title="Omar Saadi becomes Prime Minister"))
    told.names("ali", "Ali Aziz", occupation="Prime Minister")
    told.protects("omar", "Omar Saadi", occupation="Prime Minister")
    told.but(Involvement(id="i", event_id="e", person_id="omar", role="participant"))
    assert told.found() == ["Prime Minister"]


def test_a_description_that_is_left_out_anyway_is_not_asked_about() -> None:
    told = Told("A government official said so.")
    told.names("x", "", "details_withheld", described_as="Government official", naming="anonymous")
    assert told.found() == []


def test_a_surname_that_stays_for_a_public_relative_may_mean_the_other() -> None:
    told = brothers("Omar Saadi fled. Saadi is safe.\n\nAmjad Saadi was shot. Saadi was young.")
    assert [(m.words, m.start) for m in told.mentions()] == [("Saadi", 17)]


def test_fields_are_looked_at_with_whom_they_are_about() -> None:
    told = (
        brothers("Nothing.")
        .involves("amjad", "victim")
        .but(
            Annotation(id="note", target_id="amjad", body="Ask his brother."),
            Annotation(id="note 2", target_id="document", body="Ask his brother."),
            Event(id="flight", title="Flight of Amjad's brother"),
        )
    )
    assert [(m.target_id, m.field, m.words) for m in told.mentions()] == [
        ("flight", "title", "Amjad's brother"),
        ("note", "body", "his brother"),
    ]


def test_what_is_said_about_the_person_by_kin_is_listed() -> None:
    told = Told("Nothing.").names("amjad", "Amjad").protects("omar", about="Brother of Amjad.")
    assert told.ties("omar", "relative", "amjad").found() == ["Brother of Amjad"]


def test_only_what_an_audience_would_read_is_listed() -> None:
    told = brothers("Amjad's brother fled.")
    assert told.found("internal") == told.found("legal") == []
    told.records = [each for each in told.records if each.id not in ("whole",)]
    told.records = [e for e in told.records if getattr(e, "passage_id", "") != "whole"]
    assert told.found() == []


def test_who_is_never_exported_is_looked_for_in_the_whole_text_that_lawyers_get() -> None:
    told = Told("Amjad's brother fled.").names("amjad", "Amjad")
    told.names("omar", "Omar", "never_exported").ties("omar", "relative", "amjad", "Brother")
    assert told.found("legal") == ["Amjad's brother"]


def decided(ruling: str, start: int = 0, words: str = "Amjad's brother") -> list[str]:
    told = brothers("Amjad's brother fled. Amjad's brother hid.").but(
        Decision(
            id="decision",
            target_id="document",
            field="text",
            start=start,
            end=start + len(words),
            words=words,
            ruling=ruling,
        )
    )
    assert len(open_mentions(told.case, audience_of(told.case, "public"))) <= 2
    return [mention.ruling for mention in told.mentions()]


def test_what_was_decided_is_marked_and_not_open() -> None:
    assert decided("kept") == ["kept", ""]
    assert decided("withheld") == ["withheld", ""]
    assert decided("withheld", 0, "Amjad's brother fled") == ["withheld", ""]
    assert decided("kept", 0, "Amjad's brother fled") == ["", ""]


def test_a_decision_on_words_that_moved_holds_wherever_they_stand() -> None:
    assert decided("kept", 5) == ["kept", "kept"]


def test_the_surest_come_first_within_a_person() -> None:
    told = brothers("Amjad Saadi left. His brother left. The brother of Amjad hid.")
    assert [each.sureness for each in told.mentions()] == [Sureness.SURE, Sureness.LIKELY]


def test_the_sample_asks_about_the_brother_twice() -> None:
    case = Snapshot(EVERY_RECORD)
    found = mentions(case, audience_of(case, "public"))
    assert [(m.words, called(m.person_id)) for m in found] == [
        ("His brother", "Mohammed Aldhamat"),
        ("the brother", "Mohammed Aldhamat"),
    ]
    assert case.get(Person, found[0].person_id).protection == "name_withheld"


@pytest.mark.parametrize("described", ["Mr", "One of them"])
def test_a_description_that_says_nothing_is_not_looked_for(described: str) -> None:
    told = Told("Mr Ali met one of them. One of them left.")
    assert told.protects("x", "Ali Zaid", described_as=described).found() == []


def test_whoever_is_known_as_kin_alone_is_found_in_what_is_said_of_the_event() -> None:
    told = Told("Nothing.").protects("son", described_as="Son").involves("son", "victim")
    told.but(Event(id="event 2", title="Arrest of his son"))
    told.records = [each for each in told.records if each.id != "event"]
    told.but(Event(id="event", title="Arrest of his son"))
    assert [(m.target_id, m.words) for m in told.mentions()] == [("event", "his son")]


def test_a_given_name_that_many_have_means_whoever_is_told_of_nearby() -> None:
    told = Told("Omar Saadi fled. Omar is safe.\n\nNothing.\n\nOmar sang.\n\nSaadi sang.")
    told.protects("omar", "Omar Saadi").names("other", "Omar Zaid").names("third", "Ali Saadi")
    assert told.sureness() == {"Omar": "likely", "Saadi": "possible"}


def test_words_that_are_left_out_with_somebody_are_not_asked_about() -> None:
    told = Told("Amjad's brother fled. “My brother Amjad fell.”").names("amjad", "Amjad")
    told.names("omar", "Omar", "never_exported").ties("omar", "relative", "amjad", "Brother")
    assert told.quotes("omar", "My brother Amjad fell.").found("legal") == ["Amjad's brother"]


def test_the_mother_is_the_only_one_whom_the_case_knows() -> None:
    told = Told("Nothing.\n\nFar away.\n\nThe mother wept, and the father left.")
    told.names("amjad", "Amjad").protects("mum", "Salma").ties("mum", "relative", "amjad", "Mother")
    assert told.sureness() == {"The mother": "possible"}
    told.names("noor", "Noor").names("x", "Hana").ties("x", "relative", "noor", "Mother")
    assert told.found() == []
