"""Building the summary: protection first, then the entries in the order in which they are read."""

from dataclasses import replace

from viewer.domain.audiences import said_in, standard_audiences
from viewer.domain.protection import protect
from viewer.domain.protection.unlinked import unlinked
from viewer.domain.reader import CaseReader
from viewer.domain.records import Audience, Document
from viewer.domain.redaction import Redactor
from viewer.domain.summary.annotations import Annotations
from viewer.domain.summary.events import Events
from viewer.domain.summary.holdings import Holdings
from viewer.domain.summary.order import Order
from viewer.domain.summary.persons import Persons
from viewer.domain.summary.said import Said
from viewer.domain.summary.scope import WHOLE_CASE, Scope, covered, narrowed
from viewer.domain.summary.sources import Sources
from viewer.domain.summary.tree import CaseSummary, strings
from viewer.domain.titles import title
from viewer.domain.wording import Wording
from viewer.errors import LeakError


def summarise(
    case: CaseReader, audience: str, language: str = "", scope: Scope = WHOLE_CASE
) -> CaseSummary:
    """Return what a report for `audience` (its id, or what it is called) says of the case.

    `language` is that of its own words (one of `LANGUAGES`; English when empty); the words of the
    case stay as they are. `scope` says how much of the case it covers.
    Raises `LeakError` when a protected name would still be in it, and `NotFoundError` where the
    case has no such audience, or that audience is given nothing of the scope.
    """
    wording = Wording.of(language)
    protected = protect(case, audience, wording)
    view = narrowed(protected.case, scope)
    whom = _told(said_in(protected.audience, wording.language), protected.redactor)
    sources = Sources(view, case, protected.redacted)
    order = Order(view, sources.documents, wording)
    holdings = Holdings(view, order, sources)
    persons = Persons(view, order, sources)
    events = Events(view, order, sources)
    said = Said(view, order, sources)
    annotations = Annotations(view, case, order, protected)
    summary = CaseSummary(
        audience=protected.audience.id,
        audience_label=_told(protected.audience, protected.redactor).label,
        for_whom=whom.label,
        notice=whom.notice or whom.label,
        meaning=whom.meaning,
        id=annotations.collection(),
        language=view.case.language or "en",
        wording=wording.language,
        title=title(view, view.case, wording),
        reference=view.case.reference,
        covers=covered(view, scope, wording),
        summary=holdings.case_summary(),
        persons=persons.persons(),
        places=holdings.places(),
        events=events.events(),
        quotes=said.quotes(),
        acts=events.acts(),
        figures=said.figures(),
        notes=said.notes(),
        tags=said.tags(),
        documents=holdings.documents(),
        passages=sources.entries(),
        annotations=annotations.annotations(),
        protections=protected.applied,
        holds=tuple(document.id for document in view.all(Document)),
        guard=protected.redactor,
        given=lambda: unlinked(view, protected.audience),
    )
    _check(summary, protected.redactor)
    return summary


def _told(audience: Audience, redactor: Redactor) -> Audience:
    """The program's own audiences name nobody; what a user writes of one may."""
    if audience.id in {each.id for each in standard_audiences()}:
        return audience
    texts = ("label", "notice", "meaning")
    return replace(audience, **{n: redactor.redacted(getattr(audience, n)) for n in texts})


def _check(summary: CaseSummary, redactor: Redactor) -> None:
    """What was redacted before is looked through again as it will be printed."""
    for where, text in strings(summary):
        if redactor.finds(text):
            place = where.removeprefix("summary › ")
            raise LeakError(
                f"Nothing was written: the name of a protected person would still be readable "
                f"({place}). Look at the pseudonyms and names of the persons concerned."
            )
