"""A name as the words that are spoken: without articles, titles and the ways of joining them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from viewer.domain.names.scripts import script_of
from viewer.domain.names.sounds import key, plain, sounds

_APOSTROPHES = re.compile("['’‘`´ʼʿʾʻ\u02bd]")
_WORD = re.compile(r"[^\W_]+")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Said before names, and no part of them there.
_TITLES = _set(
    "dr mr mrs ms prof eng sheikh shaikh sheik shaykh hajj haj hajji lawyer "
    "د أ الدكتور دكتور الدكتورة دكتورة الشيخ شيخ الحاج حاج الحاجة المهندس مهندس المحامي المحامية "
    "السيد السيدة الأستاذ أستاذ"
)
_BETWEEN = _set("al el ul il bin ben ibn bint aal ال آل بن ابن بنت")
_ORGANISATIONAL = _set("the of for and in de la le des du et في و")
#: The article before a sun letter, as in “ash-Shami”.
_SUN = re.compile(r"[aeu](sh|dh|th|[lsdtnrz])")
_SERVANT = re.compile(r"abd(?:[aeiou]{1,2}l|[aeiou](?=([srndtz])\1)|)-?(?=.{3})")
_OF_GOD = re.compile(r"(.*?)(?:[aeiou]ll?ah|[au]lla)$")
_OF_FAITH = re.compile(r"(.{3,}?)(?:[aeiou]{0,2}l?d)?d(?:in|een|ine|yn)$")
#: Begin with what looks like the article.
_NO_ARTICLE = _set(
    "الله الهام الياس الطاف الماس "
    "albert alberto alexander alexandra alexei alfred alice alina alisa aliya alwan"
)
_GLUED = re.compile(r"al(?=[^l])|el(?=[^aeiouyl].{3})")
_ARABIC_JOINED = (
    (re.compile(r"^(عبد)(?:ال)?(.{2,})$"), r"\1 \2"),
    (re.compile(r"^(.{2,})ال(دين)$"), r"\1 \2"),
    (re.compile(r"^(.{2,})(الله)$"), r"\1 \2"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word: its sounds, the key to find it by, and its letters in small."""

    letters: str
    sounds: str
    key: str

    @property
    def is_arabic(self) -> bool:
        """Whether it is written in Arabic letters, and so without its short vowels."""
        return "\u0600" <= self.letters[:1] <= "\u06ff"

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter that stands for a name."""
        return len(self.letters) == 1


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name taken apart."""

    text: str
    script: str
    words: tuple[Word, ...]


@lru_cache(maxsize=2**16)
def spoken(text: str) -> Spoken:
    """Return a name as it is spoken."""
    words = tuple(_word(letters) for letters in _spoken_words(text))
    return Spoken(text, script_of(text), words)


@lru_cache(maxsize=2**16)
def _word(letters: str) -> Word:
    heard = sounds(letters)
    return Word(letters, heard, key(heard))


def _spoken_words(text: str) -> list[str]:
    written = _WORD.findall(_APOSTROPHES.sub("", plain(text)))
    joined = list(_without_articles(_without_titles(written)))
    found = [part for word in joined for part in _parts(word)]
    telling = [word for word in found if word not in _ORGANISATIONAL]
    return telling or written


def _without_titles(words: list[str]) -> list[str]:
    """Take titles off the beginning only: further on they are names, as in “al-Sayed”."""
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return words


def _without_articles(words: list[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if after and (word in _BETWEEN or _is_sun_article(word, after)):
            continue
        yield word


def _is_sun_article(word: str, after: str) -> bool:
    article = _SUN.fullmatch(word)
    return article is not None and after.startswith(article[1])


def _parts(word: str) -> list[str]:
    if script_of(word) == "Arab":
        return _arabic_parts(word)
    return _latin_parts(word) if word.isascii() else [word]


def _arabic_parts(word: str) -> list[str]:
    for joined, apart in _ARABIC_JOINED:
        if joined.match(word) and word != "الله":
            return [p for part in joined.sub(apart, word).split() for p in _arabic_parts(part)]
    return [_bare_arabic(word)]


def _bare_arabic(word: str) -> str:
    if word == "له":
        return "الله"
    has_article = word.startswith("ال") and len(word) > 4 and word not in _NO_ARTICLE
    return word[2:] if has_article else word


def _latin_parts(word: str) -> list[str]:
    if word in ("abdul", "abdel", "abdal", "abdol", "abdoul", "abed"):
        return ["abd"]
    of_god = _OF_GOD.match(word)
    if of_god and len(of_god[1]) > 2:
        return [of_god[1], "allah"]
    servant = _SERVANT.match(word)
    if servant:
        return ["abd", word[servant.end() :]]
    of_faith = _OF_FAITH.match(word)
    if of_faith:
        return [_bare_latin(of_faith[1]), "din"]
    return [_bare_latin(word)]


def _bare_latin(word: str) -> str:
    """Take off an article written together with its word, as in “Alkadhimi”."""
    is_glued = _GLUED.match(word) and len(word) > 4 and word not in _NO_ARTICLE
    return word[2:] if is_glued else word
