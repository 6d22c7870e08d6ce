"""Suggestions made by hand, for the tests of the scores."""

from typing import Any

from viewer.domain.suggestions import (
    Mentioned,
    SuggestedDate,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
)


def spanned(text: str, words: str) -> dict[str, Any]:
    """Return the fields of a suggestion whose words stand first there."""
    start = text.index(words)
    end = start + len(words)
    return {"start": start, "end": end, "text": words, "confidence": 1.0, "reason": "by hand"}


def mentioned(text: str, words: str, name: str = "") -> Mentioned:
    start = text.index(words)
    return Mentioned(start, start + len(words), name)


def name(text: str, words: str, **fields: Any) -> SuggestedName:
    return SuggestedName(**spanned(text, words), **{"name": words, **fields})


def date(text: str, words: str, edtf: str = "") -> SuggestedDate:
    return SuggestedDate(**spanned(text, words), edtf=edtf)


def quote(
    text: str, words: str, speaker: Mentioned | None = None, form: str = "direct"
) -> SuggestedQuote:
    return SuggestedQuote(**spanned(text, words), form=form, speaker=speaker)


def figure(text: str, words: str, number: int, **fields: Any) -> SuggestedFigure:
    at = spanned(text, words)
    return SuggestedFigure(
        **at, number=number, number_start=at["start"], number_end=at["end"], **fields
    )


def event(text: str, words: str, act: str, **fields: Any) -> SuggestedEvent:
    at = spanned(text, words)
    return SuggestedEvent(**at, title=words, act=act, trigger=(at["start"], at["end"]), **fields)
