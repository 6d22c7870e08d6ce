"""From a cue to the speaker that is suggested: whose name the words mean, and how they name him."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from viewer.domain.suggestions import Mentioned, SuggestedName
from viewer.suggest.article import Span
from viewer.suggest.quotes.cues import Cue

_CAPITAL = re.compile(r"[^\W\d_a-z]\w")
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
        for each in reversed(self._names[: bisect_right(self._starts, at)]):
            if each.start < since:
                return None
            if each.what == "person" and each.naming == "named" and each.end <= at:
                return each
        return None


def speaker(text: str, cue: Cue, names: Names, since: int) -> tuple[Mentioned, str]:
    """Return a cue's speaker, and by which code of the vocabulary `attribution` he is named."""
    span = cue.means or cue.speaker
    named = names.mention(span) or (names.before(cue.start, since) if cue.vague else None)
    words = " ".join(text[slice(*span)].split())
    name = named.name if named else "" if cue.vague else words
    by_name = (named and named.naming == "named") or (not cue.vague and _CAPITAL.match(words))
    return Mentioned(*cue.speaker, name), "by_name" if by_name else "role_only"
