"""Whom a phrase names: by name, by a pronoun, or as somebody's."""

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.domain.suggestions import Mentioned, SuggestedName
from viewer.suggest.events.english.described import DESCRIBED
from viewer.suggest.events.english.referents import Referents, is_individual
from viewer.suggest.events.english.sentence import Sentence, Token
from viewer.suggest.events.english.triggers import TRIGGER
from viewer.suggest.events.english.words import (
    ADVERBS,
    BE,
    BOUNDARIES,
    CONNECTING,
    DETERMINERS,
    FEW,
    HAVE,
    IRREGULAR,
    MODALS,
    OBJECT_PRONOUNS,
    OTHER_PRONOUNS,
    OWNING_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SHORTENED,
    SUBJECT_PRONOUNS,
)

_FUNCTION = PREPOSITIONS | BE | HAVE | MODALS | CONNECTING | BOUNDARIES | OTHER_PRONOUNS | RELATIVES
_FUNCTION |= OBJECT_PRONOUNS | SUBJECT_PRONOUNS | {"to", "not", "as", "after", "before"}
#: Between who is described and the name.
_NAMING = frozenset([",", "named", "called"])
#: May follow somebody without making another phrase of the name: "shot him dead".
_FOLLOWS = (
    _FUNCTION
    | ADVERBS
    | SAYING
    | IRREGULAR
    | {"dead", "alive", "last", "early", "late", "there", "here", "away", "unconscious", "home"}
)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody told of; `trust` goes from 0 to 1, less where only a pronoun says who."""

    mentioned: Mentioned
    name: SuggestedName | None
    trust: float = 1.0

    @property
    def is_named(self) -> bool:
        """Whether a name is known, perhaps of whom a pronoun means."""
        return self.name.naming == "named" if self.name else bool(self.mentioned.name)

    @property
    def is_described(self) -> bool:
        """Whether nothing but a description or an unclear pronoun says who it is."""
        return not self.mentioned.name

    @property
    def is_definite(self) -> bool:
        """Whether one individual or organisation is meant rather than any number of people."""
        return self.name is None or self.name.unit != "group"


class Phrases:
    """Reads phrases of one sentence by the index of a token in them."""

    def __init__(self, sentence: Sentence, index: int, referents: Referents, act: str) -> None:
        self._sentence = sentence
        self._index = index
        self._referents = referents
        self._act = act

    def owner(self, noun: int) -> list[Who]:
        """Return whose deed or fate a noun is: "Amjad's murder", "his brutal murder"."""
        for at in range(noun - 1, noun - 4, -1):
            token = self._sentence.token(at)
            if (
                token is None
                or token.is_mark
                or self._sentence.word(at) in _FUNCTION - OBJECT_PRONOUNS
            ):
                return []
            if token.owns or token.word in OWNING_PRONOUNS:
                found = self._one(token) if not token.owns or token.is_person else []
                return [who for who in found if who.name or not who.is_described]
            if token.name is not None:
                return []
        return []

    def _one(self, token: Token) -> list[Who]:
        if token.name is not None:
            return [Who(self._mentioned(token), token.name)] if token.is_person else []
        name = self._referents.name_of(token, self._index, self._act)
        return [Who(Mentioned(token.start, token.end, name), None, 0.8 if name else 0.5)]

    def _mentioned(self, token: Token) -> Mentioned:
        """Return who a mention means; whose brother he is belongs to a description."""
        if token.name is None or token.name.naming != DESCRIBED:
            name = token.name.name if token.name else ""
            return Mentioned(token.start, token.name.end if token.name else token.end, name)
        owner = self._sentence.token(self._sentence.at(token.start) - 1)
        start = owner.start if owner is not None and owner.owns else token.start
        return Mentioned(start, token.name.end)

    def _starting(self, at: int) -> list[Who]:
        """Return who a phrase that starts with a token means."""
        token = self._sentence.token(at)
        if token is not None and token.word in OBJECT_PRONOUNS and token.name is None:
            is_owner = self._is_noun(at + 1) or (token.word == "her" and self._is_known(at + 1))
            return [] if is_owner else self._one(token)
        for place in range(at, at + 6):
            token = self._sentence.token(place)
            if token is not None and token.is_person and not self._is_noun(place + 1):
                if token.owns and self._is_described(place + 1):
                    continue
                return [] if token.owns else self._people_at(place, token)
            if not self._may_lead(place):
                return []
        return []

    def _people_at(self, at: int, token: Token) -> list[Who]:
        return self._named_after(at) or [*self._one(token), *self._joined_after(at)]

    def _is_described(self, at: int) -> bool:
        """Whether a token stands for somebody who is described, and not named."""
        name = token.name if (token := self._sentence.token(at)) is not None else None
        is_nameless = name is not None and name.naming != "named" and name.what == "person"
        return is_nameless and name is not None and name.unit == "individual"

    def _named_after(self, at: int) -> list[Who]:
        """Return who is named after what is said of them: "a teacher, Omar Haddad,"; or nobody."""
        token, name = self._sentence.token(at), self._sentence.token(at + 2)
        is_led = self._is_described(at) and self._sentence.word(at + 1) in _NAMING
        if not is_led or token is None or name is None or name.name is None or name.owns:
            return []
        if not is_individual(name.name) or self._has_verb(at + 2, at + 4):
            return []
        if token.word.split(" ", 1)[0] in FEW:
            return self._starting(at + 2)
        return self._one(name) if not self._joined_after(at) else []

    def _joined_after(self, at: int) -> list[Who]:
        word = self._sentence.token(at + 1)
        if word is None or word.word not in ("and", ","):
            return []
        following = self._sentence.token(at + 2)
        if word.word == "," and self._is_described(at + 2) and not self._is_described(at):
            is_more = self._sentence.words(at + 3, at + 5) == [",", "and"]
            return self._starting(at + 5) if is_more else []
        if following is None or not following.is_person or self._has_verb(at + 2, at + 6):
            return []
        is_list = word.word == "and" or self._ends_as_list(at + 2)
        return self._starting(at + 2) if is_list else []

    def _ends_as_list(self, at: int) -> bool:
        marks = [self._sentence.token(each) for each in range(at + 1, at + 3)]
        return any(token is not None and token.word == "and" for token in marks)

    def _may_lead(self, at: int) -> bool:
        """Whether a token may stand before a name in one phrase, as "the activist" does."""
        token = self._sentence.token(at)
        if token is not None and token.word == "." and self._sentence.word(at - 1) in SHORTENED:
            return True
        if token is None or token.date is not None or token.owns or token.is_mark:
            return False
        return bool(token.name) or (token.word not in _FUNCTION and not token.word.isdigit())

    def _is_noun(self, at: int) -> bool:
        """Whether a token goes on with a phrase: "supporter" after a name."""
        word = self._sentence.word(at)
        is_word = word.isalpha() and word not in _FOLLOWS | DETERMINERS
        return is_word and not word.endswith(("ly", "ed", "ing")) and not TRIGGER.match(word)

    def _is_known(self, at: int) -> bool:
        token = self._sentence.token(at)
        return token is not None and token.name is not None

    def _has_verb(self, at: int, before: int) -> bool:
        """Whether a verb follows somebody, before an index."""
        words: Iterable[str] = self._sentence.words(at + 1, min(before, at + 12))
        return any(
            word in BE | HAVE | MODALS | SAYING or word.endswith("ed") or TRIGGER.match(word)
            for word in words
            if word
        ) or self._is_verb_like(at + 1)

    def _is_verb_like(self, at: int) -> bool:
        word = self._sentence.word(at)
        return word.isalpha() and word not in _FUNCTION | DETERMINERS
