"""For whom an export is, as every one of them says it."""

from viewer.domain.summary import CaseSummary

_NOTICES = {
    "internal": "Internal – do not pass on",
    "legal": "For legal use – confidential",
    "public": "For publication",
}


def notice(summary: CaseSummary) -> str:
    """Return for whom an export is."""
    return _NOTICES.get(summary.audience, summary.audience_label)
