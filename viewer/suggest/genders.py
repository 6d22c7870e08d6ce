"""Whether a person of a document is "he" or "she", where the document or the name tells."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from viewer import resources
from viewer.domain.suggestions import SuggestedName
from viewer.suggest.names.words import plain

HE, SHE, UNKNOWN = "he", "she", ""
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself", "هو"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself", "هي"), SHE),
}
_SPLIT = re.compile(r"[’']")
#: The word before a name, and whether a comma parts them.
_BEFORE = re.compile(r"([^\W\d]+(?:-[^\W\d]+)*)\.?(,?)[ \u00a0]+\Z")
_ENDS = re.compile(r"[,.;:!?)”\"]|\Z|\n")
#: How many code points before and after a name tell of it.
_NEAR, _BESIDE = 30, 120
_SMALL = "of|in|on|at|to|and|or|by|with|that|who|whose|as|for|from|was|is"
_ARTICLE = "an?|the|his|her|their|my|our|its|one"
_INSIDE = {"bin": HE, "ibn": HE, "abu": HE, "bint": SHE, "umm": SHE}


def pronoun(words: str) -> str:
    """Return `HE` or `SHE` for a pronoun such as "his" or "she's"; else `UNKNOWN`."""
    return _PRONOUNS.get(_SPLIT.split(words.lower(), maxsplit=1)[0].strip(), UNKNOWN)


def word_gender(word: str) -> str:
    """Return whom a title or a noun such as "sister" means."""
    return _words().get(word.lower(), UNKNOWN)


def given_gender(name: str, alone: bool = False) -> str:
    """Return who has a given name, where hardly anybody else has it.

    One that stands `alone` may be a family name, unless it is well known as a given name.
    """
    known = _own_names() if alone else _names()
    return known.get(name) or known.get(name.split("-", 1)[0], UNKNOWN)


@cache
def _lists() -> dict[str, str]:
    found: dict[str, str] = resources.toml("words", "genders.toml")
    return found


@cache
def _words() -> dict[str, str]:
    men, women = _lists()["man_words"].split(), _lists()["woman_words"].split()
    return dict.fromkeys(men, HE) | dict.fromkeys(women, SHE)


@cache
def _names() -> dict[str, str]:
    return (
        dict.fromkeys(_listed("men.txt"), HE)
        | dict.fromkeys(_listed("women.txt"), SHE)
        | _own_names()
    )


@cache
def _own_names() -> dict[str, str]:
    men, women = _lists()["men"].split(), _lists()["women"].split()
    return dict.fromkeys(men, HE) | dict.fromkeys(women, SHE)


def _listed(file: str) -> list[str]:
    return resources.path("words", file).read_text("utf-8").partition("\n")[2].split()


@cache
def _apposition() -> re.Pattern[str]:
    """Return the pattern of ", a nurse and", ", 34, his sister," after a name."""
    nouns = "|".join(sorted(_words(), key=len, reverse=True))
    article = rf"(?:{_ARTICLE}|[\w-]+['’]s) (?:(?!(?:{_SMALL})\b)[\w-]+ ){{0,3}}?"
    return re.compile(
        rf"(?:,? \(?\d\d\)?)?, (?:{article})?"
        rf"({nouns})(?=[,.;:)!?\n]| (?:{_SMALL})\b|\Z)"
    )


class Genders:
    """The genders of the persons whom a text names, looked for only when asked."""

    def __init__(self, text: str, names: Sequence[SuggestedName]) -> None:
        self._text, self._names = text, names
        self._known: dict[str, str] = {}

    @cached_property
    def _mentions(self) -> dict[str, list[SuggestedName]]:
        mentions: dict[str, list[SuggestedName]] = {}
        for each in self._names:
            mentions.setdefault(each.name, []).append(each)
        return mentions

    def of(self, name: str) -> str:
        """Return `HE` or `SHE`; `UNKNOWN` where nothing or too much speaks for it."""
        if name not in self._known:
            told = {gender for each in self._mentions.get(name, []) for gender in self._told(each)}
            self._known[name] = (
                (told.pop() if len(told) == 1 else UNKNOWN) if told else _of_name(name)
            )
        return self._known[name]

    def _told(self, mention: SuggestedName) -> Iterator[str]:
        """Yield what the words in and around one mention tell."""
        words = mention.text.split()[:2]
        if mention.title is not None:
            words += self._text[slice(*mention.title)].split()
        yield from filter(None, (word_gender(word.strip(".,")) for word in words))
        yield from filter(None, (self._before(mention), self._after(mention.end)))

    def _before(self, mention: SuggestedName) -> str:
        match = _BEFORE.search(self._text[max(0, mention.start - _NEAR) : mention.start])
        if match is None or (match[2] and not _ENDS.match(self._text, mention.end)):
            return UNKNOWN
        return word_gender(match[1])

    def _after(self, end: int) -> str:
        match = _apposition().match(self._text, end, end + _BESIDE)
        return word_gender(match[1]) if match else UNKNOWN


def _of_name(name: str) -> str:
    words = plain(name).lower().split()
    for word in words[:-1]:
        if word in _INSIDE:
            return _INSIDE[word]
    first = next((word for word in words if len(word.strip(".")) > 1), "")
    return given_gender(first, alone=len(words) == 1)
