"""Lines whose capitals mean nothing: "Leader Killed in Mosul" and "LEADER KILLED"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.names.lists import (
    ORGANISATIONS,
    ROLES,
    TITLES,
    is_demonym,
    is_known,
    is_place,
)
from viewer.suggest.names.words import common

Span = tuple[int, int]

#: A headline is no longer, in code points.
_LONGEST = 200
_WORD = re.compile(r"[^\W\d_][\w.&]*(?:[-’'](?![sS]\b)\w+)*")
#: Signs of a list or a caption, which is no headline.
_LISTED = re.compile(r"[;:()@|–—]")
#: Of how many words with more than three letters one may be small.
_SMALL_SHARE = 0.25
#: How many ordinary words with a capital make a headline.
_ORDINARY = 3
#: The longest name that is looked for in a headline, in words.
_WORDS = 6
_REASON = "It is well known"


def headlines(text: str, paragraphs: Iterable[Span]) -> Iterator[Span]:
    """Yield the paragraphs that are set as headlines."""
    for start, end in paragraphs:
        if end - start <= _LONGEST and text[end - 1] not in '.!”",':
            line = text[start:end]
            if not _LISTED.search(line) and (line.isupper() or _is_set(line)):
                yield start, end


def _is_set(line: str) -> bool:
    words = _WORD.findall(line)[1:]
    telling = [word for word in words if len(word) > 3]
    small = sum(word[0].islower() for word in telling)
    return small <= _SMALL_SHARE * len(telling) and sum(map(_is_ordinary, words)) >= _ORDINARY


def _is_ordinary(word: str) -> bool:
    """Whether a word has a capital that it has in no sentence."""
    small = word.lower()
    return (
        word[0].isupper()
        and small in common()
        and not (small in ROLES or word in TITLES or is_known(word))
    )


def names_in(text: str, line: Span, named: Mapping[str, SuggestedName]) -> Iterator[SuggestedName]:
    """Yield the names of a headline that the rest of the text has or everybody knows.

    `named` answers one mention for a name in small letters; of two names the longer is taken.
    """
    words, at = [match.span() for match in _WORD.finditer(text, *line)], 0
    while at < len(words):
        for stop in range(min(len(words), at + _WORDS), at, -1):
            found = _known(text, words[at][0], words[stop - 1][1], named)
            if found is not None:
                yield found
                at = stop - 1
                break
        at += 1


def _known(
    text: str, start: int, end: int, named: Mapping[str, SuggestedName]
) -> SuggestedName | None:
    words = text[start:end]
    if not words[0].isupper():
        return None
    mention = named.get(words.lower())
    if mention is not None:
        return replace(mention, start=start, end=end, text=words, title=None)
    name = words if words in ORGANISATIONS or len(words) < 4 else words.title()
    if not is_known(name) or is_demonym(name):
        return None
    what = "place" if is_place(name) else "organisation"
    return SuggestedName(
        start=start, end=end, text=words, confidence=0.7, reason=_REASON, what=what, name=name,
        unit="individual" if what == "place" else "organisation",
    )  # fmt: skip
