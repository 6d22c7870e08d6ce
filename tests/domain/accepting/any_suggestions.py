"""Suggestions of any shape for a short text, for property tests."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.domain.accepting.articles import TEXT
from viewer.domain.suggestions import (
    Mentioned,
    Part,
    SuggestedDate,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
    Suggestion,
)
from viewer.domain.vocabularies import vocabulary

#: Two forms of one name, a surname of two, a place that is also a surname, and a description.
NAMES = ("Salma Rahim", "SALMA RAHIM", "Rahim", "Karim Rahim", "Basra", "An official")

_STARTS = [at for at in range(len(TEXT)) if TEXT[at].isalnum() and not TEXT[at - 1].isalnum()]
SPANS = st.tuples(st.sampled_from(_STARTS), st.integers(1, 30)).map(
    lambda drawn: (drawn[0], min(sum(drawn), len(TEXT)))
)
_WHO = st.none() | st.builds(
    lambda span, name: Mentioned(*span, name), SPANS, st.sampled_from(["", *NAMES])
)
_SURE = st.floats(0, 1)


def _codes(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(vocabulary(name).codes)


def _of(kind: type[Suggestion], **values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def made(span: tuple[int, int], confidence: float, **rest: Any) -> Suggestion:
        start, end = span
        words = {"start": start, "end": end, "text": TEXT[start:end]}
        return kind(**words, confidence=confidence, reason="Drawn", **rest)

    return st.builds(made, SPANS, _SURE, **values)


names = _of(
    SuggestedName,
    what=st.sampled_from(["person", "organisation", "place"]),
    name=st.sampled_from(NAMES),
    naming=_codes("naming"),
    title=st.none() | SPANS,
)
dates = _of(
    SuggestedDate,
    edtf=st.sampled_from(["", "2020-05", "no date"]),
    anchor=st.sampled_from(["", "document", "event"]),
    offset=st.sampled_from(["", "P2D", "-P1Y", "soon"]),
    anchor_start=st.sampled_from([-1, *_STARTS]),
    anchor_end=st.sampled_from([-1, len(TEXT)]),
)
quotes = _of(SuggestedQuote, form=_codes("form"), attribution=_codes("attribution"), speaker=_WHO)
figures = st.builds(
    lambda figure, span: replace(figure, number_start=span[0], number_end=span[1]),
    _of(
        SuggestedFigure,
        number=st.integers(0, 99),
        number_start=st.just(0),
        number_end=st.just(1),
        act=_codes("act"),
        claimant=_WHO,
        place=_WHO,
        period=st.none() | dates,
    ),
    SPANS,
)
events = _of(
    SuggestedEvent,
    title=st.sampled_from(["", "Arrest", "Flight"]),
    act=_codes("act"),
    trigger=SPANS,
    date=st.none() | dates,
    place=_WHO,
    parts=st.lists(
        st.builds(Part, _WHO.filter(lambda who: who is not None), _codes("role")), max_size=2
    ).map(tuple),
    also=st.lists(SPANS, max_size=2).map(tuple),
)
suggestions = st.lists(st.one_of(names, quotes, figures, events), max_size=8).map(tuple)
