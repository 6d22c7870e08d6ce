"""Who does what an English verb of saying says."""

import re

from viewer.suggest.article import Span
from viewer.suggest.quotes.english.phrases import (
    phrase_after,
    phrase_before,
    subject_before_comma,
)
from viewer.suggest.quotes.english.tokens import Tokens

#: "on Monday", "earlier this week", "has in the past" between a subject and its verb.
_TIME = re.compile(r"(?<=[CnP(.r])[oa]*[Da]*y+\Z|(?<=[xb])oD?[ny]\Z")
#: A name after a comma, with nothing else in its part of the sentence.
_NAME_AFTER = re.compile(r",((?:C+n)?C[C.(]{0,5})(?=[,!Qq-]|$)")
_AFTER_PRONOUN = frozenset("xvb")


def finite_subject(words: Tokens, verb: int, start: int, inverts: bool = False) -> Span | None:
    """Return who says, before the verb or after it; `start` is where its sentence begins.

    `inverts` is for verbs whose subject may follow a comma without a quote.
    """
    at = _before_helping(words.kinds, verb, start)
    before = words.kinds[at - 1] if at > start else ""
    if before in ("", "Q") or (before in ",-" and words.kinds[at - 2 : at - 1] in ("q", "Q")):
        after = inverted_subject(words, verb)
        if after or before != "Q":
            return after
    if inverts and before in ",q":
        after = inverted_subject(words, verb)
        if after and _closed(words, after):
            return after
    if before == "q":
        return None
    if before in ",-Q":
        return subject_before_comma(words, at - 1, start)
    return _subject_at(words, at, start)


def _closed(words: Tokens, phrase: Span) -> bool:
    return (
        words.kinds[phrase[1] + 1 : phrase[1] + 2] in ("", ",", "!", "Q")
        and words.kinds[phrase[0]] in "CD"
    )


def _before_helping(kinds: str, verb: int, start: int) -> int:
    at = _skipped(kinds, verb, start)
    time = _TIME.search(kinds, start, at)
    if time is not None and time.start() > start:
        at = _skipped(kinds, time.start(), start)
    return at


def _skipped(kinds: str, at: int, start: int) -> int:
    while at > start and kinds[at - 1] in "xba":
        at -= 1
    return at


def _subject_at(words: Tokens, at: int, start: int) -> Span | None:
    kind = words.kinds[at - 1]
    if kind == "r":
        return at - 1, at - 1
    if kind == "w":
        return antecedent(words, at - 1, start)
    if kind in "&s":
        return None
    return phrase_before(words, at)


def antecedent(words: Tokens, at: int, start: int = 0) -> Span | None:
    """Return the phrase that "who" at a token stands for."""
    if at > start + 1 and words.kinds[at - 1] in ",-":
        return subject_before_comma(words, at - 1, start)
    return phrase_before(words, at) if at > start else None


def inverted_subject(words: Tokens, verb: int) -> Span | None:
    """Return who says in "said Mrs Hale"; "said he would go" is none."""
    found = phrase_after(words, verb + 1)
    if found is None or words.kinds[found[1] + 1 : found[1] + 2] in _AFTER_PRONOUN:
        return None
    return _named_after(words, found) or found


def _named_after(words: Tokens, phrase: Span) -> Span | None:
    """Return the name in "his sister, Rana Hale"."""
    if words.kinds[phrase[0]] != "D" or "C" in words.kinds[phrase[0] : phrase[1] + 1]:
        return None
    match = _NAME_AFTER.match(words.kinds, phrase[1] + 1)
    return (match.start(1), match.end(1) - 1) if match else None


def blamed(words: Tokens, phrase: Span) -> Span | None:
    """Return whom "criticised Mr Hale" before "for saying" names, without the verb."""
    kinds = words.kinds[: phrase[1] + 1]
    return (max(phrase[0], kinds.rfind("e") + 1), phrase[1]) if "C" in kinds[phrase[0] :] else None


def without_possessive(mask: str, begin: int, end: int) -> int:
    """Return where a phrase ends, "Hale's" before its "'s"."""
    if mask[begin:end].endswith(("'s", "’s")):
        return end - 2
    return end - 1 if mask[begin:end].endswith(("s'", "s’")) else end
