"""A proposed person or place under another name, as the user corrects it."""

from collections.abc import Iterable
from dataclasses import replace

from viewer.domain.accepting.proposal import Proposal
from viewer.domain.suggestions import SuggestedName, Suggestion


def renamed(
    proposal: Proposal, suggestions: Iterable[Suggestion], name: str, naming: str = "named"
) -> tuple[Proposal, tuple[Suggestion, ...]]:
    """Return a proposed person or place, and all suggestions, with another name for it.

    `naming` is a code of the vocabulary of that name; what is not named, `name` describes.
    """
    own = set(proposal.suggestions)

    def mapped(each: Suggestion) -> Suggestion:
        is_it = isinstance(each, SuggestedName) and each in own
        return replace(each, name=name, naming=naming) if is_it else each  # type: ignore[call-arg]

    mentions = tuple(map(mapped, proposal.suggestions))
    return replace(proposal, suggestions=mentions), tuple(map(mapped, suggestions))
