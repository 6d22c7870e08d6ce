"""What kinds of suggestion and degrees of confidence are called."""

from collections.abc import Iterable

from viewer.domain.accepting import Proposal
from viewer.domain.suggestions import SuggestedName

#: One and many of each kind, in the order of the filter.
_NAMES = {
    "person": ("Person", "Persons"),
    "organisation": ("Organisation", "Organisations"),
    "place": ("Place", "Places"),
    "event": ("Event", "Events"),
    "quote": ("Quote", "Quotes"),
    "figure": ("Figure", "Figures"),
}
KINDS = tuple(_NAMES)
#: From which confidence on what is said.
_SAID = ((0.9, "very likely"), (0.75, "likely"), (0.5, "possible"), (0.0, "unsure"))
DEGREES = tuple(words for _, words in _SAID)


def kind_of(proposal: Proposal) -> str:
    """Return one of `KINDS`; each is the name of an icon, too."""
    first = proposal.suggestions[0]
    return first.what if isinstance(first, SuggestedName) else proposal.kind


def kind_name(kind: str, *, many: bool = False) -> str:
    """Return what a kind of suggestion is called."""
    return _NAMES[kind][many]


def confidence_words(confidence: float) -> str:
    """Return in words how sure a suggestion is, from 0 to 1."""
    return next(words for least, words in _SAID if confidence >= least)


def counted(number: int) -> str:
    """Return a number of suggestions in words."""
    return "1 suggestion" if number == 1 else f"{number:,} suggestions"


def kinds_of(proposals: Iterable[Proposal]) -> dict[str, int]:
    """Return how many suggestions are of each kind, in the order of the filter."""
    numbers = dict.fromkeys(KINDS, 0)
    for each in proposals:
        numbers[kind_of(each)] += 1
    return {kind: number for kind, number in numbers.items() if number}
