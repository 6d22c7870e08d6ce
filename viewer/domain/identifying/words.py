"""The words by which somebody is spoken of without a name, and the words of a text as compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from viewer import resources
from viewer.domain.text import folded

#: A word with the marks that stand on its letters.
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f])*"
)
_ENGLISH = re.compile(r"[\w-]+")
_ARTICLE = re.compile(r"\A(?:the|an?)\b\s*", re.IGNORECASE)
#: Stands for the ة of a word, which tells "mother" from "his father" and which folding gives up.
_TA = "\ue000"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded but for its ة, and where it stands in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kin:
    """What somebody is to somebody: its words, what it is in return, and the tie that is meant."""

    code: str
    english: frozenset[str]
    arabic: frozenset[tuple[str, ...]]
    back: frozenset[str]
    tie: str


def key_of(word: str) -> str:
    """Return a word as it is compared here."""
    return folded(word.replace("ة", _TA))


def words_in(text: str) -> list[Word]:
    """Return the words of a text in their order."""
    return [Word(key_of(match[0]), *match.span()) for match in _WORD.finditer(text)]


def without_article(words: str) -> str:
    """Return an English expression without the article that it begins with."""
    return _ARTICLE.sub("", words)


@cache
def lists() -> dict[str, Any]:
    """Return all lists of words, as the resource has them."""
    return resources.toml("words", "roles.toml")


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """Return one list of a language, its words as they are compared."""
    return frozenset(key_of(word) for word in lists()[language][name].split())


@cache
def kin() -> dict[str, Kin]:
    """Return every kind of kin by its code."""
    return {code: _kin(code, values) for code, values in lists()["kin"].items()}


def _kin(code: str, values: dict[str, str]) -> Kin:
    return Kin(
        code=code,
        english=frozenset(values["en"].split()),
        arabic=frozenset(tuple(map(key_of, word.split("_"))) for word in values["ar"].split()),
        back=frozenset(values["back"].split()),
        tie=values.get("tie", "relative"),
    )


@cache
def english_kin() -> dict[str, frozenset[str]]:
    """Return the codes that each English word may mean."""
    words = {word for each in kin().values() for word in each.english}
    return {
        word: frozenset(c for c, each in kin().items() if word in each.english) for word in words
    }


@cache
def arabic_kin() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the codes that each Arabic expression may mean, by its words."""
    found = {words for each in kin().values() for words in each.arabic}
    return {
        words: frozenset(c for c, each in kin().items() if words in each.arabic) for words in found
    }


@cache
def akin() -> dict[str, str]:
    """Return what stands for each word of an occupation that has others like it."""
    return {key_of(w): group for group, line in lists()["akin"].items() for w in line.split()}


def kin_codes(words: str) -> frozenset[str]:
    """Return the kin that words such as "Brother of the victim" speak of."""
    english = (english_kin().get(word) for word in _ENGLISH.findall(words.lower()))
    found = [codes for codes in english if codes]
    return frozenset[str]().union(*found, *_arabic_codes(words))


def _arabic_codes(words: str) -> Iterator[frozenset[str]]:
    forms = [word.text.removeprefix("ال") for word in words_in(words)]
    at = 0
    while at < len(forms):
        length = 2 if tuple(forms[at : at + 2]) in arabic_kin() else 1
        yield arabic_kin().get(tuple(forms[at : at + length]), frozenset())
        at += length


def back(codes: frozenset[str]) -> frozenset[str]:
    """Return what one is to somebody who is this to one."""
    return frozenset(other for code in codes for other in kin()[code].back)
