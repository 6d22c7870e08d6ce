"""Each proposal written in its own way, and then what ties several together."""

from collections.abc import Iterable

from viewer.domain.accepting.anchors import write_anchors
from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.events import write_event
from viewer.domain.accepting.figures import write_figure
from viewer.domain.accepting.proposal import Proposal
from viewer.domain.accepting.quotes import write_quote
from viewer.domain.suggestions import (
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
)


def write(deed: Deed, proposals: Iterable[Proposal], link_to: str | None = None) -> str:
    """Write proposals; returns the id of the last one's record."""
    id = ""
    for proposal in proposals:
        id = _write(deed, proposal, link_to)
    write_anchors(deed)
    return id


def _write(deed: Deed, proposal: Proposal, link_to: str | None) -> str:
    match proposal.suggestions[0]:
        case SuggestedName(name=name):
            return deed.names(deed.reading.groups[proposal.kind, name], link_to)
        case SuggestedQuote() as quote:
            return write_quote(deed, quote)
        case SuggestedFigure() as figure:
            return write_figure(deed, figure)
        case SuggestedEvent() as event:
            return write_event(deed, event)
    raise ValueError(f"nothing can be made of a {proposal.kind}")
