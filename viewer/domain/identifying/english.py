"""Kin in English: "his younger brother", "the victim's father", "the mother of Amjad"."""

import re
from collections.abc import Iterator
from functools import cache

from viewer.domain.identifying.phrase import Named, Owner, Phrase, named_at
from viewer.domain.identifying.words import english_kin, listed

_MANY = re.compile(r"(?:s|children)\Z")


def phrases(text: str, names: list[Named]) -> Iterator[Phrase]:
    """Yield the phrases of a text; some may overlap."""
    for match in _patterns()[0].finditer(text):
        yield _phrase(match, match.start(), match.end(), _whose(match["owner"]))
    for match in _patterns()[1].finditer(text):
        yield from _owned(match, names)
    for match in _patterns()[2].finditer(text):
        yield from _of(match, names)
    for match in _patterns()[3].finditer(text):
        yield _phrase(match, match.start(), match.end("kin"), "nobody")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kin = "|".join(map(re.escape, sorted(english_kin(), key=len, reverse=True)))
    between = "|".join(sorted(listed("english", "between"), key=len, reverse=True))
    word = rf"(?:(?:{between}|[\w-]+-years?-old)[ \u00a0]+){{0,2}}(?P<kin>{kin})(?![\w-])"
    pronouns = "|".join(listed("english", "mine") | listed("english", "theirs"))
    space = r"\s{1,3}"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?P<owner>{pronouns}){space}{word}",
            rf"(?P<the>\bthe{space})?\b(?P<owner>[^\W\d_][\w'’-]*?)['’]s?{space}{word}",
            rf"(?:\b(?:the|an?){space})?\b{word}{space}(?:of|to){space}(?P<the>the{space})?"
            r"(?P<owner>[^\W\d_][\w'’-]*)",
            rf"\bthe{space}{word}(?!{space}of\b)",
        )
    )


def _whose(owner: str) -> Owner:
    word = owner.lower()
    return "mine" if word in listed("english", "mine") or word == "mine" else "theirs"


def _owned(match: re.Match[str], names: list[Named]) -> Iterator[Phrase]:
    owner = named_at(names, end=match.end("owner"))
    if owner is not None:
        yield _phrase(match, owner.start, match.end(), "named", owner)
    elif match["owner"].lower() in listed("english", "victims"):
        yield _phrase(match, match.start(), match.end(), "victim")


def _of(match: re.Match[str], names: list[Named]) -> Iterator[Phrase]:
    owner = named_at(names, start=match.start("owner"))
    word = match["owner"].lower()
    if owner is not None:
        yield _phrase(match, match.start(), owner.end, "named", owner)
    elif word in listed("english", "victims"):
        yield _phrase(match, match.start(), match.end(), "victim")
    elif word in ("his", "hers", "theirs", "mine", "ours"):
        yield _phrase(match, match.start(), match.end(), _whose(word.replace("ours", "our")))


def _phrase(
    match: re.Match[str], start: int, end: int, owner: Owner, name: Named | None = None
) -> Phrase:
    kin = match["kin"].lower()
    codes = english_kin().get(kin, frozenset())
    owners = name.ids if name is not None else frozenset[str]()
    return Phrase(start, end, codes, owner, owners, is_many=bool(_MANY.search(kin)))
