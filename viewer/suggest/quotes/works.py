"""Words between marks that nobody speaks: titles of works, headings."""

import re

from viewer.domain.text import words as words_of

_WORD = re.compile(r"\w[\w’'.-]*")
#: Written small within a title.
_SMALL = frozenset(words_of("a an and as at but by for from in of on or the to with vs"))
#: A title that is longer is rather a sentence in capitals.
_LONGEST = 8


def is_title(words: str) -> bool:
    """Return whether words are written like the title of a work: "The Morning Post"."""
    found = _WORD.findall(words)
    if not 0 < len(found) <= _LONGEST:
        return False
    return all(word[0].isupper() or word in _SMALL for word in found) and found[0][0].isupper()


def in_capitals(words: str) -> bool:
    """Return whether most words have capitals, as in a headline."""
    found = [word for word in _WORD.findall(words) if word not in _SMALL]
    capitals = [word for word in found if word[0].isupper()]
    return len(capitals) * 4 > len(found) * 3


def is_heading(words: str, single: bool) -> bool:
    """Return whether a paragraph that is only a short quote is rather a heading."""
    return single or words.isupper() or words.rstrip().endswith(":") or len(words.split()) < 2
