"""Events as they are suggested: one for all sentences that tell of it, tied to its words."""

from hypothesis import given
from hypothesis import strategies as st

from tests.suggest.events.reading import parts, read
from viewer.domain.suggestions import SuggestedEvent
from viewer.suggest import suggest
from viewer.suggest.article import Article
from viewer.suggest.events import find_events

STORY = """Salma Rahim taught in Amarah.

Last year she was leaving a meeting when a car sped by and a gunman opened fire.

“At the door of the school, she was killed with a knife.”

Omar Haddad, a colleague, left Iraq five days after Salma's murder.

“Salma Rahim was killed near the Karim Street bridge,” he said.
"""


def test_tellings_of_one_killing_are_one_event() -> None:
    killing, flight = read(STORY, speaker="Omar Haddad")
    assert (killing.title, killing.act) == ("Killing of Salma Rahim", "killing")
    assert parts(killing) == {("Salma Rahim", "victim"), ("Gunman", "alleged_perpetrator")}
    assert killing.date is not None
    assert killing.date.text == "Last year"
    assert killing.place is not None
    assert killing.place.name == "Karim Street bridge"
    assert len(killing.also) == 3
    assert (flight.title, flight.act) == ("Omar Haddad leaves Iraq", "displacement")


def test_the_chosen_words_say_what_and_to_whom() -> None:
    killing, _ = read(STORY, speaker="Omar Haddad")
    assert STORY[slice(*killing.trigger)] == "killed"
    assert killing.text.startswith("“Salma Rahim was killed")
    assert killing.reason == "“was killed” says what happened to “Salma Rahim”"
    assert killing.confidence > 0.8


def test_one_person_is_arrested_twice_on_two_days() -> None:
    text = "Salma Rahim was arrested on 3 May 2018. Salma Rahim was arrested on 5 June 2018."
    assert len(suggested(text)) == 2
    text = "Salma Rahim was arrested on 3 May 2018. Salma Rahim was arrested in May 2018."
    assert len(suggested(text)) == 1


def test_different_acts_are_different_events() -> None:
    events = read("Salma Rahim was kidnapped in May and killed in June.")
    assert [(each.act, each.date and each.date.text) for each in events] == [
        ("kidnapping", "May"),
        ("killing", "June"),
    ]


def test_somebody_without_a_name_is_not_the_same_elsewhere() -> None:
    text = "Gunmen killed a journalist in Basra. Gunmen killed a journalist in Amarah."
    assert len(read(text)) == 2


def test_a_language_without_rules_gives_no_events() -> None:
    article = Article("Salma Rahim was killed.", language="fr")
    assert find_events(article, [], [], []) == []


def suggested(text: str) -> list[SuggestedEvent]:
    return [each for each in suggest(text) if isinstance(each, SuggestedEvent)]


_PIECES = """Salma Rahim|a gunman|Gunmen|activists|Basra|killed|was|were|shot|dead|opened fire|by
who|,|.|“|”|'s|’s|he|she|I|and|murder|the killing of|fled|left Iraq|had not been|when|?|(|)|—|her
forced|tried to kill|house|burned|in May|last week|arrested|being|received death threats|to flee|\t
among those killed was|of|the|near the Karim Street bridge|said|if"""
WORDS = st.sampled_from([word for line in _PIECES.split("\n") for word in line.split("|")] + ["\n"])


@given(st.one_of(st.text(), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_spans_of_its_words(text: str) -> None:
    for event in [*read(text, speaker="Omar Haddad"), *suggested(text)]:
        assert text[event.start : event.end] == event.text
        assert text[slice(*event.trigger)].strip()
        assert 0 < event.confidence < 1
        assert event.title
        spans = [(part.who.start, part.who.end) for part in event.parts]
        spans += [(event.place.start, event.place.end)] if event.place is not None else []
        assert all(0 <= start < end <= len(text) for start, end in [*spans, *event.also])
