"""The words that names are made of and stand beside, read once from `resources/`."""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from viewer import resources

_OTHER_LETTERS = str.maketrans("øłđıØŁĐ’‘", "oldiOLD''")


def plain(word: str) -> str:
    """Return a word of a name without accents, as the lists have it; its case is kept."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word.translate(_OTHER_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _lines(*parts: str) -> list[str]:
    """Return the lines of a list without the remarks that begin with "#"."""
    text = resources.path(*parts).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(*parts: str) -> frozenset[str]:
    return frozenset(plain(word) for line in _lines(*parts) for word in line.split())


@dataclass(frozen=True)
class Lexicon:
    """The lists of one language, each a set; `language` is an ISO 639 code.

    A list of `resources/words/<language>.toml` is had by its key.
    """

    language: str

    @cached_property
    def _lists(self) -> dict[str, Any]:
        return resources.toml("words", f"{self.language}.toml")

    def __getitem__(self, key: str) -> frozenset[str]:
        return frozenset(word.replace("_", " ") for word in self._lists[key].split())


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Return the words of a language."""
    return Lexicon(language)


@cache
def given_names() -> frozenset[str]:
    """Return the given names of the world, small and without accents."""
    names = _words("words", "given.txt") | _words("words", "names.txt")
    return frozenset(name.lower() for name in names)


@cache
def family_names() -> frozenset[str]:
    """Return family names that are no given names, small and without accents."""
    return _words("words", "surnames.txt")


@cache
def leading_family_names() -> frozenset[str]:
    """Return the family names that stand before the given name, as in Chinese."""
    return frozenset(name.lower() for name in _words("words", "families.txt"))


@cache
def common() -> frozenset[str]:
    """Return the commonest words of English, small."""
    return _words("words", "english.txt")


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives and names of peoples, faiths and languages, with their plurals."""
    found = {word.replace("_", " ") for word in _words("gazetteer", "demonyms.txt")}
    return frozenset(found) | {f"{word}s" for word in found} | {f"Non-{word}" for word in found}


@cache
def places() -> dict[str, int]:
    """Return the names of places, and how well known each is: 0 the best."""
    rank, found = 0, {}
    for line in _lines("gazetteer", "places.txt"):
        if line.startswith("["):
            rank = int(line[1])
        else:
            found[line] = rank
    return found | dict.fromkeys(map(plain, _lines("gazetteer", "regions.txt")), 0)
