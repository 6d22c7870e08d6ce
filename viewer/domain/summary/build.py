"""Building the summary: protection first, then the entries in the order in which they are read."""

from viewer.domain.protection import protect
from viewer.domain.reader import CaseReader
from viewer.domain.redaction import Redactor
from viewer.domain.summary.entries import Entries
from viewer.domain.summary.tree import CaseSummary, strings
from viewer.domain.vocabularies import vocabulary
from viewer.errors import LeakError


def summarise(case: CaseReader, audience: str) -> CaseSummary:
    """Return what a report for `audience` (a code of that vocabulary) says of the case.

    Raises `LeakError` when a protected name would still be in it.
    """
    protected = protect(case, audience)
    entries = Entries(protected.case, case)
    summary = CaseSummary(
        audience=audience,
        audience_label=vocabulary("audience").label(audience),
        language=entries.case.language or "en",
        title=entries.case.title or "Untitled case",
        reference=entries.case.reference,
        summary=entries.case_summary(),
        persons=entries.persons(),
        places=entries.places(),
        events=entries.events(),
        quotes=entries.quotes(),
        acts=entries.acts(),
        figures=entries.figures(),
        notes=entries.notes(),
        tags=entries.tags(),
        documents=entries.documents(),
        passages=entries.sources.entries(),
    )
    _check(summary, protected.redactor)
    return summary


def _check(summary: CaseSummary, redactor: Redactor) -> None:
    """What was redacted before is looked through again as it will be printed."""
    for where, text in strings(summary):
        if redactor.finds(text):
            place = where.removeprefix("summary › ")
            raise LeakError(
                f"Nothing was written: the name of a protected person would still be readable "
                f"({place}). Look at the pseudonyms and names of the persons concerned."
            )
