"""The consonants of a word in coarse classes: soon made, and one for whatever sounds alike."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from viewer.domain.names import Word

_CLASSES = {
    "b": "bpبپ",
    "d": "tdzطتدضظذثز",
    "s": "sشسص",
    "k": "ckqxgjقكخگجغ",
    "f": "fفڤ",
    "r": "r" + "ر",
    "l": "l" + "ل",
    "m": "mم",
    "n": "nن",
}
_PREFIXES = ("و", "ف", "ب", "ل", "ك")
_SOFT = re.compile("ch|c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1+")


class _Table(dict[int, str]):
    """Whatever is in no class is not heard."""

    def __missing__(self, code: int) -> str:
        self[code] = ""
        return ""


_TABLE = _Table({ord(letter): name for name, all_ in _CLASSES.items() for letter in all_})


@lru_cache(maxsize=2**16)
def skeleton(word: str) -> str:
    """Return the consonants of a word in small letters, in classes."""
    if "c" in word:
        word = _SOFT.sub("s", word)
    return _DOUBLED.sub(r"\1", word.translate(_TABLE)).replace("mb", "nb")


def may_begin(word: str, known: Set[str]) -> bool:
    """Tell whether a folded word may begin a name of which `of_name` is known."""
    found = skeleton(word)
    if found in known:
        return True
    return word.startswith(_PREFIXES) and (found[1:] in known or found[2:] in known)


def of_name(words: tuple[Word, ...]) -> set[str]:
    """Return the skeletons of whatever a name may begin with: with an article and an s too."""
    heard = [skeleton(word.letters) for word in words]
    found = set(_beginnings(heard))
    found |= {f"l{each}" for each in found}
    found |= {f"{each}s" for each in found}
    return {_DOUBLED.sub(r"\1", each) for each in found}


def _beginnings(heard: list[str]) -> Iterator[str]:
    for count in range(1, len(heard) + 1):
        yield "".join(heard[:count])
        yield "l".join(heard[:count])
