"""The clause that an English cue reports in its own sentence: "said that the road was closed"."""

import re

from viewer.suggest.article import Span
from viewer.suggest.quotes.english.phrases import phrase_after
from viewer.suggest.quotes.english.tokens import Tokens
from viewer.suggest.quotes.english.words import listed

#: Verbs after which a whole clause is surely what somebody said.
REPORTING = listed(
    "say tell add note claim argue insist warn allege announce confirm report state explain "
    "acknowledge admit concede assert contend maintain predict testify declare reveal estimate "
    "deny recall remark observe complain reply conclude reiterate stress emphasize emphasise"
)
#: A subject and its verb.
_CLAUSE = re.compile(r"[^,!:;Qq]{1,14}?[xbve]")
_STOP = re.compile(r"[-!]")
_LEAST = 3


def clause_after(words: Tokens, first: int, told: bool) -> Span | None:
    """Return the clause that begins with a token, or after "that", up to the sentence's end.

    `told` is for verbs that name a listener first: "told the court that …".
    """
    first = _after_time(words.kinds, first)
    if told and (listener := phrase_after(words, first)) is not None:
        first = _after_time(words.kinds, listener[1] + 1)
    introduced = words.kinds[first : first + 1] == "w"
    return _clause(words, first + introduced, len(words.kinds))


def clause_before(words: Tokens, comma: int) -> Span | None:
    """Return the clause from the beginning of a sentence to a comma."""
    return _clause(words, 0, comma)


def _after_time(kinds: str, first: int) -> int:
    while first < len(kinds) and kinds[first] in "ya":
        first += 1
    return first


def _clause(words: Tokens, first: int, end: int) -> Span | None:
    if (stop := _STOP.search(words.kinds, first, end)) is not None:
        end = stop.start()
    while end > first and words.kinds[end - 1] in "!,.":
        end -= 1
    if end - first < _LEAST or words.kinds[first] in "ofsvxbte,:!-&":
        return None
    return words.span(first, end - 1) if _CLAUSE.match(words.kinds, first, end) else None
