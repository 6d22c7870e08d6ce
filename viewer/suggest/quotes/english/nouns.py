"""Cues that are no verbs: "Hale:", "her claim that", "Hale's promise", "a letter from Hale"."""

import re
from collections.abc import Iterator

from viewer.suggest.article import Span
from viewer.suggest.quotes.english.phrases import phrase_after, phrase_before
from viewer.suggest.quotes.english.tokens import Tokens
from viewer.suggest.quotes.english.words import listed

_SPOKEN = listed(
    "claim claims comment comments remark remarks statement statements assertion assertions "
    "promise promises pledge pledges vow call calls warning warnings suggestion suggestions "
    "description question questions response answer answers reply message slogan words argument "
    "arguments accusation accusations allegation allegations complaint complaints criticism "
    "insistence declaration tweet tweets prediction predictions belief admission motto refrain "
    "view characterization characterisation contention denial testimony advice plea demand "
    "demands explanation assessment conclusion speech letter mantra quote phrase term"
)
_WRITTEN = listed("statement letter message tweet email headline memo post note report response")
_OWNER = listed("his her their its my our your whose")
_LABEL = re.compile(r"[C.(]{1,6}:")
#: What stands before a colon without being anybody.
_NO_SPEAKER = listed(
    "related note update updated video watch read photo photos breaking exclusive opinion more "
    "correction editor's caption myth fact here this that there it example"
)


def label(mask: str, words: Tokens) -> Span | None:
    """Return who stands before the colon that begins a sentence, as numbers of tokens."""
    match = _LABEL.match(words.kinds)
    if match is None or mask[slice(*words.spans[0])].lower() in _NO_SPEAKER:
        return None
    return 0, match.end() - 2


def spoken(mask: str, words: Tokens) -> Iterator[tuple[int, Span]]:
    """Yield the nouns that report words, each with the phrase of its owner."""
    for at, kind in enumerate(words.kinds):
        if kind in "ne" and (word := mask[slice(*words.spans[at])].lower()) in _SPOKEN | _WRITTEN:
            owner = _owner(mask, words, at) if word in _SPOKEN else None
            if word in _WRITTEN:
                owner = owner or _writer(mask, words, at)
            if owner is not None:
                yield at, owner


def _owner(mask: str, words: Tokens, noun: int) -> Span | None:
    """Return who owns a noun: "her" in "her first claim", "Hale" in "Hale's claim"."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        word = mask[slice(*words.spans[at])].lower()
        if word in _OWNER:
            return at, at
        if word.endswith(("'s", "’s", "s'", "s’")):
            return _named(words, phrase_before(words, at + 1))
        if words.kinds[at] not in "negC#aQq":
            return None
    return None


def _named(words: Tokens, owner: Span | None) -> Span | None:
    """Return an owner without a verb that stands before the name: "heard Hale's claim"."""
    if owner is None or words.kinds[owner[0]] not in "ne":
        return owner
    name = words.kinds.find("C", owner[0], owner[1] + 1)
    return (name, owner[1]) if name > 0 else owner


def _writer(mask: str, words: Tokens, noun: int) -> Span | None:
    if mask[slice(*words.spans[noun + 1])] in ("from", "by") if noun + 1 < len(words.spans) else 0:
        return phrase_after(words, noun + 2)
    return None
