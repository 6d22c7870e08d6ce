"""The short forms of a document's names and the fullest one of each, never by a shared surname."""

import re
from collections.abc import Iterable, Iterator, Sequence

from viewer.suggest.names.lists import SMALL
from viewer.suggest.names.words import lexicon, plain

_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|az|ad|at|ul)[-'’]")
_SMALL = SMALL | {"al", "el", "bin", "ibn", "abu"}
_SUFFIXES = frozenset(word.lower() for word in lexicon()["suffixes"])
#: So many words of a name are compared.
_WORDS = 7

Parts = tuple[str, ...]


def parts(words: Sequence[str]) -> Parts:
    """Return what of a name is compared: small, without accents, articles and "Jr."."""
    small = (plain(word).lower().rstrip(".") for word in words[:_WORDS])
    bare = [_ARTICLE.sub("", word, count=1) for word in small if word not in _SUFFIXES]
    return tuple(word for word in bare if word not in _SMALL) or tuple(bare)


class People:
    """The persons of a document by their forms; `fullest` answers the name of a form."""

    def __init__(self, forms: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._fullest: dict[str, str] = {}
        self._of: dict[Parts, str] = {}
        #: Of each short form the full name, or None where several persons may be meant.
        self._short: dict[Parts, Parts | None] = {}
        known = [(key, parts(words)) for key, words in forms]
        for key, own in sorted(known, key=lambda form: -len(form[1])):
            self._place(key, own)

    def _place(self, key: str, own: Parts) -> None:
        of = own if own in self._of else self._short.get(own)
        if of is None:
            of = own
            self._of[own] = key
            for short in set(_short_forms(own)):
                self._short[short] = own if short not in self._short else None
        self._fullest[key] = self._of[of]

    def fullest(self, key: str) -> str:
        """Return the fullest form of the person that is called `key`."""
        return self._fullest.get(key, key)

    def knows(self, words: Sequence[str]) -> bool:
        """Return whether one or more persons may be called so for short."""
        return parts(words) in self._short


def _short_forms(full: Parts) -> Iterator[Parts]:
    """Yield the given name, the family name and all that a person may be called for short."""
    for length in range(1, len(full)):
        yield full[:length]
        yield full[-length:]
    if len(full) > 1:
        yield full[0], full[-1]
        yield full[0][:1], *full[1:]
        yield full[0][:1], full[-1]
