"""A short article and what is suggested in it, written down as a finder would find it."""

from viewer.domain.documents import received
from viewer.domain.records import Document
from viewer.domain.suggestions import SuggestedName

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
