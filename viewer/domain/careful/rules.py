"""Why a person is to be protected, as far as the records of a case tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from viewer.domain.careful.beside import Told
from viewer.domain.careful.words import Kin, asks_not_to_be_named, is_hiding, is_minor, kin_in
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Event,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Quote,
    Relationship,
)
from viewer.domain.text import words

Rule = Literal["relative", "anonymous", "consent", "hiding", "minor", "survivor"]

#: Ties that make a relative, and one that may, by the word beside it.
_KIN = {"relative": "relative", "partner": "partner"}
_UNSAID = "other"
#: The words of the case that say what a person is.
_DESCRIBING = ("described_as", "occupation", "about")
#: Roles of those who are where they chose to be.
_FREE = ("source", "participant", "witness")
#: Letters of a word of a name by which somebody is meant: not "al", "de", "I".
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that a person falls under, in words ("brother of a victim"), and what it asks for.

    `protection` is a code of that vocabulary.
    """

    rule: Rule
    words: str
    protection: str = "name_withheld"


_ASKED = Reason("anonymous", "asked not to be named", "details_withheld")
_MINOR = Reason("minor", "a minor")
_HIDING = Reason("hiding", "in hiding")


def reasons(case: CaseReader, person: Person) -> list[Reason]:
    """Return why a person is to start protected; empty for one who may be named.

    A group or an organisation can ask not to be named, and is nobody's relative. Whoever was
    killed is past harm by the name; so is not who was only threatened.
    """
    return list(Rules(case).of(person))


class Rules:
    """The rules over one case, or over one as it is to be."""

    def __init__(self, case: CaseReader) -> None:
        self._case = case

    def of(self, person: Person) -> Iterator[Reason]:
        """Yield why a person is to start protected."""
        yield from self._wish(person)
        if person.unit == "individual" and not self._was_killed(person.id):
            yield from self._kinship(person)
            yield from self._danger(person)

    def told(self, person: Person, told: Told) -> Iterator[Reason]:
        """Yield why a person is to start protected by what stands beside the name."""
        if told.asks:
            yield _ASKED
        if person.unit != "individual" or self._was_killed(person.id):
            return
        if told.kin and (said := self._of_a_victim(person, told.kin, told.words)):
            yield Reason("relative", said)
        if told.is_minor:
            yield _MINOR
        if told.is_hiding and not self._is_accused(person.id):
            yield _HIDING

    def _wish(self, person: Person) -> Iterator[Reason]:
        asks = any(asks_not_to_be_named(text) for text in _texts(person))
        if person.naming == "anonymous" or asks:
            yield _ASKED
        elif self._case.where(Quote, speaker_id=person.id, attribution="anonymous"):
            yield Reason("anonymous", "spoke without being named")
        if person.consent in ("refused", "withdrawn"):
            yield Reason("consent", f"consent to be named is {person.consent}")

    def _danger(self, person: Person) -> Iterator[Reason]:
        texts = [*_texts(person), *(part.detail for part in self._parts(person.id))]
        if any(map(is_minor, _texts(person))):
            yield _MINOR
        if not self._is_accused(person.id):
            if any(map(is_hiding, texts)):
                yield _HIDING
            elif self._was_at_a_secret_place(person.id):
                yield Reason("hiding", "at a place that is kept secret")
        if "sexual_violence" in self._suffered(person.id):
            yield Reason("survivor", "survivor of sexual violence")

    def _was_at_a_secret_place(self, person_id: str) -> bool:
        """Whether words keep secret where somebody spoke or took part; not where one was taken."""
        events = [part.event_id for part in self._parts(person_id) if part.role in _FREE]
        return any(is_hiding(said) for id in events for said in self._words_of_place(id))

    def _words_of_place(self, event_id: str) -> Iterator[str]:
        for tie in self._case.where(Evidence, record_id=event_id, field="place_id"):
            yield self._case.get(Passage, tie.passage_id).exact

    def _kinship(self, person: Person) -> Iterator[Reason]:
        of_a_victim = next(self._ties(person), "") or next(self._described_kin(person), "")
        if of_a_victim:
            yield Reason("relative", of_a_victim)

    def _ties(self, person: Person) -> Iterator[str]:
        for tie in self._case.where(Relationship, person_id=person.id):
            if (kin := _kin(tie)) and self._suffered(tie.other_id):
                word = kin_in(tie.detail)
                yield f"{_in_words(word.word) if word else kin} of a victim"
        for tie in self._case.where(Relationship, other_id=person.id):
            if (kin := _kin(tie)) and self._suffered(tie.person_id):
                yield f"{kin} of a victim"

    def _described_kin(self, person: Person) -> Iterator[str]:
        for text in _texts(person):
            kin = kin_in(text)
            if kin and (said := self._of_a_victim(person, kin, text)):
                yield said

    def _of_a_victim(self, person: Person, kin: Kin, text: str) -> str:
        """Return in words whose kin a person is, where that is a victim; "his brother" may be."""
        word, said = _in_words(kin.word), set(words(text))
        others = [id for id in self._victims if id != person.id]
        if kin.of_a_victim or any(self._name_words(id) & said for id in others):
            return f"{word} of a victim"
        return f"perhaps {word} of a victim" if kin.of_somebody and others else ""

    def _name_words(self, person_id: str) -> set[str]:
        names = self._case.where(Name, person_id=person_id)
        return {word for name in names for word in words(name.text) if len(word) >= _LEAST}

    @cached_property
    def _victims(self) -> list[str]:
        parts = self._case.where(Involvement, role="victim")
        return list(dict.fromkeys(part.person_id for part in parts))

    def _parts(self, person_id: str) -> list[Involvement]:
        return self._case.where(Involvement, person_id=person_id)

    def _suffered(self, person_id: str) -> set[str]:
        """Return the types of act that somebody was a victim of."""
        parts = [part for part in self._parts(person_id) if part.role == "victim"]
        return {self._case.get(Event, part.event_id).type for part in parts}

    def _was_killed(self, person_id: str) -> bool:
        return "killing" in self._suffered(person_id)

    def _is_accused(self, person_id: str) -> bool:
        return any(part.role == "alleged_perpetrator" for part in self._parts(person_id))


def _texts(person: Person) -> list[str]:
    return [text for name in _DESCRIBING if (text := getattr(person, name))]


def _kin(tie: Relationship) -> str:
    if tie.type == _UNSAID and kin_in(tie.detail):
        return "relative"
    return _KIN.get(tie.type, "")


def _in_words(word: str) -> str:
    return word if word.isascii() else "relative"
