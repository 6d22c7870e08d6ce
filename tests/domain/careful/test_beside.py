"""What stands beside a name in a document protects its bearer, and is the evidence of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.careful import careful, precautions
from viewer.domain.careful.beside import told_beside
from viewer.domain.changes import ChangeSet, edit
from viewer.domain.documents import received
from viewer.domain.marking import NewPerson, Words, mentions
from viewer.domain.overlay import Overlay
from viewer.domain.records import (
    Case,
    Document,
    Event,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Record,
)
from viewer.domain.snapshot import Snapshot

HARM: tuple[Record, ...] = (
    Case(id="case"),
    Person(id="victim"),
    Name(id="v", person_id="victim", text="Amjad Aldhamat"),
    Event(id="kidnapping", type="kidnapping"),
    Involvement(id="i", event_id="kidnapping", person_id="victim", role="victim"),
)


def marked(text: str, name: str) -> tuple[Snapshot, ChangeSet, Document]:
    """The deed that makes a person of a name in a text, beside a victim who is known."""
    document, _ = received(text.encode(), text)
    case = Snapshot([*HARM, document])
    start = text.index(name)
    words = Words(document, start, start + len(name))
    return case, mentions.new_person(case, words, NewPerson(name)).change_set, document


def told(text: str, name: str) -> tuple[str, str] | None:
    """Why a person marked in a text is protected, and the words that say so."""
    case, change_set, document = marked(text, name)
    taken = precautions(case, change_set)
    if not taken:
        return None
    (span,) = taken[0].said
    return taken[0].reason, document.text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "name", "reason", "words"),
    [
        (
            "They shot. His brother, Mohammed Aldhamat, describes it.",
            "Mohammed Aldhamat",
            "perhaps brother of a victim",
            "His brother",
        ),
        (
            "Later his younger brother Mohammed spoke.",
            "Mohammed",
            "perhaps brother of a victim",
            "his younger brother",
        ),
        ("Amjad's widow, Salma, fled.", "Salma", "widow of a victim", "Amjad's widow"),
        (
            "Salma Rahim, sister of the victim, fled.",
            "Salma Rahim",
            "sister of a victim",
            "sister of the victim",
        ),
        ("A witness, Omar, 15, saw it.", "Omar", "a minor", "15"),
        ("Omar (15) saw it.", "Omar", "a minor", "15"),
        ("The 12-year-old student Omar saw it.", "Omar", "a minor", "12-year-old student"),
        ("It was the boy Omar who saw it.", "Omar", "a minor", "boy"),
        ("Huda, who is in hiding, wrote.", "Huda", "in hiding", "who is in hiding"),
        (
            "Huda is still in hiding abroad.",
            "Huda",
            "in hiding",
            "is still in hiding abroad",
        ),
        ("Ali, not his real name, wrote.", "Ali", "asked not to be named", "not his real name"),
        ("قال شقيقه محمد إن ذلك حدث.", "محمد", "perhaps relative of a victim", "شقيقه"),
        ("الطفلة زينب رأت ذلك.", "زينب", "a minor", "الطفلة"),
    ],
)
def test_it_says_why(text: str, name: str, reason: str, words: str) -> None:
    assert told(text, name) == (reason, words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The brother of the victim told Omar about it.", "Omar"),
        ("Minister Omar met his brother.", "Omar"),
        ("Omar said that Huda is in hiding.", "Omar"),
        ("Omar, 51, saw it.", "Omar"),
        ("Omar, a teacher of a girl, saw it.", "Omar"),
        ("He was 12 years older. Omar saw it.", "Omar"),
        ("Huda is no longer in hiding.", "Huda"),
        ("His brother spoke. Omar left.", "Omar"),
    ],
)
def test_what_is_told_of_others_counts_for_nobody(text: str, name: str) -> None:
    assert told(text, name) is None


def test_the_words_become_evidence_of_the_protection() -> None:
    case, change_set, _ = marked("His brother, Mohammed, wrote.", "Mohammed")
    done = careful(case, change_set)
    after = Overlay(case, (change.record for change in done.changes))
    (person,) = (r for c in done.changes if isinstance(r := c.after, Person))
    (tie,) = after.where(Evidence, record_id=person.id, field="protection")
    assert person.protection == "name_withheld"
    assert (tie.stance, tie.note) == ("supports", "Perhaps brother of a victim")
    assert after.get(Passage, tie.passage_id).exact == "His brother"
    assert done.label == change_set.label
    assert careful(case, done) == done


def test_who_is_known_already_is_not_asked_about_again() -> None:
    _, change_set, document = marked("His brother, Mohammed, wrote.", "Mohammed")
    person = next(r for c in change_set.changes if isinstance(r := c.after, Person))
    known = Snapshot([*HARM, document, *(c.record for c in change_set.changes)])
    assert precautions(known, edit(person, occupation="Teacher")) == ()
    assert precautions(known, edit(replace(person), about="Writes letters")) == ()


@given(st.data())
def test_whatever_a_text_holds_what_is_told_stands_beside_the_name(data: st.DataObject) -> None:
    pieces = [
        "his brother ",
        "Omar",
        ", ",
        "(",
        "12",
        "-year-old ",
        "boy ",
        "who is in hiding",
        ". ",
    ]
    pieces += ["الطفلة ", "شقيقه ", "\n", "'s ", "is ", "widow of the victim", "ß̃", "\u202e"]
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=12)))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for told in told_beside(text, start, end):
        assert text[told.start : told.end] == told.words != ""
        assert told.end <= start or told.start >= end
