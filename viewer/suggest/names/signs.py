"""What speaks for a person, an organisation or a place: in the words themselves and around them."""

import re
from dataclasses import dataclass

from viewer.suggest.names.parts import Candidate, S
from viewer.suggest.names.words import (
    common,
    demonyms,
    family_names,
    given_names,
    leading_family_names,
    lexicon,
    places,
    plain,
)

PERSON, ORGANISATION, PLACE, NOTHING = range(4)


@dataclass(slots=True)
class Signs:
    """How much speaks for each, and the strongest reason."""

    weights: list[float]
    reason: str = ""
    best: float = 0.0

    def add(self, what: int, weight: float, reason: str = "") -> None:
        """Let something speak for a kind, or against it."""
        self.weights[what] += weight
        if reason and weight > self.best:
            self.best, self.reason = weight, reason


_DIRECTIONS = lexicon()["directions"]
_NAME_PARTS = lexicon()["name_parts"]
_SMALLS = lexicon()["particles"]
_MIXED = lexicon()["mixed_heads"]
_NEVER_FIRST = lexicon()["first_words_of_never"]
_ROLES = lexicon()["roles"]
_ARABIC = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r|[Aa]z|[Aa]d|[Aa]t|[Bb]in|[Aa]bu)-")
_INITIAL = re.compile(r"(?:[A-Z]\.)+$|[A-Z]$")
_EAST = re.compile(r"[A-Z][a-z]+-[a-z]{2,5}$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?$|[A-Z]{2,}[a-z]?[A-Z]+$|[A-Z]+-?[A-Z0-9]+$")


def own(candidate: Candidate) -> Signs:
    """Return what the words of a candidate say by themselves."""
    words = candidate.words
    signs = Signs([0.0, 0.0, 0.0, 0.0])
    key = plain(candidate.key)
    if key in S.organisations or f"The {key}" in S.organisations:
        signs.add(ORGANISATION, 4, "is a known organisation")
    rank = places().get(key)
    if rank is not None:
        signs.add(PLACE, (4, 2.5, 1.2)[rank], "is a place in the gazetteer")
    if len(words) == 1:
        _one(words[0], signs)
    else:
        _many(words, signs)
    return signs


def _one(word: str, signs: Signs) -> None:
    small = plain(word).lower()
    if word in S.never or plain(word) in demonyms():
        signs.add(NOTHING, 4)
    elif signs.weights[ORGANISATION] or signs.weights[PLACE] > 3:
        return
    elif _ACRONYM.match(word):
        signs.add(ORGANISATION, 1.6, "looks like an abbreviation")
    elif word in S.heads or word in S.place_heads or word in S.never_heads or word in S.titles:
        signs.add(NOTHING, 2)
    elif small in common():
        signs.add(NOTHING, 1.5)
        if small in given_names():
            signs.add(PERSON, 0.8)
    elif small in given_names():
        signs.add(PERSON, 1.2, "is a given name")
    elif small in family_names() or small in leading_family_names():
        signs.add(PERSON, 0.8, "is a family name")
    elif _ARABIC.match(word):
        signs.add(PERSON, 0.6)


def _many(words: list[str], signs: Signs) -> None:
    last, first = words[-1], words[0]
    lowered = [plain(word).lower() for word in words]
    if last in S.never_heads or first in _NEVER_FIRST or " ".join(words) in S.never:
        signs.add(NOTHING, 3)
    if "World Cup" in " ".join(words):
        signs.add(NOTHING, 3)
    _organisation(words, signs)
    _place(words, signs)
    _person(words, lowered, signs)


def _organisation(words: list[str], signs: Signs) -> None:
    if words[-1] in S.heads:
        signs.add(ORGANISATION, 3.2, f"“{words[-1]}” is part of the name")
    else:
        head = next((word for word in words[:-1] if word in S.heads), "")
        linked = any(word in ("of", "for", "on", "&") for word in words)
        if head:
            signs.add(ORGANISATION, 3 if linked else 1.5, f"“{head}” is part of the name")
    if "&" in words:
        signs.add(ORGANISATION, 2)
    if any(len(word) > 2 and _ACRONYM.match(word) for word in words):
        signs.add(ORGANISATION, 1)


def _place(words: list[str], signs: Signs) -> None:
    last = words[-1]
    if last in S.place_heads:
        signs.add(PLACE, 1.6 if last in _MIXED else 2.6, f"“{last}” is part of the name")
    elif words[0] in (
        "Mount",
        "Lake",
        "Fort",
        "Port",
        "Cape",
        "Camp",
        "Gulf",
        "Republic",
        "Kingdom",
        "Province",
        "Isle",
        "City",
        "Strait",
        "River",
        "Wadi",
        "Tel",
        "Jebel",
        "Jabal",
        "Khan",
        "Beit",
        "Deir",
        "Umm",
        "Ras",
        "Ain",
        "Tal",
        "Tell",
        "San",
        "Santa",
        "Saint",
        "St.",
    ):
        signs.add(PLACE, 1.2)
    if words[0] in _DIRECTIONS and " ".join(words[1:]) in places():
        signs.add(PLACE, 4, "is a part of a place in the gazetteer")


def _person(words: list[str], lowered: list[str], signs: Signs) -> None:
    ordinary = sum(
        small in common() and small not in given_names() and word not in _SMALLS
        for word, small in zip(words, lowered, strict=True)
    )
    if any(word in ("of", "for", "on", "and", "&") for word in words):
        return
    if len(words) > 6:
        signs.add(NOTHING, 1)
        return
    weight = 1.6 - 1.3 * ordinary
    if any(word.isupper() and len(word) > 2 for word in words):
        weight -= 1
    if lowered[0] in given_names():
        weight += 1.6
    if lowered[-1] in family_names() or lowered[-1] in given_names():
        weight += 0.7
    if any(_ARABIC.match(word) for word in words[0:]):
        weight += 0.8
    if any(word in _NAME_PARTS or word in _SMALLS for word in words):
        weight += 0.5
    if any(_INITIAL.match(word) for word in words[:-1]):
        weight += 1
    if words[0] in leading_family_names() or lowered[0] in leading_family_names():
        weight += 0.8
    if any(_EAST.match(word) for word in words[1:]):
        weight += 1.2
    if any(plain(word) in demonyms() for word in words):
        weight -= 1.5
    if weight > 0:
        signs.add(PERSON, weight, "looks like a name of a person")
    elif ordinary == len(words):
        signs.add(NOTHING, 1.2)
    else:
        signs.add(NOTHING, 0.3)


_SAYS = lexicon()["says"]
_ACTS = {verb for verb in lexicon()["acts"] if " " not in verb}
_PLACE_NOUNS = lexicon()["place_nouns"]
_ORG_NOUNS = lexicon()["org_nouns"]
_KIN = lexicon()["kin"]
_AFTER = re.compile(
    r"(?P<own>['’]s?\b)?(?P<mark>,|\s?\()?[ \xa0]"
    r"(?:(?P<age>\d\d?(?:,|\)|-year))|(?P<word>\w[\w-]*)(?:[ \xa0](?P<next>\w[\w-]*))?)"
    r"|(?P<bracket>\s?\((?P<inside>[^)\n]{1,12})\))"
)
_BEFORE = re.compile(r"(?:(?P<two>[\w.-]+)[ \xa0])?(?P<one>[\w.-]+)(?P<mark>[,:]?)[ \xa0]$")
_PREPOSITIONS = {
    "in": 1.6,
    "at": 0.4,
    "near": 1.6,
    "from": 0.8,
    "to": 0.4,
    "across": 1.3,
    "outside": 1.3,
    "inside": 1.0,
    "around": 0.8,
    "throughout": 1.3,
    "into": 0.7,
    "towards": 0.6,
    "toward": 0.6,
    "between": 0.3,
    "northern": 2,
    "southern": 2,
    "eastern": 2,
    "western": 2,
    "central": 1.8,
    "neighbouring": 1.5,
    "neighboring": 1.5,
    "downtown": 2,
}


def around(text: str, candidate: Candidate, signs: Signs) -> None:
    """Add what stands before and after a candidate."""
    if candidate.title is not None:
        words = text[candidate.title[0] : candidate.title[1]]
        signs.add(PERSON, 3, f"“{words}” stands before the name")
    before = _BEFORE.search(text[max(0, candidate.start - 40) : candidate.start])
    if before is not None:
        _before(before, candidate, signs)
    after = _AFTER.match(text, candidate.end)
    if after is not None:
        _after(after, candidate, signs)


def _before(match: re.Match[str], candidate: Candidate, signs: Signs) -> None:
    two, one, mark = match["two"] or "", match["one"], match["mark"]
    if mark == ",":
        if one in _KIN:
            signs.add(PERSON, 1.5, f"“{one}” stands before the name")
        return
    if one in ("the", "The"):
        signs.add(ORGANISATION, 0.6)
        signs.add(PERSON, -1.5)
        if len(candidate.words) == 1:
            signs.add(NOTHING, 0.5)
    elif one in ("a", "an", "this", "these", "those", "any", "every", "each", "some", "A", "An"):
        signs.add(NOTHING, 1.2)
        signs.add(PERSON, -0.5)
    elif one in _KIN or one in _ROLES:
        signs.add(PERSON, 2.2, f"“{one}” stands before the name")
    elif one in _ORG_NOUNS:
        signs.add(ORGANISATION, 2.2, f"“{one}” stands before the name")
    elif one == "of" and two in _PLACE_NOUNS:
        signs.add(PLACE, 2.5, f"“{two} of” stands before the name")
    elif one in _PREPOSITIONS:
        signs.add(PLACE, _PREPOSITIONS[one], f"“{one}” stands before the name")
    elif one in _PLACE_NOUNS:
        signs.add(PLACE, 0.8)
    elif one in _SAYS:
        signs.add(PERSON, 0.8)


def _after(match: re.Match[str], candidate: Candidate, signs: Signs) -> None:
    word, mark = match["word"] or "", match["mark"]
    if match["age"] and mark:
        signs.add(PERSON, 3, "an age stands after the name")
    elif match["bracket"] and match["inside"].isdigit():
        signs.add(PERSON, 2, "an age stands after the name")
    elif match["bracket"]:
        _bracket(match["inside"], candidate, signs)
    elif word == "who" or (word == "whose"):
        signs.add(PERSON, 2, f"“{word}” stands after the name")
    elif mark == "," and word in ("a", "an", "the") and (match["next"] or "") in _ROLES:
        signs.add(PERSON, 2, f"“{match['next']}” stands after the name")
    elif mark is None and not match["own"]:
        _verb(word, match["next"] or "", signs)


def _verb(word: str, then: str, signs: Signs) -> None:
    if word in _SAYS:
        signs.add(PERSON, 1, f"“{word}” stands after the name")
    elif word in _ACTS or f"{word} {then}" in S_ACTS:
        signs.add(PERSON, 0.7, f"“{word}” stands after the name")
    elif word in _PLACE_NOUNS:
        signs.add(PLACE, 2.2, f"“{word}” stands after the name")
    elif word in ("Province", "City"):
        signs.add(PLACE, 1)


S_ACTS = lexicon()["acts"]


def _bracket(inside: str, candidate: Candidate, signs: Signs) -> None:
    letters = "".join(word[0] for word in candidate.words if word[0].isupper())
    if (
        inside.isupper()
        and len(inside) > 1
        and (letters.startswith(inside[:2]) or inside in letters)
    ):
        signs.add(ORGANISATION, 3, f"its abbreviation “{inside}” stands after it")
