"""What the words of a name say by themselves."""

import re

from viewer.suggest.names.lists import (
    DIRECTIONS,
    HEADS,
    NEVER,
    NEVER_HEADS,
    ORGANISATIONS,
    PLACE_HEADS,
    SMALL,
    TITLES,
    is_demonym,
    is_place,
)
from viewer.suggest.names.signs import NOTHING, ORGANISATION, PERSON, PLACE, Signs
from viewer.suggest.names.words import (
    common,
    family_names,
    given_names,
    leading_family_names,
    lexicon,
    places,
    plain,
)

_NAME_PARTS = lexicon()["name_parts"] | SMALL
_MIXED = lexicon()["mixed_heads"]
_NEVER_FIRST = lexicon()["first_words_of_never"]
_PLACE_FIRST = lexicon()["place_firsts"]
_JOINING = frozenset({"of", "for", "on", "and", "&"})
_ARABIC = re.compile(r"(?:[Aa][lstrznd]h?|[Ee]l|[Uu]l|[Bb]in|[Aa]bu)-")
_INITIAL = re.compile(r"(?:[A-Z]\.)+$|[A-Z]$")
_EAST = re.compile(r"[A-Z][a-z]+-[a-z]{2,5}$")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,7}s?$|[A-Z]+[a-z]?[A-Z]+$|[A-Z]+-?[A-Z0-9]+$")
_COMPANY = re.compile(
    r"^(?!Mac|Mc|De|La|Di|Van|Fitz|Le|Al|El|Abu)\w*[a-z][A-Z]|"
    r".(?:bank|corp|tech|soft|telecom|com|gas|air|tel|media|works|chem|pharma|power|motors|steel|net)$"
)
#: What a gazetteer's rank is worth.
_RANKS = (4.0, 2.5, 1.2)


def inside(words: list[str]) -> Signs:
    """Return what the words of a name say."""
    signs = Signs()
    key = _lowered(plain(" ".join(words)))
    if key in ORGANISATIONS:
        signs.add(ORGANISATION, 4, "It is a well known organisation")
        signs.add(PERSON, -3)
        signs.add(PLACE, -1)
    _gazetteer(key, len(words), signs)
    if len(words) == 1:
        _one(words[0], key, signs)
    else:
        _many(words, signs)
    return signs


def _lowered(key: str) -> str:
    """Return a name in capitals, as in a dateline, the way that the lists write it."""
    is_shouted = len(key) > 3 and key.isupper() and key not in ORGANISATIONS
    return key.title() if is_shouted and key not in places() else key


def _gazetteer(key: str, length: int, signs: Signs) -> None:
    rank = places().get(key)
    if rank is not None:
        signs.add(PLACE, _RANKS[rank], "It is a place in the gazetteer")
        signs.add(ORGANISATION, -2.0 * (rank == 0 and length > 1))
        if rank < 2 and length > 1:
            signs.add(PERSON, -3)


def _one(word: str, key: str, signs: Signs) -> None:
    small = key.lower()
    if len(word) == 1 or word in NEVER or is_demonym(word):
        signs.add(NOTHING, 4)
    elif signs.weights[ORGANISATION] or signs.weights[PLACE] > 3:
        return
    elif word in HEADS or word in PLACE_HEADS or word in NEVER_HEADS or word in TITLES:
        signs.add(NOTHING, 2)
    elif small in common():
        signs.add(NOTHING, 1.5)
        if small in given_names():
            signs.add(PERSON, 0.8, "It is a given name")
    elif _ABBREVIATION.match(word):
        _abbreviation(word, signs)
    elif _COMPANY.search(word):
        signs.add(ORGANISATION, 1.6, "It is written like the name of a company")
    elif small in given_names():
        signs.add(PERSON, 1.2, "It is a given name")
    elif small in family_names() or small in leading_family_names():
        signs.add(PERSON, 0.8, "It is a family name")
    elif _ARABIC.match(word):
        signs.add(PERSON, 0.6)


def _abbreviation(word: str, signs: Signs) -> None:
    if word.endswith("s") or len(word) > 6:
        signs.add(NOTHING, 1)
    weight = 1.6 if len(word) > 2 and word.isalpha() else 0.8
    signs.add(ORGANISATION, weight, "It looks like an abbreviation")
    signs.add(PERSON, -1)


def _many(words: list[str], signs: Signs) -> None:
    first, last = words[0], words[-1]
    whole = " ".join(words)
    if last in NEVER_HEADS or first in _NEVER_FIRST or whole in NEVER:
        signs.add(NOTHING, 3)
    if is_demonym(whole) or (first in DIRECTIONS and is_demonym(last)):
        signs.add(NOTHING, 5)
    _organisation(words, signs)
    _place(words, signs)
    if _JOINING.isdisjoint(words):
        _person(words, signs)


def _organisation(words: list[str], signs: Signs) -> None:
    head = words[-1] if words[-1] in HEADS else next((w for w in words if w in HEADS), "")
    if "of" in words and not _heads_of(words[words.index("of") - 1]):
        signs.add(NOTHING, 2)
        signs.add(ORGANISATION, 1.0 * bool(head))
    elif head:
        linked = not _JOINING.isdisjoint(words)
        weight = 3.2 if head == words[-1] else 3.0 if linked else 1.5
        signs.add(ORGANISATION, weight, f"“{head}” is part of the name")
    if "&" in words:
        signs.add(ORGANISATION, 2, "It is written like the name of a company")
    if any(len(word) > 2 and _ABBREVIATION.match(word) for word in words):
        signs.add(ORGANISATION, 1, "An abbreviation is part of the name")


def _heads_of(word: str) -> bool:
    return word in HEADS or word in PLACE_HEADS


def _place(words: list[str], signs: Signs) -> None:
    first, last = words[0], words[-1]
    if last in PLACE_HEADS:
        signs.add(PLACE, 1.6 if last in _MIXED else 2.6, f"“{last}” is part of the name")
    elif first in PLACE_HEADS and words[1] == "of":
        signs.add(PLACE, 3, f"“{first} of” is part of the name")
    elif first in _PLACE_FIRST:
        signs.add(PLACE, 1.2, f"“{first}” is part of the name")
    if first in DIRECTIONS and is_place(" ".join(words[1:]), 2):
        signs.add(PLACE, 4, "It is a part of a place in the gazetteer")


def _person(words: list[str], signs: Signs) -> None:
    small = [plain(word).lower() for word in words]
    ordinary = sum(
        one in common() and one not in given_names() and word not in SMALL
        for word, one in zip(words, small, strict=True)
    )
    weight = 1.6 - 1.3 * ordinary + _likely(words, small) - _unlikely(words, signs)
    if weight > 0:
        signs.add(PERSON, weight, "It is written like the name of a person")
    else:
        signs.add(NOTHING, 1.2 if ordinary == len(words) else 0.3)


def _likely(words: list[str], small: list[str]) -> float:
    weight = 1.6 if small[0] in given_names() else 0.0
    if small[-1] in family_names() or small[-1] in given_names():
        weight += 0.7
    if small[0] in leading_family_names():
        weight += 0.8
    weight += 0.8 * any(_ARABIC.match(word) for word in words)
    weight += 0.5 * any(word in _NAME_PARTS for word in words)
    weight += 1.0 * any(_INITIAL.match(word) for word in words[:-1])
    return weight + 1.2 * any(_EAST.match(word) for word in words[1:])


def _unlikely(words: list[str], signs: Signs) -> float:
    weight = 1.0 * any(word.isupper() and len(word) > 2 for word in words)
    weight += 1.5 * any(is_demonym(word) or word in NEVER for word in words)
    if words[-1] in HEADS or words[-1] in PLACE_HEADS:
        weight += 2
    if is_place(words[0], 0) or is_place(words[-1], 0):
        weight += 1.2
        signs.add(ORGANISATION, 0.8, "A place is part of the name")
    return weight + 2.0 * (len(words) > 6)
