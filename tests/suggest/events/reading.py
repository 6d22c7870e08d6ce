"""Sentences with the names and dates that stand in them, read for what they tell of."""

import re
from collections.abc import Iterator
from typing import Any

from viewer.domain.suggestions import (
    Mentioned,
    SuggestedDate,
    SuggestedEvent,
    SuggestedName,
    SuggestedQuote,
)
from viewer.suggest.article import Article
from viewer.suggest.events import find_events

#: What is named in the sentences of these tests, and by which name.
PERSONS = {
    "Salma Rahim": "Salma Rahim",
    "Salma": "Salma Rahim",
    "Omar Haddad": "Omar Haddad",
    "Huda Nasser": "Huda Nasser",
}
NAMELESS = {"a gunman": "Gunman", "Gunmen": "Gunmen", "a journalist": "Journalist"}
GROUPS = ("activists", "Activists")
BODIES = ("Red Brigade",)
PLACES = ("Basra", "Iraq", "Turkey", "Amarah")
DATES = re.compile(r"\b(?:3 |5 )?(?:May|June)(?: \d{4})?\b|\b2018\b|[Ll]ast (?:week|year)|Friday")
QUOTED = re.compile("“([^”]+)”")


def read(text: str, speaker: str = "") -> list[SuggestedEvent]:
    """The events of a text; all its quotes are the speaker's."""
    who = Mentioned(0, 1, speaker) if speaker else None
    quotes = [
        SuggestedQuote(**_span(text, match.span(1)), speaker=who) for match in QUOTED.finditer(text)
    ]
    dates = [SuggestedDate(**_span(text, match.span())) for match in DATES.finditer(text)]
    return find_events(Article(text), [*_names(text)], dates, quotes)


def parts(event: SuggestedEvent) -> set[tuple[str, str]]:
    return {(part.who.name, part.role) for part in event.parts}


def _names(text: str) -> Iterator[SuggestedName]:
    yield from _mentions(text, PERSONS)
    yield from _mentions(text, NAMELESS, naming="unidentified")
    yield from _mentions(text, {each: each for each in GROUPS}, naming="role_only", unit="group")
    yield from _mentions(text, {each: each for each in BODIES}, what="organisation")
    yield from _mentions(text, {each: each for each in PLACES}, what="place")


def _mentions(
    text: str,
    names: dict[str, str],
    what: str = "person",
    naming: str = "named",
    unit: str = "individual",
) -> Iterator[SuggestedName]:
    for words, name in names.items():
        for match in re.finditer(rf"\b{words}\b", text):
            span = _span(text, match.span())
            yield SuggestedName(**span, what=what, name=name, naming=naming, unit=unit)


def _span(text: str, span: tuple[int, int]) -> dict[str, Any]:
    start, end = span
    words = text[start:end]
    return {"start": start, "end": end, "text": words, "confidence": 1.0, "reason": ""}
