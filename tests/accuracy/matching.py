"""When a suggestion and a gold annotation mean the same."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from tests.accuracy.gold import Gold, Who
from tests.accuracy.locating import Span
from tests.accuracy.tally import Tally
from viewer.domain.suggestions import Mentioned, Suggestion


class Spanned(Protocol):
    """Anything that stands in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Suggestion)
G = TypeVar("G", bound=Gold)


def span_of(each: Spanned) -> Span:
    return each.start, each.end


def shared(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def half_covered(span: Span, by: Iterable[Span]) -> bool:
    """Whether at least half of the span's characters lie in the others."""
    inside = {at for other in by for at in range(max(span[0], other[0]), min(span[1], other[1]))}
    return 2 * len(inside) >= span[1] - span[0] > 0


def meets(each: Spanned, gold: Gold) -> bool:
    """Whether the suggestion shares a character with any of the gold's places."""
    return any(shared(span_of(each), span) for span in gold.spans)


def tallied(
    suggested: Sequence[S], gold: Sequence[G], same: Callable[[S, G], bool]
) -> tuple[Tally, list[tuple[S, G]]]:
    """Count, and pair each gold that was found with the first suggestion that is the same.

    What is the same only as an optional gold counts neither way.
    """
    wanted = [each for each in gold if not each.optional]
    optional = [each for each in gold if each.optional]
    right = [each for each in suggested if any(same(each, g) for g in wanted)]
    neither = [
        each for each in suggested if each not in right and any(same(each, g) for g in optional)
    ]
    pairs = [(match, g) for g in wanted if (match := _first(suggested, g, same))]
    return Tally(len(right), len(suggested) - len(neither), len(pairs), len(wanted)), pairs


def is_who(said: Mentioned | None, gold: Who, others: Iterable[str] = ()) -> bool:
    """Whether the mention means whom the gold means.

    It does by the full name, or by words at one of the gold's places, unless its name is the full
    name of somebody else. Nobody is right where the gold knows nobody.
    """
    if said is None:
        return not gold
    name = said.name.casefold()
    if name and name in {each.casefold() for each in gold.names}:
        return True
    if name and name in {each.casefold() for each in others}:
        return False
    return any(shared(span_of(said), span) for span in gold.spans)


def _first(suggested: Sequence[S], gold: G, same: Callable[[S, G], bool]) -> S | None:
    return next((each for each in suggested if same(each, gold)), None)
