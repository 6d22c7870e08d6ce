"""Who is told of around a verb or noun: before it, after it, behind "by" and "of"."""

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.domain.suggestions import Mentioned, SuggestedName
from viewer.suggest.events.english.referents import SILENCED, Referents, is_after_preposition
from viewer.suggest.events.english.sentence import Sentence, Token
from viewer.suggest.events.english.words import (
    ADVERBS,
    BE,
    BOUNDARIES,
    CONNECTING,
    DETERMINERS,
    HAVE,
    MODALS,
    OBJECT_PRONOUNS,
    OTHER_PRONOUNS,
    OWNING_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBJECT_PRONOUNS,
    TRIGGER,
)

_OPENING = {",": ",", ")": "(", "—": "—", "–": "–"}
_FUNCTION = PREPOSITIONS | BE | HAVE | MODALS | CONNECTING | BOUNDARIES | OTHER_PRONOUNS | RELATIVES
_FUNCTION |= OBJECT_PRONOUNS | SUBJECT_PRONOUNS | {"to", "not", "as", "after", "before"}
_FAR, _AGENT = 25, 14
#: May follow somebody without making another phrase of the name: "shot him dead".
_FOLLOWS = (
    _FUNCTION | ADVERBS | SAYING | {"dead", "alive", "last", "early", "late", "there", "here"}
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
        return self.name is None or self.name.naming == "named"

    @property
    def is_definite(self) -> bool:
        """Whether one individual or organisation is meant rather than any number of people."""
        return self.name is None or self.name.unit != "group"


class People:
    """Finds who is told of in one sentence, by the place of a verb or noun in it."""

    def __init__(self, sentence: Sentence, index: int, referents: Referents, act: str) -> None:
        self._sentence = sentence
        self._index = index
        self._referents = referents
        self._act = act

    def before(self, first: int) -> list[Who]:
        """Return the subject of a verb whose first word is given."""
        at = first - 1
        word = self._sentence.word(at)
        if word in RELATIVES:
            return self.antecedent(at - 1)
        if word in CONNECTING or (word in ADVERBS and self._sentence.word(at - 1) in CONNECTING):
            return self.main(at)
        return self._ending(self._over_inserts(at))

    def main(self, before: int) -> list[Who]:
        """Return the first subject of the clause that ends before an index."""
        begin = self._clause(before)
        if self._sentence.word(begin - 1) in RELATIVES:
            return self.antecedent(begin - 2)
        found = ((at, self._ending(at)) for at in range(begin, before))
        return next((who for at, who in found if who and self._has_verb(at, before)), [])

    def after(self, last: int) -> list[Who]:
        """Return the object of a verb whose last word is given."""
        return self._starting(self._over_verbs(last + 1))

    def agent(self, last: int) -> list[Who]:
        """Return who comes after "by", of a verb or noun whose last word is given."""
        for at in range(last + 1, last + _AGENT):
            token = self._sentence.token(at)
            word = self._sentence.word(at)
            if token is None or token.is_mark or word in BOUNDARIES | RELATIVES | BE | HAVE:
                return []
            if word == "by":
                return [who for who in self._starting(at + 1) if who.trust == 1]
            if word.endswith("ed") and not TRIGGER.fullmatch(word):
                return []
        return []

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
                return self._one(token) if not token.owns or token.is_person else []
            if token.name is not None:
                return []
        return []

    def _one(self, token: Token) -> list[Who]:
        if token.name is not None:
            mentioned = Mentioned(token.name.start, token.name.end, token.name.name)
            return [Who(mentioned, token.name)] if token.is_person else []
        name = self._referents.name_of(token, self._index, self._act)
        return [Who(Mentioned(token.start, token.end, name), None, 0.8)] if name else []

    def _ending(self, at: int) -> list[Who]:
        """Return who a phrase that ends with a token means."""
        token = self._sentence.token(at)
        if token is None or token.owns:
            return []
        if token.name is None:
            return self._spoken_of(at, token) if token.word in SUBJECT_PRONOUNS else []
        if not token.is_person or is_after_preposition(self._sentence, at):
            return []
        return [*self._joined_before(at), *self._one(token)]

    def _spoken_of(self, at: int, pronoun: Token) -> list[Who]:
        """Return who "he" is, above all in "Omar said that he"."""
        says = at - 2 if self._sentence.word(at - 1) == "that" else at - 1
        if self._sentence.word(says) not in SAYING or self._act in SILENCED or pronoun.word == "i":
            return self._one(pronoun)
        return [
            Who(Mentioned(pronoun.start, pronoun.end, who.mentioned.name), None, 0.8)
            for who in self.before(says)
            if who.is_named
        ]

    def _joined_before(self, at: int) -> list[Who]:
        before = self._sentence.token(at - 2)
        if self._sentence.word(at - 1) == "and" and before is not None and before.is_person:
            return self._ending(at - 2)
        return []

    def _starting(self, at: int) -> list[Who]:
        """Return who a phrase that starts with a token means."""
        token = self._sentence.token(at)
        if token is not None and token.word in OBJECT_PRONOUNS and token.name is None:
            is_owner = self._is_noun(at + 1) or (token.word == "her" and self._is_known(at + 1))
            return [] if is_owner else self._one(token)
        for place in range(at, at + 6):
            token = self._sentence.token(place)
            if token is not None and token.is_person and not self._is_noun(place + 1):
                return [] if token.owns else [*self._one(token), *self._joined_after(place)]
            if not self._may_lead(place):
                return []
        return []

    def _joined_after(self, at: int) -> list[Who]:
        word = self._sentence.token(at + 1)
        if word is None or word.word not in ("and", ","):
            return []
        following = self._sentence.token(at + 2)
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

    def _over_verbs(self, at: int) -> int:
        """Go from "kidnapped" in "kidnapped and killed him" to what both are about."""
        while self._sentence.word(at) in CONNECTING and TRIGGER.fullmatch(
            self._sentence.word(at + 1)
        ):
            at += 2
        return at

    def _over_inserts(self, at: int) -> int:
        """Go back over what stands between commas after a name: "Amjad, an activist, was"."""
        for _ in range(3):
            token = self._sentence.token(at)
            opening = _OPENING.get(token.word) if token is not None and not token.name else None
            begin = self._back_to(opening, at) if opening else -1
            if begin < 1 or self._is_clause(begin + 1, at):
                return at
            inner = self._sentence.token(at - 1)
            at = at - 1 if inner is not None and self._is_apposed(begin, at - 1) else begin - 1
        return at

    def _back_to(self, mark: str, at: int) -> int:
        for back in range(at - 1, max(at - _FAR, -1), -1):
            if self._sentence.tokens[back].word == mark:
                return back
        return -1

    def _is_apposed(self, begin: int, at: int) -> bool:
        """Whether what stands between commas is only a name: "his brother, Amjad, was"."""
        outer = self._sentence.token(begin - 1)
        is_named = outer is not None and outer.name is not None and outer.name.naming == "named"
        inner = self._sentence.tokens[at]
        return inner.is_person and at - begin <= 3 and not is_named

    def _is_clause(self, start: int, end: int) -> bool:
        first = self._sentence.word(start)
        if first in RELATIVES or first in ("whose", "whom", "where"):
            return False
        return not (BE | HAVE | MODALS | SAYING).isdisjoint(self._sentence.words(start, end))

    def antecedent(self, at: int) -> list[Who]:
        """Return whom a clause after a token tells more of: "Salma, who", "a man who"."""
        token = self._sentence.token(at)
        if token is None or token.word != ",":
            return self._ending(at)
        return self.qualified(at - 1) or self.qualified(self._over_inserts(at))

    def qualified(self, at: int) -> list[Who]:
        """Return who a token means, even where the phrase that it ends is about another."""
        token = self._sentence.token(at)
        return self._one(token) if token is not None and token.is_person and not token.owns else []

    def _clause(self, at: int) -> int:
        """Return the index with which the clause before an index begins."""
        for back in range(at - 1, -1, -1):
            token = self._sentence.tokens[back]
            if token.name is None and (
                token.word in BOUNDARIES | RELATIVES or token.word in ';:“"'
            ):
                return back + 1
        return 0

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
