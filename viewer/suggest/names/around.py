"""What stands before and after a name."""

import re

from viewer.suggest.names.lists import NEVER, ROLES
from viewer.suggest.names.parts import Candidate
from viewer.suggest.names.signs import NOTHING, ORGANISATION, PERSON, PLACE, Signs
from viewer.suggest.names.words import lexicon

_english = lexicon()
_SAYS = _english["says"]
_ACTS = _english["acts"]
_PLACE_NOUNS = _english["place_nouns"]
_ORG_NOUNS = _english["org_nouns"]
_ORG_AFTER = _english["org_after"]
_ORG_AFTER = _english["org_after"]
_ORG_BEFORE = _english["org_before"]
_KIN = _english["kin"]
_PERSON_AFTER = _english["person_after"]
_NOT_DEFINITE = frozenset(
    ["a", "an", "A", "An", "this", "these", "those", "any", "every", "each", "some"]
)
_WHERE = {
    "in": 1.6, "near": 1.6, "across": 1.3, "outside": 1.3, "throughout": 1.3, "inside": 1.0,
    "from": 0.8, "around": 0.8, "into": 0.7, "towards": 0.6, "toward": 0.6, "at": 0.4, "to": 0.4,
    "between": 0.3, "northern": 2, "southern": 2, "eastern": 2, "western": 2, "central": 1.8,
    "neighbouring": 1.5, "neighboring": 1.5, "downtown": 2,
}  # fmt: skip
#: How many code points before a name are looked at.
_NEAR = 40
_SPACES = frozenset({" ", "\xa0"})
_BEFORE = re.compile(r"(?:(?P<two>[\w.’'-]+)[ \xa0])?(?P<one>[\w.-]+)(?P<mark>[,:]?)[ \xa0]$")
_AFTER = re.compile(
    r"(?P<own>['’]s?\b)?(?P<mark>,|[ \xa0]?\()?[ \xa0]?"
    r"(?:(?P<age>\d\d?(?=,|\)|-year))|(?P<word>\w[\w-]*)(?:[ \xa0](?P<next>\w[\w-]*))?)"
)
_BRACKET = re.compile(r"[ \xa0]?\(([^()\n]{2,12})\)")


def around(text: str, candidate: Candidate) -> Signs:
    """Return what stands around a candidate."""
    signs = Signs()
    if candidate.title is not None:
        words = text[candidate.title[0] : candidate.title[1]]
        signs.add(PERSON, 3, f"“{words}” stands before the name")
    before = text[max(0, candidate.start - _NEAR) : candidate.start]
    if before[-1:] in _SPACES:
        _before(before.split()[-2:], candidate, signs)
    if text[candidate.end : candidate.end + 1] == "$":
        signs.add(NOTHING, 5)
    after = _AFTER.match(text, candidate.end)
    if after is not None:
        _after(after, signs)
    return signs


def _before(words: list[str], candidate: Candidate, signs: Signs) -> None:
    one = words[-1] if words else ""
    two = words[-2] if len(words) > 1 else ""
    said = f"“{one}” stands before the name"
    if one[-1:] == ",":
        if one[:-1] in _KIN:
            signs.add(PERSON, 1.5, f"“{one[:-1]}” stands before the name")
    elif one in ("the", "The"):
        signs.add(ORGANISATION, 0.6)
        signs.add(PERSON, -1.5)
        signs.add(NOTHING, 0.5 * (len(candidate.words) == 1))
    elif one in _NOT_DEFINITE:
        signs.add(NOTHING, 1.2)
        signs.add(PERSON, -0.5)
    elif one in _KIN or one in ROLES:
        signs.add(PERSON, 2.2, said)
    elif one in _ORG_NOUNS:
        signs.add(ORGANISATION, 2.2, said)
    elif one in _SAYS:
        signs.add(PERSON, 0.8, said)
    else:
        _where(two, one, signs)


def _where(two: str, one: str, signs: Signs) -> None:
    if one == "of" and two in _PLACE_NOUNS:
        signs.add(PLACE, 2.5, f"“{two} of” stands before the name")
    elif one in ("of", "for", "at", "with", "in") and two in _ORG_BEFORE:
        signs.add(ORGANISATION, 1.2, f"“{two} {one}” stands before the name")
    elif one in _WHERE:
        signs.add(PLACE, _WHERE[one], f"“{one}” stands before the name")
        signs.add(PERSON, -0.8 * (_WHERE[one] >= 1))
    elif one in _PLACE_NOUNS:
        signs.add(PLACE, 0.8, f"“{one}” stands before the name")


def _after(match: re.Match[str], signs: Signs) -> None:
    word, then, mark = match["word"] or "", match["next"] or "", match["mark"]
    said = f"“{word}” stands after the name"
    if match["age"]:
        signs.add(PERSON, 3.0 * bool(mark), "An age stands after the name")
    elif word in ("who", "whose"):
        signs.add(PERSON, 2, said)
    elif mark == "," and word in ("a", "an", "the") and then in ROLES:
        signs.add(PERSON, 2, f"“{then}” stands after the name")
    elif match["own"]:
        signs.add(PERSON, 1.0 * (word in _KIN), said)
    elif not mark:
        _verb(word, then, said, signs)


def _verb(word: str, then: str, said: str, signs: Signs) -> None:
    if word in _SAYS:
        signs.add(PERSON, 1, said)
        signs.add(ORGANISATION, 0.6, said)
    elif word in _ACTS or f"{word} {then}" in _ACTS:
        signs.add(PERSON, 0.7, said)
    elif word in _PLACE_NOUNS:
        signs.add(PLACE, 2.2, said)
    elif word in _PERSON_AFTER:
        signs.add(PERSON, 0.7, said)
    elif word in _ORG_AFTER:
        signs.add(ORGANISATION, 1.2, said)


def abbreviation_after(text: str, candidate: Candidate) -> str:
    """Return the abbreviation that brackets behind a name introduce; "" where there is none."""
    match = _BRACKET.match(text, candidate.end)
    if match is None or match[1] in NEVER:
        return ""
    inside = match[1].strip("\"'“”’‘")
    capitals = sum(letter.isupper() for letter in inside)
    return inside if 2 <= capitals >= len(inside) / 2 and " " not in inside else ""
