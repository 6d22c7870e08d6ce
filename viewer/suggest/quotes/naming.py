"""From a cue to the speaker that is suggested: whose name the words mean, and how they name him."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from viewer.domain.suggestions import Mentioned, SuggestedName
from viewer.suggest.article import Span
from viewer.suggest.quotes.antecedents import OWNER, Antecedents
from viewer.suggest.quotes.cues import Cue, Language
from viewer.suggest.quotes.masking import QUOTE
from viewer.suggest.quotes.reading import Reading
from viewer.suggest.quotes.rules import Attributed

_DEPENDENT = re.compile(r"\b(?:of|for|from|at|in|with|to|by|on)\b|['’]s\b")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w")
#: What follows a name that says once more who somebody is.
_AFTER_NAME = re.compile(rf"[,.;:]|{QUOTE}|\s*(?:\n|\Z)")
#: How many code points after a cue tell that a name is kept back.
_BESIDE = 160
#: The rule of quotes whose speaker is told of in the paragraph before, without being quoted there:
#: a name is better than "he".
_TOLD = "told before"


class Names:
    """The names of a text as speakers: who is meant by words."""

    def __init__(self, mask: str, names: Sequence[SuggestedName]) -> None:
        self._mask, self._names = mask, names
        self._starts = [each.start for each in self._names]

    def __bool__(self) -> bool:
        return bool(self._names)

    def mention(self, span: Span) -> SuggestedName | None:
        """Return the name that words are or begin with; none of "a spokesman for Mrs Hale"."""
        start, end = span
        for each in self._within(start, end):
            owner = self._mask.startswith(OWNER, each.end) and each.end < end
            if not owner and _DEPENDENT.search(self._mask, start, each.start) is None:
                return each
        return None

    def beginning(self, at: int) -> SuggestedName | None:
        """Return the person whose name stands at a place."""
        return next(self._persons(at, at + 1), None)

    def _persons(self, start: int, end: int) -> Iterator[SuggestedName]:
        """Yield the persons who are named, outside quotes, and of whom nothing else is told."""
        for each in self._within(start, end):
            named = each.what == "person" and each.naming == "named"
            quoted = self._mask[each.start : each.end] != each.text
            if named and not quoted and not self._mask.startswith(OWNER, each.end):
                yield each

    def _within(self, start: int, end: int) -> Sequence[SuggestedName]:
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Speakers:
    """Makes speakers of cues: where they are named, what their name is, how they are named."""

    def __init__(
        self, reading: Reading, names: Sequence[SuggestedName], language: Language
    ) -> None:
        self._text, self._mask = reading.text, reading.mask
        self._paragraphs = reading.paragraphs
        speakers = [each for each in names if each.what != "place"]
        speakers.sort(key=lambda each: each.start)
        self._names, self._language = Names(reading.mask, speakers), language
        self._antecedents = Antecedents(reading, speakers)

    def completed(self, found: Attributed) -> Attributed:
        """Return a quote that nobody says with whom a paragraph beside it begins by naming."""
        if found.cue is not None:
            return found
        beside = (found.quote.first - 1, found.quote.last + 1)
        numbers = [number for number in beside if 0 <= number < len(self._paragraphs)]
        named = (self._names.beginning(self._paragraphs[number].start) for number in numbers)
        person = next(filter(None, named), None)
        if person is None:
            return found
        span = person.start, person.end
        return replace(found, cue=Cue(*span, span, person.end), confidence=0.5, rule="beside")

    def of(self, cue: Cue | None, quote: Span, rule: str = "") -> tuple[Mentioned | None, str]:
        """Return who speaks a quote by a cue, and by which code of `attribution` he is named."""
        if cue is None:
            return None, "unattributed"
        cue = self._apposed(cue)
        named = self._named(cue, quote)
        span = cue.speaker
        if named is not None and rule == _TOLD and self._same_paragraph(named, cue):
            span = named.start, named.end
        return Mentioned(*span, self._name(cue, named)), self._attribution(cue, named)

    def _apposed(self, cue: Cue) -> Cue:
        """Return the cue of "his sister, Rana Qasim" with the name for its speaker."""
        end = cue.speaker[1]
        if cue.means is not None or not self._mask.startswith(", ", end):
            return cue
        person = self._names.beginning(end + 2)
        if person is None or self._names.mention(cue.speaker) is not None:
            return cue
        is_all = _AFTER_NAME.match(self._mask, person.end) is not None
        return replace(cue, speaker=(person.start, person.end), vague=False) if is_all else cue

    def _same_paragraph(self, named: SuggestedName, cue: Cue) -> bool:
        return cue.vague and "\n" not in self._text[named.end : cue.start]

    def _named(self, cue: Cue, quote: Span) -> SuggestedName | None:
        if cue.vague and cue.means is None:
            words = self._text[slice(*cue.speaker)]
            return self._antecedents.meant(words, cue.speaker[0], quote)
        return self._names.mention(cue.means or cue.speaker)

    def _name(self, cue: Cue, named: SuggestedName | None) -> str:
        if named is not None:
            return named.name
        return "" if cue.vague and cue.means is None else self._words(cue)

    def _words(self, cue: Cue) -> str:
        return " ".join(self._text[slice(*(cue.means or cue.speaker))].split())

    def _attribution(self, cue: Cue, named: SuggestedName | None) -> str:
        start = min(cue.start, cue.speaker[0])
        if self._language.withheld(self._words(cue), self._mask[start : cue.end + _BESIDE]):
            return "anonymous"
        if self._names:
            return "by_name" if named and named.naming == "named" else "role_only"
        return "by_name" if self._looks_named(cue) else "role_only"

    def _looks_named(self, cue: Cue) -> bool:
        """Return whether a speaker's words look like a name where no names are known."""
        first, _, rest = self._words(cue).partition(" ")
        return not cue.vague and _CAPITAL.search(rest or first) is not None
