"""Pages of a document's text: each page of a PDF after the first begins with a form feed.

Other documents have one page.
"""

from viewer.domain.records import Document
from viewer.domain.text import occurrences

#: The media type of what has pages.
PAGED = "application/pdf"
#: What a page after the first begins with, directly after the blank line that ends the one before.
FORM_FEED = "\f"


def page_count(text: str) -> int:
    """Return the number of pages of a text."""
    return text.count(FORM_FEED) + 1


def page_of(text: str, position: int) -> int:
    """Return the page, from 1, on which a code point stands; a form feed is on its own page."""
    return text.count(FORM_FEED, 0, max(position, 0) + 1) + 1


def page_starts(document: Document) -> list[int]:
    """Return where each page of a document's original begins in its text; [] for no pages.

    The number of those at or before a code point is the page on which it stands.
    """
    if document.media_type != PAGED:
        return []
    return [0, *occurrences(document.text, FORM_FEED)]
