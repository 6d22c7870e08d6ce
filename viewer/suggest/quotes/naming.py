"""From a cue to the speaker that is suggested: whose name the words mean, and how they name him."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from viewer.domain.suggestions import Mentioned, SuggestedName
from viewer.suggest.article import Span
from viewer.suggest.quotes.cues import Cue, Language
from viewer.suggest.quotes.reading import Reading
from viewer.suggest.quotes.rules import Attributed

#: A word with a capital that does not only begin a phrase such as "The officials".
_CAPITAL = re.compile(r"(?!(?:The|An?|His|Her|Their|Its|Some|Many|One|Several)\b)\b[^\W\d_a-z]\w")
#: How many code points before a pronoun the person whom it means is looked for.
_FAR = 600
#: How many code points after a cue tell that a name is kept back.
_BESIDE = 160
#: The rules of quotes that are a paragraph of their own: there a name is better than "he".
_WHOLE = frozenset(["before", "paragraph"])
_DEPENDENT = re.compile(r"\b(?:of|for|from|at|in|with|to|by|on)\b|['’]s\b")


class Names:
    """The names of a text as speakers: who is meant by words, or by a pronoun after them."""

    def __init__(self, text: str, names: Sequence[SuggestedName]) -> None:
        speakers = [each for each in names if each.what != "place"]
        self._text = text
        self._names = sorted(speakers, key=lambda each: each.start)
        self._starts = [each.start for each in self._names]

    def mention(self, span: Span) -> SuggestedName | None:
        """Return the name that words are or begin with; none of "a spokesman for Mrs Hale"."""
        start, end = span
        for each in self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            owner = self._text.startswith(("'s", "’s"), each.end) and each.end < end
            if not owner and _DEPENDENT.search(self._text, start, each.start) is None:
                return each
        return None

    def before(self, at: int, since: int) -> SuggestedName | None:
        """Return the person named last between two places."""
        for number in range(bisect_right(self._starts, at) - 1, -1, -1):
            each = self._names[number]
            if each.start < since:
                return None
            if each.what == "person" and each.naming == "named" and each.end <= at:
                return each
        return None


class Speakers:
    """Makes speakers of cues: where they are named, what their name is, how they are named."""

    def __init__(self, reading: Reading, names: Names, language: Language) -> None:
        self._text, self._mask = reading.text, reading.mask
        self._names, self._language = names, language

    def of(self, found: Attributed) -> tuple[Mentioned | None, str]:
        """Return the speaker of a quote, and by which code of `attribution` he is named."""
        cue = found.cue
        if cue is None:
            return None, "unattributed"
        named = self._named(cue)
        span = cue.speaker
        if cue.vague and named is not None and found.rule in _WHOLE:
            span = named.start, named.end
        return Mentioned(*span, self._name(cue, named)), self._attribution(cue, named)

    def _named(self, cue: Cue) -> SuggestedName | None:
        if cue.vague and cue.means is None:
            return self._names.before(cue.start, cue.start - _FAR)
        return self._names.mention(cue.means or cue.speaker)

    def _name(self, cue: Cue, named: SuggestedName | None) -> str:
        if named is not None:
            return named.name
        vague = cue.vague and cue.means is None
        return "" if vague else self._words(cue)

    def _words(self, cue: Cue) -> str:
        return " ".join(self._text[slice(*(cue.means or cue.speaker))].split())

    def _attribution(self, cue: Cue, named: SuggestedName | None) -> str:
        start = min(cue.start, cue.speaker[0])
        if self._language.withheld(self._words(cue), self._mask[start : cue.end + _BESIDE]):
            return "anonymous"
        if named is not None:
            return "by_name" if named.naming == "named" else "role_only"
        return "by_name" if _CAPITAL.search(self._words(cue)) and not cue.vague else "role_only"
