"""A short article and what is suggested in it, written down as a finder would find it."""

from typing import Any

from viewer.domain.documents import received
from viewer.domain.records import Document
from viewer.domain.suggestions import (
    Mentioned,
    Part,
    SuggestedDate,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
)

TEXT = """Salma Rahim, a teacher, was arrested in Basra on 3 May 2020. Rahim's brother saw it.

"They took her at night," said Karim Rahim. He called it "theft".

The Centre counts at least 44 arrests of students. An official, speaking on condition of anonymity,
said that nobody would be freed. Lawyer Huda Nasser left Basra two days after the arrest of Salma.
"""


def article(text: str = TEXT) -> Document:
    return received(text.encode(), text, title="A report")[0]


def span(words: str, nth: int = 0, text: str = TEXT) -> tuple[int, int]:
    """Where words stand in the text, for the nth time."""
    start = text.index(words)
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def named(
    words: str, name: str = "", nth: int = 0, title: str = "", **values: str
) -> SuggestedName:
    start, end = span(words, nth)
    return SuggestedName(
        start=start,
        end=end,
        text=words,
        confidence=0.8,
        reason="A first name and a surname",
        name=name or words,
        title=span(title) if title else None,
        **values,
    )


SALMA = (named("Salma Rahim", title="teacher"), named("Rahim", "Salma Rahim", nth=1))
SALMA_AGAIN = named("Salma", "Salma Rahim", nth=1)
KARIM = named("Karim Rahim")
CENTRE = named("The Centre", "The Centre", what="organisation", unit="organisation")
OFFICIAL = named("An official", "An official", naming="anonymous")
HUDA = named("Huda Nasser", title="Lawyer")
BASRA = (named("Basra", what="place"), named("Basra", what="place", nth=1))
NAMES = (*SALMA, *BASRA, KARIM, CENTRE, OFFICIAL, HUDA, SALMA_AGAIN)


def mentioned(words: str, name: str = "", nth: int = 0) -> Mentioned:
    return Mentioned(*span(words, nth), name or words)


def quoted(words: str, speaker: Mentioned | None, **values: str) -> SuggestedQuote:
    start, end = span(words)
    return SuggestedQuote(
        start=start, end=end, text=words, confidence=0.9, reason="r", speaker=speaker, **values
    )


def dated(words: str, edtf: str = "", **values: Any) -> SuggestedDate:
    start, end = span(words)
    return SuggestedDate(
        start=start, end=end, text=words, confidence=0.9, reason="r", edtf=edtf, **values
    )


def happened(words: str, trigger: str, title: str, act: str, **values: Any) -> SuggestedEvent:
    start, end = span(words)
    at = span(trigger)
    return SuggestedEvent(
        start=start,
        end=end,
        text=words,
        confidence=0.7,
        reason="r",
        title=title,
        act=act,
        trigger=at,
        **values,
    )


NIGHT = quoted(
    "They took her at night,", mentioned("Karim Rahim"), attribution="by_name", form="direct"
)
THEFT = quoted("theft", mentioned("He", "Karim Rahim"), attribution="by_name", form="direct")
FREED = quoted(
    "nobody would be freed",
    mentioned("An official"),
    attribution="anonymous",
    form="indirect",
)
COUNT = SuggestedFigure(
    start=span("at least 44 arrests of students")[0],
    end=span("at least 44 arrests of students")[1],
    text="at least 44 arrests of students",
    confidence=0.8,
    reason="r",
    number=44,
    number_start=span("44")[0],
    number_end=span("44")[1],
    qualifier="at_least",
    act="arrest",
    counted="students",
    claimant=mentioned("The Centre"),
)
ARREST = happened(
    "Salma Rahim, a teacher, was arrested in Basra on 3 May 2020.",
    "arrested",
    "Arrest of Salma Rahim",
    "arrest",
    date=dated("3 May 2020", "2020-05-03"),
    place=mentioned("Basra"),
    parts=(Part(mentioned("Salma Rahim"), "victim"),),
    also=(span("Rahim's brother saw it."),),
)
FLIGHT = happened(
    "Lawyer Huda Nasser left Basra two days after the arrest of Salma.",
    "left",
    "Flight of Huda Nasser",
    "displacement",
    date=dated(
        "two days after the arrest of Salma",
        anchor="event",
        offset="P2D",
        anchor_start=span("the arrest of Salma")[0],
        anchor_end=span("the arrest of Salma")[1],
    ),
    parts=(Part(mentioned("Huda Nasser"), "victim"),),
)
ALL = (*NAMES, NIGHT, THEFT, FREED, COUNT, ARREST, FLIGHT)
