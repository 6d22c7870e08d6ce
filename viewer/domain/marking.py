"""Words that the user marks in a document: the passage of them, and what is made of it."""

from viewer.domain.changes import NOTHING, ChangeSet, creation
from viewer.domain.documents import passage_at
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Passage


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span in code points without the white space at its ends; empty where it is all."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def passage_for(
    case: CaseReader, document: Document, start: int, end: int
) -> tuple[Passage, ChangeSet]:
    """Return the passage of a span and the change set that adds it; empty if it is there already.

    The span is in code points and must not be empty. Marking the same words twice gives the same
    passage.
    """
    for passage in case.where(Passage, document_id=document.id, start=start, end=end):
        return passage, NOTHING
    passage = passage_at(document, start, end)
    return passage, creation(passage)
