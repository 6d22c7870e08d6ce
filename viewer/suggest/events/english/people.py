"""Who is told of around a verb or noun: before it, after it, behind "by" and "of"."""

from dataclasses import replace

from viewer.domain.suggestions import Mentioned
from viewer.suggest.events.english.phrases import Phrases, Who
from viewer.suggest.events.english.referents import SILENCED, is_after_preposition
from viewer.suggest.events.english.sentence import Token
from viewer.suggest.events.english.triggers import TRIGGER
from viewer.suggest.events.english.words import (
    ADVERBS,
    BE,
    BOUNDARIES,
    CONNECTING,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBJECT_PRONOUNS,
)

_OPENING = {",": ",", ")": "(", "—": "—", "–": "–"}
#: After what a clause has a subject of its own.
_STARTS = BOUNDARIES | RELATIVES | SAYING
#: How sure it is that "who" is the last one named in "the wife of Omar Haddad, who".
_BEHIND = 0.9
_ENDS = _STARTS | BE | HAVE | MODALS | CONNECTING
_REACH = 8
_FAR, _ASIDE, _AGENT, _INSERTS = 25, 7, 14, 4


class People(Phrases):
    """Finds who is told of in one sentence, by the place of a verb or noun in it."""

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
        """Return the subject that a verb before an index, and one after it, have in common."""
        begin = self._clause(before)
        if self._sentence.word(begin - 1) in RELATIVES:
            return self.antecedent(begin - 2)
        found = (self._ending(at) for at in range(begin, before) if self._goes_on(at, before))
        return next((who for who in found if who), [])

    def _goes_on(self, at: int, before: int) -> bool:
        """Whether a verb follows, which no comma but those of an aside parts from its subject."""
        commas = [on for on in range(at + 1, before - 1) if self._sentence.tokens[on].word == ","]
        is_aside = len(commas) == 2 and commas[0] == at + 1
        verb = commas[1] + 1 if is_aside else at + 1
        return (not commas or is_aside) and self._has_verb(verb - 1, before)

    def after(self, last: int) -> list[Who]:
        """Return the object of a verb whose last word is given."""
        return self._starting(self._over_verbs(last + 1))

    def all_after(self, last: int) -> list[Who]:
        """Return the same after "of", where a verb may follow: "killing of Salma and Omar was"."""
        found = self.after(last)
        at = self._sentence.at(found[-1].mentioned.end - 1) + 1 if found else -1
        if self._sentence.word(at) != "and" or len(found) > 1:
            return found
        return [*found, *self._starting(at + 1)]

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

    def _over_verbs(self, at: int) -> int:
        """Go from "kidnapped" in "kidnapped and killed him" to what both are about."""
        while self._sentence.word(at) in CONNECTING and TRIGGER.fullmatch(
            self._sentence.word(at + 1)
        ):
            at += 2
        return at

    def _over_inserts(self, at: int) -> int:
        """Go back over what stands between commas after a name: "Amjad, an activist, was"."""
        for _ in range(_INSERTS):
            token = self._sentence.token(at)
            if token is None or token.is_person:
                return at
            begin = self._back_to(_OPENING.get(token.word, ","), at)
            is_first = not token.is_mark
            if begin < 1 or self._is_clause(begin + 1, at) or (is_first and not self._adds(begin)):
                return at
            at = at - 1 if self._is_apposed(begin, at - 1) else begin - 1
        return at

    def _adds(self, comma: int) -> bool:
        """Whether what follows a comma tells more of what stood before it: ", 19", ", a boy"."""
        first = self._sentence.word(comma + 1)
        return first in ("a", "an", "the") or first.isdigit()

    def _over_aside(self, at: int) -> int:
        """Go back over no more than an age or "a teacher" between commas; -1 over anything else."""
        begin = self._back_to(",", at)
        words = self._sentence.tokens[begin + 1 : at]
        is_short = begin >= 0 and 0 < len(words) <= _ASIDE and not any(word.name for word in words)
        return begin - 1 if is_short and self._adds(begin) else -1

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
        is_name = inner.name is not None and inner.name.naming == "named" and inner.is_person
        return is_name and at - begin <= 3 and not is_named

    def _is_clause(self, start: int, end: int) -> bool:
        first = self._sentence.word(start)
        if first in RELATIVES or first in ("whose", "whom", "where"):
            return False
        return not (BE | HAVE | MODALS | SAYING).isdisjoint(self._sentence.words(start, end))

    def antecedent(self, at: int) -> list[Who]:
        """Return whom a clause after a token tells more of: "Salma, who", "a man who"."""
        token = self._sentence.token(at)
        if token is None or token.word != ",":
            return self.qualified(at) if self._is_described(at) else self._ending(at)
        return self.qualified(at - 1) or self.qualified(self._over_aside(at))

    def qualified(self, at: int) -> list[Who]:
        """Return who a token means, even where the phrase that it ends is about another."""
        token = self._sentence.token(at)
        if token is None or not token.is_person or token.owns:
            return []
        trust = _BEHIND if is_after_preposition(self._sentence, at) else 1
        return [replace(who, trust=trust) for who in self._one(token)]

    def _clause(self, at: int) -> int:
        """Return the index with which the clause before an index begins."""
        for back in range(at - 1, -1, -1):
            token = self._sentence.tokens[back]
            if token.name is None and (token.word in _STARTS or token.word in ';:“"'):
                return back + 1
        return 0

    def _ending(self, at: int) -> list[Who]:
        """Return who a phrase that ends with a token means."""
        token = self._sentence.token(at)
        if token is None or token.owns:
            return []
        if token.name is None:
            is_pronoun = token.word in SUBJECT_PRONOUNS
            return self._spoken_of(at, token) if is_pronoun else self._described_before(at)
        if not token.is_person or is_after_preposition(self._sentence, at):
            return self._described_before(at)
        return [*self._joined_before(at), *self._one(token)]

    def _described_before(self, at: int) -> list[Who]:
        """Return whom a phrase describes that goes on to a token: "a friend of Salma Rahim"."""
        for back in range(at, max(at - _REACH, 0), -1):
            token = self._sentence.tokens[back - 1]
            if self._is_described(back - 1) and not token.owns:
                word = self._sentence.word(back)
                is_one = word in PREPOSITIONS or word.endswith("ing")
                return self._reaching(back - 1, at) if is_one else []
            if token.is_mark or (not token.name and token.word in _ENDS):
                return []
            if token.is_person and not token.owns and self._sentence.word(back) in ("of", "from"):
                return [replace(who, trust=_BEHIND) for who in self._ending(back - 1)]
        return []

    def _reaching(self, at: int, last: int) -> list[Who]:
        found = self._ending(at)
        end = self._sentence.tokens[last].end
        return [
            replace(who, mentioned=replace(who.mentioned, end=end)) if who.is_described else who
            for who in found
        ]

    def _spoken_of(self, at: int, pronoun: Token) -> list[Who]:
        """Return who "he" is, above all in "Omar said that he"."""
        says = at - 2 if self._sentence.word(at - 1) == "that" else at - 1
        is_told = self._sentence.word(says) in SAYING and pronoun.word in ("he", "she")
        if not is_told or self._act in SILENCED:
            return self._one(pronoun)
        return [
            Who(Mentioned(pronoun.start, pronoun.end, who.mentioned.name), None, 0.8)
            for who in self.before(says)
            if who.is_named
        ]

    def _joined_before(self, at: int) -> list[Who]:
        """Return who is named before "and": "Salma and Omar", "Salma and her husband Omar"."""
        for back in range(at - 1, max(at - 4, 0), -1):
            if self._sentence.word(back) == "and":
                before = self._sentence.token(back - 1)
                return self._ending(back - 1) if before is not None and before.is_person else []
            if not (self._is_noun(back) or self._sentence.word(back) in DETERMINERS):
                return []
        return []
