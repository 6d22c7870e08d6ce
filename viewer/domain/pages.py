"""Pages of a document's text: each page of a PDF after the first begins with a form feed.

Other documents have one page.
"""

#: What a page after the first begins with, directly after the blank line that ends the one before.
FORM_FEED = "\f"


def page_count(text: str) -> int:
    """Return the number of pages of a text."""
    return text.count(FORM_FEED) + 1


def page_of(text: str, position: int) -> int:
    """Return the page, from 1, on which a code point stands; a form feed is on its own page."""
    return text.count(FORM_FEED, 0, max(position, 0) + 1) + 1
