"""The suggestions of a document beside the case that they are to come into."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from typing import TypeVar, cast

from viewer.domain.accepting.groups import Group, groups_of
from viewer.domain.accepting.marks import Marks
from viewer.domain.accepting.units import unit_of
from viewer.domain.marking import Words
from viewer.domain.marking.draft import without_article
from viewer.domain.marking.mentions import SearchedCase, form_of_name
from viewer.domain.records import Document, Rejection
from viewer.domain.suggestions import Mentioned, SuggestedName, SuggestedQuote, Suggestion

Span = tuple[int, int]
S = TypeVar("S", bound=Suggestion)


class Reading:
    """What is suggested, what the case says of the document already, and what was turned down.

    A suggestion whose words are not those of the document is left out.
    """

    def __init__(
        self, case: SearchedCase, document: Document, suggestions: Iterable[Suggestion]
    ) -> None:
        self.case = case
        self.document = document
        self.suggestions = tuple(each for each in suggestions if self._fits(each))
        self.groups = groups_of(self.suggestions)
        self.marks = Marks(case, document)
        self._kinds: dict[type[Suggestion], tuple[Suggestion, ...]] = {}
        self._names: dict[tuple[str, str, int, int], tuple[Words, ...]] = {}
        self._forms: dict[tuple[str, str, int, int], frozenset[str]] = {}

    def _fits(self, suggestion: Suggestion) -> bool:
        words = self.words((suggestion.start, suggestion.end))
        return words is not None and words.text == suggestion.text

    def of(self, kind: type[S]) -> tuple[S, ...]:
        """Return the suggestions of a kind, each once."""
        if kind not in self._kinds:
            found = (each for each in self.suggestions if isinstance(each, kind))
            self._kinds[kind] = tuple(dict.fromkeys(found))
        return cast(tuple[S, ...], self._kinds[kind])

    def quote_around(self, span: Span) -> SuggestedQuote | None:
        """Return the quote in which most of some words stand: a sentence may take its marks along.

        Of several the one that begins first.
        """
        quotes, reach = self._quotes
        middle = (span[0] + span[1]) // 2
        at = bisect_right(reach, middle)
        return quotes[at] if at < len(quotes) and quotes[at].start <= middle else None

    @cached_property
    def _quotes(self) -> tuple[list[SuggestedQuote], list[int]]:
        """The quotes by their beginnings, and how far each and all before it reach."""
        quotes = sorted(self.of(SuggestedQuote), key=lambda quote: quote.start)
        return quotes, list(accumulate((quote.end for quote in quotes), max))

    def words(self, span: Span | None) -> Words | None:
        """Return the words of a span; None where there are none."""
        start, end = span or (-1, -1)
        text = self.document.text
        is_there = 0 <= start < end <= len(text) and not text[start:end].isspace()
        return Words(self.document, start, end) if is_there else None

    def name_at(self, mention: SuggestedName | Mentioned) -> Words | None:
        """Return the words of a mention as a name: without marks and possessive ending."""
        words = self.words((mention.start, mention.end))
        return words.as_name() if words is not None else None

    def named(self, group: Group) -> tuple[Words, ...]:
        """Return the words of each mention, those first that give the name in full."""
        if (key := _place(group)) not in self._names:
            self._names[key] = self._named_anew(group)
        return self._names[key]

    def _named_anew(self, group: Group) -> tuple[Words, ...]:
        found = [words for each in group.mentions if (words := self.name_at(each)) is not None]
        full = form_of_name(group.name)
        found.sort(key=lambda words: (form_of_name(words.line) != full, words.start))
        return tuple(found)

    def forms(self, group: Group) -> frozenset[str]:
        """Return how the mentions and the name are written, as forms to compare."""
        if (key := _place(group)) not in self._forms:
            lines = (group.name, *(words.line for words in self.named(group)))
            self._forms[key] = frozenset(map(form_of_name, lines))
        return self._forms[key]

    def group(self, kind: str, mentioned: Mentioned | None, naming: str = "") -> Group | None:
        """Return what words mean; None where that is not known, or of another kind.

        Words that give a name of which no mention was suggested are a mention themselves.
        """
        if mentioned is None or not mentioned.name.strip():
            return None
        found = self.groups.get((kind, mentioned.name))
        if found is not None or mentioned.name in self._named:
            return found
        words = self.name_at(mentioned)
        is_given = words is not None and form_of_name(words.line) == form_of_name(mentioned.name)
        return _alone(kind, mentioned, naming or _naming(mentioned.name)) if is_given else None

    @cached_property
    def _named(self) -> set[str]:
        return {name for _, name in self.groups}

    def said_of(self, kind: str, mentioned: Mentioned | None) -> str:
        """Return what somebody is called whom words mean; "" where that is not known."""
        group = self.group(kind, mentioned)
        return "" if group is None or self.is_rejected(kind, group.name) else group.called

    def note_on(self, kind: str, mentioned: Mentioned) -> str:
        """Return how words such as "he" are read; "" for those that give the name."""
        group, words = self.group(kind, mentioned), self.words((mentioned.start, mentioned.end))
        if group is None or words is None:
            return ""
        line = form_of_name(words.line)
        is_given = any(form in line for form in self.forms(group))
        return "" if is_given else f"“{words.line}” is {group.called}"

    def is_rejected(self, kind: str, value: str = "", span: Span = (-1, -1)) -> bool:
        """Whether it was turned down: a person or place by name, anything else by its span."""
        return (kind, value) in self._rejected or (kind, *span) in self._rejected

    @cached_property
    def _rejected(self) -> set[tuple[str | int, ...]]:
        found: set[tuple[str | int, ...]] = set()
        for each in self.case.where(Rejection, document_id=self.document.id):
            if each.suggested in ("person", "place"):
                found.add((each.suggested, each.value))
            else:
                found.add((each.suggested, each.start, each.end))
        return found


def _place(group: Group) -> tuple[str, str, int, int]:
    """Return what tells a group from others of the same document, without all its mentions."""
    first = group.mentions[0]
    return group.kind, group.name, first.start, first.end


def _alone(kind: str, mentioned: Mentioned, naming: str) -> Group:
    mention = SuggestedName(
        start=mentioned.start,
        end=mentioned.end,
        text="",
        confidence=0,
        reason="",
        what=kind,
        name=mentioned.name,
        naming=naming,
    )
    unit = "individual" if naming == "named" else unit_of(mentioned.name)
    return Group(kind, mentioned.name, (mention,), naming, unit)


def _naming(name: str) -> str:
    """Return how somebody is known whom words name or describe, by the first letter."""
    return "role_only" if without_article(name)[:1].islower() else "named"
