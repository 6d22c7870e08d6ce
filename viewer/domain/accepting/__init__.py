"""From suggestions to records: what is proposed of a document, accepted or turned down.

Accepted records differ in nothing from those that are made by hand: the same draft, the same
evidence, one change set, one undo.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.events import event_proposals
from viewer.domain.accepting.figures import figure_proposals
from viewer.domain.accepting.names import name_proposals
from viewer.domain.accepting.proposal import Proposal
from viewer.domain.accepting.quotes import quote_proposals
from viewer.domain.accepting.reading import Reading
from viewer.domain.accepting.write import write
from viewer.domain.changes import ChangeSet, creation
from viewer.domain.ids import new_id
from viewer.domain.marking import Marked, Words
from viewer.domain.marking.mentions import SearchedCase
from viewer.domain.records import KINDS, Document, Rejection
from viewer.domain.suggestions import SuggestedEvent, SuggestedFigure, SuggestedName, Suggestion

_PROPOSE = (name_proposals, event_proposals, quote_proposals, figure_proposals)

__all__ = ["Proposal", "accepted", "accepted_all", "proposals", "rejected"]


def proposals(
    case: SearchedCase, document: Document, suggestions: Iterable[Suggestion]
) -> list[Proposal]:
    """Return what is proposed of a document, in the order of the text.

    Left out is what the case has already, and what was turned down.
    """
    reading = Reading(case, document, suggestions)
    found = chain.from_iterable(propose(reading) for propose in _PROPOSE)
    once = {proposal.key: proposal for proposal in found}
    return sorted(once.values(), key=lambda proposal: proposal.order)


def accepted(
    case: SearchedCase,
    document: Document,
    proposal: Proposal,
    suggestions: Iterable[Suggestion],
    *,
    link_to: str | None = None,
) -> Marked:
    """Return one proposal as records; whom it means is created along where need be.

    `link_to` is the person or place of the case that a proposed one is. Without it, one in doubt
    becomes a new one.
    """
    deed = Deed(Reading(case, document, suggestions))
    id = write(deed, [proposal], link_to)
    passage = deed.draft.passage(Words(document, *proposal.spans[0]))
    label = f"Accept {KINDS[proposal.kind].labels[0].lower()}"
    return Marked(deed.draft.change_set(label), id, passage.id)


def accepted_all(
    case: SearchedCase,
    document: Document,
    proposals: Sequence[Proposal],
    suggestions: Iterable[Suggestion],
) -> ChangeSet:
    """Return several proposals as records, in one deed; those in doubt are left out."""
    wanted = sorted((p for p in proposals if not p.doubt), key=lambda proposal: proposal.order)
    deed = Deed(Reading(case, document, suggestions), only_sure=True)
    write(deed, wanted)
    number = len(wanted)
    return deed.draft.change_set(f"Accept {number:,} suggestion{'s' if number != 1 else ''}")


def rejected(document: Document, proposal: Proposal) -> ChangeSet:
    """Return the memory that a proposal was turned down, so that it is not made again."""
    start, end = _rejected_span(proposal)
    is_name = isinstance(proposal.suggestions[0], SuggestedName)
    rejection = Rejection(
        id=new_id(),
        document_id=document.id,
        suggested=proposal.kind,
        start=start,
        end=end,
        value=proposal.key.partition(":")[2] if is_name else proposal.label,
    )
    return creation(rejection, label="Reject suggestion")


def _rejected_span(proposal: Proposal) -> tuple[int, int]:
    """Return what tells a proposal from others of the same sentence."""
    match proposal.suggestions[0]:
        case SuggestedEvent(trigger=span):
            return span
        case SuggestedFigure(number_start=start, number_end=end):
            return start, end
        case _:
            return proposal.spans[0]
