"""A long document is read in about as many steps as its length says."""

import sys
from types import FrameType
from typing import Any

from tests.domain.accepting.articles import article
from tests.domain.marking.cases import SearchedSnapshot
from viewer.domain.accepting import proposals
from viewer.domain.suggestions import (
    Mentioned,
    Part,
    SuggestedEvent,
    SuggestedName,
    SuggestedQuote,
    Suggestion,
)

DAY = '"They took Salma Rahim," he said. Police arrested Salma Rahim. '
NAME = "Salma Rahim"


def of_a_day(at: int) -> list[Suggestion]:
    """What is suggested for a day that begins at a code point."""

    def at_words(words: str, nth: int = 0) -> dict[str, Any]:
        start = at + (DAY.rindex(words) if nth else DAY.index(words))
        told = {"start": start, "end": start + len(words), "text": words}
        return {**told, "confidence": 0.9, "reason": "as it is said"}

    def name(nth: int) -> SuggestedName:
        return SuggestedName(**at_words(NAME, nth), what="person", name=NAME)

    def meant(words: str, nth: int = 0) -> Mentioned:
        found = at_words(words, nth)
        return Mentioned(found["start"], found["end"], NAME)

    said = SuggestedQuote(**at_words("They took Salma Rahim"), speaker=meant("he"))
    deed = at_words("arrested")
    event = SuggestedEvent(
        **at_words("Police arrested Salma Rahim."),
        title="Arrest of Salma Rahim",
        act="arrest",
        trigger=(deed["start"], deed["end"]),
        parts=(Part(meant(NAME, 1), "victim"),),
    )
    return [said, name(0), event, name(1)]


def steps(days: int) -> int:
    """How many lines of code are gone through, each turn of a loop counted."""
    document = article(DAY * days)
    suggested = [each for day in range(days) for each in of_a_day(day * len(DAY))]
    gone = 0

    def count(_frame: FrameType, event: str, _of: object) -> Any:
        nonlocal gone
        gone += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        found = proposals(SearchedSnapshot([document]), document, suggested)
    finally:
        sys.settrace(before)
    kinds = [each.kind for each in found]
    assert (kinds.count("event"), kinds.count("quote")) == (days, days)
    return gone


def test_twice_the_text_takes_twice_the_steps() -> None:
    steps(1)  # what is looked up once for all
    assert steps(320) < 2.1 * steps(160)
