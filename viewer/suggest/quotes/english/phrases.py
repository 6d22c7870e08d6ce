"""Noun phrases: the words that name a speaker, read leftwards or rightwards from a place."""

import re

from viewer.suggest.article import Span
from viewer.suggest.quotes.english.tokens import Tokens

_CORE = r"(?:D[D#a]*(?:[Cn#(.egy]*[Cn#(.y])?|[eg]?[Cn#(.y]+|[Pr])"
_BEFORE = re.compile(rf"{_CORE}(?:[fo&]{_CORE})*\Z")
_AFTER = re.compile(
    rf"(?:[C.(]+(?![n])(?:f{_CORE})?|{_CORE}(?:[fo]{_CORE})*)(?:&[D]?[Cn.(]+(?![a-z]))?"
)
#: "Activists, " before "protesters and their families".
_LIST = re.compile(r"(?:D?[Cneg]{1,3},){1,4}")
#: How many tokens before a comma a subject is looked for.
_FAR = 60
#: How many tokens are from a subject without a name to the colon before its words.
_FAR_COLON = 18
_NAME = re.compile(r"[C.(]+")
_ROLE = re.compile(r"D.*[neg]\Z")
_LAST_NAME = re.compile(r"[C.(]+\Z")
_DATELINE = re.compile(r"[C,.(]{1,9}-")
_INTRODUCTION = re.compile(r"[^PDC][^,]*,|C[^,C]*,|D#?ya?o?,")
#: A part between commas that only describes what stands before it.
_DESCRIBING = re.compile(r"[DwrgeofnsaP#]|[C.(]+(?:$|n)")
_FIRST = re.compile(rf"[a&s]*({_CORE}(?:[f&]{_CORE})*)")


def phrase_before(words: Tokens, at: int) -> Span | None:
    """Return the noun phrase that ends right before a token, as numbers of its tokens."""
    match = _BEFORE.search(words.kinds, max(0, at - 14), at)
    if match is None:
        return None
    first, last = match.start(), match.end() - 1
    if first > 1 and _LIST.fullmatch(words.kinds, 0, first) and "&" in match[0]:
        return 0, last
    if first and words.kinds[first - 1] in "ofts":
        return _ungoverned(words, first, last)
    return first, last


def _ungoverned(words: Tokens, first: int, last: int) -> Span | None:
    """Return the subject after "In a speech in Iowa", with no comma between them."""
    name = _LAST_NAME.search(words.kinds, first, last + 1)
    if name is None or name.start() == first:
        return first, last
    return name.start(), last


def phrase_after(words: Tokens, at: int) -> Span | None:
    """Return the noun phrase that begins with a token."""
    match = _AFTER.match(words.kinds, at, at + 20)
    return (match.start(), match.end() - 1) if match and match.end() > match.start() else None


def subject_before_comma(words: Tokens, comma: int, start: int) -> Span | None:
    """Return the phrase before a part between commas: "X, a lawyer in Austin, Texas," is X."""
    parts = _parts(words.kinds, max(start, comma - _FAR), comma)
    at = len(parts) - 1
    if (
        at
        and _NAME.fullmatch(words.kinds, *parts[at])
        and _ROLE.search(words.kinds, *parts[at - 1])
    ):
        return parts[at][0], parts[at][1] - 1
    while at > 0 and _describes(words, parts[at]):
        if at == 1 and _introduces(words.kinds, *parts[0]):
            break
        at -= 1
    return phrase_before(words, parts[at][1])


def _describes(words: Tokens, part: Span) -> bool:
    return _DESCRIBING.match(words.kinds[slice(*part)]) is not None


def _introduces(kinds: str, start: int, end: int) -> bool:
    return start == end or kinds[start] in "oasgtefty"


def _parts(kinds: str, start: int, end: int) -> list[Span]:
    """Return the parts between the commas and dashes of a run of tokens."""
    ends = [at for at in range(start, end) if kinds[at] in ",-"]
    return list(zip([start, *(at + 1 for at in ends)], [*ends, end], strict=True))


def first_subject(words: Tokens, start: int, end: int) -> Span | None:
    """Return the subject of a sentence, after what only introduces it."""
    found = _FIRST.match(words.kinds, introduction(words.kinds, start, end), end)
    return (found.start(1), found.end(1) - 1) if found else None


def introduction(kinds: str, start: int, end: int) -> int:
    """Return where a sentence's subject may begin: after "In Iowa, on Monday,"."""
    if match := _DATELINE.match(kinds, start, end):
        start = match.end()
    while (match := _INTRODUCTION.match(kinds, start, end)) and match.end() < end:
        if kinds[start] not in "oasgteftyD":
            break
        start = match.end()
    return start


def introduces(words: Tokens, subject: Span, colon: int) -> bool:
    """Return whether a subject speaks after a colon: it is a name, or not far from the colon."""
    named = re.search("[CP]", words.kinds[subject[0] : subject[1] + 1])
    return named is not None or colon - subject[0] <= _FAR_COLON
