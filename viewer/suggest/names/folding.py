"""The short forms of a document's names and the fullest one of each, never by a shared surname."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from viewer.suggest.names.words import lexicon, plain

_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|az|ad|at|ul)[-'’]")
_SMALL = lexicon()["particles"] | {"al", "el", "bin", "ibn", "abu"}
_SUFFIXES = frozenset(map(str.lower, lexicon()["suffixes"]))

Parts = tuple[str, ...]


def parts(words: Sequence[str]) -> Parts:
    """Return what of a name is compared: small, without accents, articles and "Jr."."""
    small = (plain(word).lower() for word in words)
    bare = [_ARTICLE.sub("", word, count=1) for word in small if word not in _SUFFIXES]
    return tuple(word for word in bare if word not in _SMALL) or tuple(bare)


class People:
    """The persons of a document by their forms; `fullest` answers the name of a form."""

    def __init__(self, forms: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._fullest: dict[str, str] = {}
        self._of: dict[Parts, str] = {}
        self._by_word: dict[str, set[Parts]] = defaultdict(set)
        known = [(key, parts(words)) for key, words in forms]
        for key, own in sorted(known, key=lambda form: -len(form[1])):
            self._place(key, own)

    def _place(self, key: str, own: Parts) -> None:
        of = self._one(own)
        if of is None:
            self._of.setdefault(own, key)
            for word in own:
                self._by_word[word].add(own)
        self._fullest[key] = self._of[of or own]

    def _one(self, own: Parts) -> Parts | None:
        """Return the one fuller name that these parts are short for; None for none or several."""
        if own in self._of:
            return own
        near = set().union(*(self._by_word.get(word, ()) for word in own))
        fitting = [full for full in near if is_short(own, full)]
        return fitting[0] if len(fitting) == 1 else None

    def fullest(self, key: str) -> str:
        """Return the fullest form of the person that is called `key`."""
        return self._fullest.get(key, key)

    def knows(self, words: Sequence[str]) -> bool:
        """Return whether one or more persons may be called so for short."""
        own = parts(words)
        near = set().union(*(self._by_word.get(word, ()) for word in own))
        return any(is_short(own, full) for full in near)


def is_short(own: Parts, full: Parts) -> bool:
    """Return whether `own` is the given name, the family name or a shorter form of `full`."""
    if len(own) >= len(full):
        return len(own) == len(full) > 1 and _with_initial(own, full)
    if own == full[-len(own) :] or own == full[: len(own)]:
        return True
    return len(own) > 1 and own[0] == full[0] and own[-1] == full[-1]


def _with_initial(own: Parts, full: Parts) -> bool:
    """The family name the same, and initials for what stands before it."""
    if own[-1] != full[-1]:
        return False
    pairs = [(one.rstrip("."), other) for one, other in zip(own[:-1], full[:-1], strict=True)]
    return all(other.startswith(one) and len(one) == 1 for one, other in pairs)
