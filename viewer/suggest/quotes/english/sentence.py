"""One English sentence read from left to right for its cues."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from viewer.suggest.article import Span
from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.english.clauses import REPORTING, clause_after, clause_before
from viewer.suggest.quotes.english.lexicon import INVERTED, PARTICIPLES, SAYING, THINKING
from viewer.suggest.quotes.english.nouns import label, spoken
from viewer.suggest.quotes.english.phrases import (
    first_subject,
    introduces,
    introduction,
    phrase_after,
    phrase_before,
)
from viewer.suggest.quotes.english.subjects import (
    antecedent,
    blamed,
    finite_subject,
    without_possessive,
)
from viewer.suggest.quotes.english.tokens import Tokens
from viewer.suggest.quotes.english.words import listed

ACCORDING = ("according to", "According to")

_NAMING = listed("call label brand dub term title caption headline")
_TELLING = listed("told tells tell telling asked asks ask asking")
_ASKING = listed("ask asks asked asking question questioned inquired enquired wondered")
_BLAMED = listed("saying writing tweeting posting claiming declaring asserting stating telling")
_PLURALS = listed("people men women police critics some many most few all both others")
#: Third persons that are nouns where a preposition or another verb follows.
_NOUNS = listed("claims reports remarks comments demands promises pledges vows replies answers")
_PLURAL = re.compile(r"[^'’]s\Z|[’']\Z")
#: What may follow a cue that reports nothing by itself.
_BARE = frozenset(["", *",.-:oas!&y"])


class SentenceReader:
    """Reads the cues of one sentence; what was said last helps with what comes next."""

    def __init__(self, mask: str, words: Tokens) -> None:
        self.mask, self.words = mask, words
        self.last: Span | None = None

    def cues(self, matches: list[re.Match[str]]) -> list[Cue]:
        """Return the cues among words that can be verbs of saying."""
        found = list(self._cues(matches))
        if "q" not in self.words.kinds.lower() and not self.words.kinds.endswith(":"):
            return found
        return sorted([*found, *self._others(found)], key=lambda cue: cue.opens)

    def _others(self, found: list[Cue]) -> Iterator[Cue]:
        if (named := label(self.mask, self.words)) is not None:
            yield self._of_words(self.words.spans[named[1] + 1], named, says=True)
        for at, owner in spoken(self.mask, self.words):
            yield self._of_words(self.words.spans[at], owner, says=False)
        colon = (self.words.kinds.lower() + "q").find(":q")
        if colon > 0 and all(self.words.spans[colon][0] > cue.opens for cue in found):
            speaker = first_subject(self.words, 0, colon)
            main = [cue for cue in found if cue.says and not cue.means] or found
            if main:
                yield replace(main[-1], opens=self.words.spans[colon][0])
            elif speaker is not None and introduces(self.words, speaker, colon):
                yield self._of_words(
                    self.words.spans[colon], speaker, says=True, opens=self.words.spans[colon][0]
                )

    def _of_words(self, cue: Span, speaker: Span, says: bool, opens: int = -1) -> Cue:
        begin, end = self.words.span(*speaker)
        end = without_possessive(self.mask, begin, end)
        vague = speaker[0] == speaker[1] and self.words.kinds[speaker[0]] in "PrD"
        return Cue(*cue, (begin, end), cue[1] if opens < 0 else opens, says=says, vague=vague)

    def _cues(self, matches: list[re.Match[str]]) -> Iterator[Cue]:
        numbers = {start: number for number, (start, _) in enumerate(self.words.spans)}
        for match in matches:
            number = numbers.get(match.start())
            speaker = self._speaker(match[0], number) if number is not None else None
            if speaker is not None:
                self.last = speaker
                yield self._cue(match, speaker)

    def _cue(self, match: re.Match[str], speaker: Span) -> Cue:
        begin, end = self.words.span(*speaker)
        opens = max(match.end(), end) if begin >= match.end() else match.end()
        means = self._meant(speaker)
        bare = self._bare(match[0], opens)
        return Cue(
            match.start(),
            match.end(),
            (begin, without_possessive(self.mask, begin, end)),
            opens,
            says=match[0] in SAYING or match[0] in ACCORDING,
            bare=bare,
            reports=self._reports(match[0], match.start(), speaker, opens, bare),
            asks=match[0] in _ASKING,
            blamed=match[0] in _BLAMED and self._is_blamed(match.start(), speaker),
            vague=self.words.kinds[slice(speaker[0], speaker[1] + 1)] in ("P", "r"),
            means=self.words.span(*means) if means else None,
        )

    def _reports(self, word: str, at: int, speaker: Span, opens: int, bare: bool) -> Span | None:
        """Return the clause that is reported after a cue, or before one that ends its sentence."""
        verb = SAYING.get(word, word)
        if (verb not in REPORTING and word not in ACCORDING) or word.endswith("ing"):
            return None
        first, begin = self._number(opens), min(self._number(at), speaker[0])
        if word in ACCORDING and begin == 0:
            comma = self.words.kinds[first : first + 1] == ","
            return clause_after(self.words, first + 1, False) if comma else None
        if bare:
            comma = self.words.kinds[begin - 1 : begin] == ","
            return clause_before(self.words, begin - 1) if comma else None
        return clause_after(self.words, first, verb in _TELLING)

    def _number(self, offset: int) -> int:
        """Return the number of the first token at or after a place."""
        return bisect_left(self.words.spans, (offset, 0))

    def _meant(self, speaker: Span) -> Span | None:
        return antecedent(self.words, speaker[0]) if self.words.kinds[speaker[0]] == "r" else None

    def _bare(self, word: str, opens: int) -> bool:
        kinds, first = self.words.kinds, self._number(opens)
        if word in _TELLING and (told := phrase_after(self.words, first)):
            first = told[1] + 1
        tail = kinds[first:].replace("q", "Q").split("Q")[0]
        return tail[:1] in _BARE and "w" not in tail

    def _word(self, at: int) -> str:
        if not 0 <= at < len(self.words.spans):
            return ""
        return self.mask[slice(*self.words.spans[at])].lower()

    def _speaker(self, word: str, at: int) -> Span | None:
        if word in ACCORDING:
            return phrase_after(self.words, at + 2)
        verb = SAYING.get(word) or THINKING[word]
        if word.split()[0].endswith("ing") and word != verb:
            return self._of_participle(at)
        if self._is_noun(word, verb, at):
            return None
        if self._passive(at):
            return self._agent(at)
        return self._of_finite(verb, at)

    def _of_finite(self, verb: str, at: int) -> Span | None:
        found = finite_subject(self.words, at, 0, verb in INVERTED)
        if found is None:
            return self._shared(at)
        return None if verb in _NAMING and self._names_a_thing(at, found) else found

    def _shared(self, at: int) -> Span | None:
        """Return the subject that a verb has in common with an earlier one: "rose and said"."""
        before = self.words.kinds[:at].rstrip("xba")
        introduced = self.last is not None and self.last[1] < introduction(self.words.kinds, 0, at)
        if before[-1:] not in ("&", "s") or (self.last and not introduced):
            return self.last if before[-1:] in tuple("&stQq,") else None
        return first_subject(self.words, 0, at)

    def _names_a_thing(self, at: int, subject: Span) -> bool:
        """Return whether "a plan called “X”" is meant rather than "he called it “X”"."""
        return (
            self.words.kinds[at + 1 : at + 2] in tuple("QqCD")
            and self.words.kinds[subject[1]] == "n"
            and self.words.kinds[subject[0]] == "D"
            and subject[0] > 0
        )

    def _is_noun(self, word: str, verb: str, at: int) -> bool:
        """Return whether a word such as "claims" is a noun here."""
        if " " in word:
            return False
        before = self.words.kinds[at - 1 : at]
        if word in PARTICIPLES and self.words.kinds[:at].rstrip("a")[-1:] not in ("x", "b"):
            return True
        if before in ("f", "o", "D") and self._word(at - 1) not in _PLURALS:
            return True
        if before == "t":
            return self.last is None
        if word.endswith("s") and self._is_plural_noun(before, at):
            return True
        return word == verb and not self._may_be_plural(at)

    def _is_plural_noun(self, before: str, at: int) -> bool:
        if self._word(at - 1).endswith(("'s", "’s")):
            return True
        following = self.words.kinds[at + 1 : at + 2]
        if self._word(at) in _NOUNS and following in tuple("ofvxb"):
            return True
        quote_near = "Q" in self.words.kinds[max(0, at - 7) : at].upper()
        return following in tuple("ofvxbr") and before not in tuple("PrCQq") and not quote_near

    def _may_be_plural(self, at: int) -> bool:
        before, word = self.words.kinds[at - 1 : at], self._word(at - 1)
        if before in tuple("PxrwQa"):
            return True
        return before in tuple("nCD") and (word in _PLURALS or _PLURAL.search(word) is not None)

    def _passive(self, at: int) -> bool:
        before = at - 1
        while before > 0 and self.words.kinds[before] == "a":
            before -= 1
        return before >= 0 and self.words.kinds[before] == "b"

    def _agent(self, at: int) -> Span | None:
        """Return who says in "was called “X” by Mrs Hale"."""
        for number in range(at + 1, min(at + 9, len(self.words.spans))):
            if self._word(number) == "by":
                return phrase_after(self.words, number + 1)
        return None

    def _of_participle(self, at: int) -> Span | None:
        if self._passive(at):
            return finite_subject(self.words, at, 0)
        while at > 1 and self.words.kinds[at - 1] == "a":
            at -= 1
        before = self.words.kinds[at - 1 : at]
        if before == "D":
            return None
        if self._word(at - 1) == "as" and at > 1 and self.words.kinds[at - 2] == "e":
            return finite_subject(self.words, at - 2, 0)
        return self._blamed(before, at) or self.last or first_subject(self.words, 0, at)

    def _absolute(self, found: Span) -> bool:
        """Return whether a phrase stands by itself before a participle: ", Mr Hale saying"."""
        before = self.words.kinds[found[0] - 1 : found[0]]
        return before in (",", "-", "&") and self.words.kinds[found[1]] in "CP"

    def _is_blamed(self, at: int, speaker: Span) -> bool:
        number = self._number(at)
        governed = self.words.kinds[speaker[0] - 1 : speaker[0]] in ("t", "o", "f")
        return not governed and self._word(number - 1) == "for" and speaker[1] == number - 2

    def _blamed(self, before: str, at: int) -> Span | None:
        """Return who says in "criticised Mr Hale for saying", "with Mr Hale saying"."""
        found = phrase_before(self.words, at - 1 if before == "f" else at)
        if found is None:
            return None
        if before == "f":
            return blamed(self.words, found)
        return found if self._word(found[0] - 1) == "with" or self._absolute(found) else None
