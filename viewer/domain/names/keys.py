"""Keys of names: only names that share one need to be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from viewer.domain.names.spoken import Spoken

#: Words of a name that are looked at: what follows is ancestry.
_WORDS = 7
#: So many consonants a word must have to be found with another one in their place.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Keys:
    """Of two names that are alike, an `own` key of one is an own or a `longer` key of the other.

    `own` keys are of the name as a whole, `longer` ones of the names that it may be the long
    form of.
    """

    own: frozenset[str]
    longer: frozenset[str]

    def meet(self, other: "Keys") -> bool:
        """Return whether two names are to be compared."""
        return not (
            self.own.isdisjoint(other.own)
            and self.own.isdisjoint(other.longer)
            and self.longer.isdisjoint(other.own)
        )


@lru_cache(maxsize=2**16)
def keys(name: Spoken) -> Keys:
    """Return the keys of a name.

    They are made of the first and the last word, whichever stands first and one of both perhaps
    with a consonant that is heard otherwise; of the initial of one and the other; of all words in
    any order; and of the first letters of all.
    """
    words = name.words[:_WORDS]
    found = [word.key or word.letters for word in words]
    if len(found) < 2:
        own = {*found, *(f"={word.letters}" for word in name.words)}
        return Keys(frozenset(own), frozenset())
    first, *between, last = found
    own = {*_pair(first, last), " ".join(sorted(found))}
    longer = {key for other in between for key in _pair(first, other)}
    ends = {f"{first[:1]}. {last}", f"{last[:1]}. {first}"}
    has_initial = words[0].is_initial or words[-1].is_initial
    (own if has_initial else longer).update(ends)
    longer.add(f"={''.join(word.letters[0] for word in name.words)}")
    return Keys(frozenset(own), frozenset(longer))


def _pair(one: str, other: str) -> Iterator[str]:
    yield from (f"{one} ~{heard}" for heard in _variants(other))
    yield from (f"{other} ~{heard}" for heard in _variants(one))


def _variants(key: str) -> Iterator[str]:
    yield key
    if len(key) >= _ENOUGH:
        yield from {f"{key[:place]}{key[place + 1 :]}" for place in range(len(key))}
