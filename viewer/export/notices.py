"""For whom an export is, as every one of them says it."""

from viewer.domain.summary import CaseSummary
from viewer.domain.wording import Wording


def notice(summary: CaseSummary) -> str:
    """Return for whom an export is."""
    wording = Wording.of(summary.wording)
    return wording.get(f"notice.{summary.audience}", summary.audience_label)
