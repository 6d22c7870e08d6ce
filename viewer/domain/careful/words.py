"""What the words of a description say of a person's danger, in English and Arabic.

A noun counts where it says what the person *is*: "Brother of the victim" and "A 12-year-old girl",
but neither "Teacher of a girl" nor "No longer a child".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from viewer import resources
from viewer.domain.text import folded

#: Years of age below which somebody is a minor (Convention on the Rights of the Child, article 1).
_OF_AGE = 18
_CLAUSE = re.compile(r"[.,;:!?()\n\[\]،؛؟—–]+|\band(?= \w+ (?:of|to)\b)|\bwho\b")
_SENTENCE = re.compile(r"[.;!?\n؛؟]+")


@dataclass(frozen=True, slots=True)
class Kin:
    """Whose relative a description says that somebody is: "brother", of a victim or of "him"."""

    word: str
    #: Whether words say that it is a victim.
    of_a_victim: bool
    #: Whether a pronoun says whose: "his brother".
    of_somebody: bool


def kin_in(text: str) -> Kin | None:
    """Return what a description says of whose relative a person is, if it says so."""
    for sentence in _SENTENCE.split(folded(text)):
        for clause in _CLAUSE.split(sentence):
            for language in _languages():
                if found := language.kin.match(clause):
                    of_a_victim = bool(language.victim.search(sentence))
                    return Kin(found["noun"], of_a_victim, bool(found["whose"]))
    return None


def kin_before(text: str) -> tuple[Kin, int] | None:
    """Return whose relative the words right before a name make its bearer; and how many words."""
    plain = folded(text)
    for language in _languages():
        if found := language.kin_at_end.search(plain):
            of_a_victim = bool(language.victim.search(found[0]))
            return Kin(found["noun"], of_a_victim, bool(found["whose"])), len(found[0].split())
    return None


def minor_before(text: str) -> int:
    """Return how many words right before a name say that its bearer is a minor; 0 for none."""
    plain = folded(text)
    return max(language.young_at_end(plain) for language in _languages())


def is_minor(text: str) -> bool:
    """Tell whether a description says that a person is a child or younger than 18 years."""
    plain = folded(text)
    clauses = _CLAUSE.split(plain)
    return any(
        any(language.minor.match(clause) for clause in clauses) or language.is_young(plain)
        for language in _languages()
    )


def is_hiding(text: str) -> bool:
    """Tell whether words say that somebody is in hiding, or is where nobody may know."""
    return any(language.says(language.hiding, text) for language in _languages())


def asks_not_to_be_named(text: str) -> bool:
    """Tell whether words say that somebody did not want to be named."""
    return any(language.says(language.anonymity, text) for language in _languages())


class _Language:
    """The patterns of one language, over folded text."""

    kin: re.Pattern[str]
    minor: re.Pattern[str]
    #: An age in years or months, each with what comes before it in its clause.
    ages: tuple[re.Pattern[str], ...]
    #: At the end of what stands before a name.
    kin_at_end: re.Pattern[str]
    minor_at_end: re.Pattern[str]
    age_at_end: re.Pattern[str]

    def __init__(self, lists: dict[str, str]) -> None:
        self._lists = lists
        self.victim = re.compile(rf"\b{self._article}(?:{self.any('victims')})\b")
        self.hiding = self._phrase("hiding")
        self.anonymity = self._phrase("anonymity")

    _article = ""
    _longest_first = True

    def any(self, name: str) -> str:
        """Return the alternatives of a list of words."""
        words = [folded(word).replace("_", r"\s+") for word in self._lists[name].split()]
        return "|".join(sorted(words, key=len, reverse=self._longest_first)) or r"(?!)"

    def _phrase(self, name: str) -> re.Pattern[str]:
        denied = rf"(?:\b(?:{self.any('negations')})\s+(?:(?:{self.any('between')})\s+){{0,2}})"
        return re.compile(rf"(?P<denied>{denied})?\b(?:{self.any(name)})\b")

    @staticmethod
    def says(phrase: re.Pattern[str], text: str) -> bool:
        """Tell whether a text says one of the phrases without denying it."""
        return any(not found["denied"] for found in phrase.finditer(folded(text)))

    def is_young(self, text: str) -> bool:
        """Tell whether a text gives the age of a minor."""
        return any(self._years(found) < _OF_AGE for found in self._found_ages(text))

    def young_at_end(self, text: str) -> int:
        """Return how many words at the end of a text make a minor of whoever is named next."""
        found = self.age_at_end.search(text)
        if found is None or self._years(found) >= _OF_AGE:
            found = self.minor_at_end.search(text)
        return len(found[0].split()) if found else 0

    def _found_ages(self, text: str) -> Iterator[re.Match[str]]:
        for clause in _CLAUSE.split(text):
            yield from filter(None, (age.match(clause) for age in self.ages))

    def _years(self, found: re.Match[str]) -> int:
        number = found["number"]
        if found.groupdict().get("months"):
            return 0
        return int(number) if number.isdigit() else self._numbers().index(number) + 1

    def _numbers(self) -> list[str]:
        return self._lists["ages"].split()


class _English(_Language):
    def __init__(self, lists: dict[str, str]) -> None:
        super().__init__(lists)
        own = rf"(?!(?:{self.any('stops')})\b)[\w'-]+\s+"
        begin = r"\s*(?:(?:he|she|they)\s+)?(?:(?:is|was|are)\s+)?(?:only\s+|still\s+)?"
        article = rf"(?:an?\s+|the\s+|(?P<whose>(?:{self.any('possessive')})\s+))?"
        end = rf"(?=\s*$|'s\s*$|\s+(?:{self.any('follows')})\b)"
        head = rf"{begin}{article}(?:{own}){{0,3}}?"
        self.kin = re.compile(rf"{head}(?P<noun>{self.any('kin')}){end}")
        self.minor = re.compile(rf"{head}(?P<noun>{self.any('minors')}){end}")
        number = rf"(?P<number>\d{{1,2}}|{self.any('ages')})"
        self.ages = (
            re.compile(rf"{head}{number}[- ](?:years?|(?P<months>months?|weeks?|days?))[- ]old\b"),
            re.compile(rf"(?:{head}[\w'-]+\s+|\s*)aged?:?\s+{number}\s*$"),
            re.compile(rf"\s*{number}\s*$"),
        )
        few = r"(?:[\w-]+\s+){0,2}"
        whose = rf"(?:(?P<whose>{self.any('possessive')})|[\w'-]+'s?)"
        old = r"[- ](?:year|(?P<months>month|week|day))s?[- ]old"
        self.kin_at_end = re.compile(rf"\b{whose}\s+{few}(?P<noun>{self.any('kin')})\s*$")
        self.minor_at_end = re.compile(rf"\b(?:{self.any('minors')})\s*$")
        self.age_at_end = re.compile(rf"\b{number}{old}(?:\s+[\w-]+){{0,2}}\s*$")


class _Arabic(_Language):
    _article = r"[وفبل]?(?:ال|ل)?"
    #: Folded, "his brother" and "sister" are one word: it may be the former.
    _longest_first = False

    def __init__(self, lists: dict[str, str]) -> None:
        super().__init__(lists)
        whose = rf"(?P<whose>{self.any('possessive')})?"
        begin = r"\s*(?:و?(?:هو|هي|كان|كانت)\s+)?(?:ال)?"
        self.kin = re.compile(rf"{begin}(?P<noun>{self.any('kin')}){whose}(?=\s|$)")
        self.minor = re.compile(rf"{begin}(?P<noun>{self.any('minors')})(?=\s|$)")
        number, unit = r"(?P<number>\d{1,2})", r"\s*(?:عام|سن|ربيع|(?P<months>شهر|اشهر))"
        age = r"(?:عمر(?:ه|ها)|[يت]بلغ|البالغ(?:ه)?)\s+(?:من\s+العمر\s+)?"
        self.ages = (
            re.compile(rf".*?\b{age}{number}{unit}"),
            re.compile(rf"\s*(?:ابن|ابنه|بنت)\s+(?:ال\s*)?{number}{unit}"),
        )
        kin, minors = self.any("kin"), self.any("minors")
        owned = rf"(?P<whose>{self.any('possessive')})"
        self.kin_at_end = re.compile(rf"(?:^|\s)و?(?P<noun>{kin}){owned}\s*$")
        self.minor_at_end = re.compile(rf"(?:^|\s)و?(?:ال)?(?:{minors})\s*$")
        self.age_at_end = re.compile(rf"{age}{number}{unit}\w*\s*$")


@cache
def _languages() -> tuple[_Language, ...]:
    lists = resources.toml("words", "careful.toml")
    return _English(lists["english"]), _Arabic(lists["arabic"])
