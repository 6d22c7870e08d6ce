"""Spans of words as they are marked, and their passages. Spans are code points, half open."""

from dataclasses import dataclass, replace

from viewer.domain.changes import NOTHING, ChangeSet, creation
from viewer.domain.documents import passage_at
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Passage

#: What opens a quotation, and what closes it.
OPENING, CLOSING = "“„«‹‟「『", "”“»›」』"
#: What may do either; which of them it is, its place in the paragraph tells.
BOTH = "\"'‘’"
_AROUND = f"{OPENING}{CLOSING}{BOTH}()[]،,;:؛.…"
_POSSESSIVE = ("'s", "’s", "ʼs")


@dataclass(frozen=True, slots=True)
class Words:
    """A span of a document's text that the user marked; it is not empty."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words exactly as they stand."""
        return self.document.text[self.start : self.end]

    @property
    def line(self) -> str:
        """The words on one line, for a name or a title."""
        return " ".join(self.text.split())

    def narrowed(self, start: int, end: int) -> "Words":
        """Return another span without the white space at its ends; this one if it is all white."""
        start, end = trimmed(self.document.text, start, end)
        return replace(self, start=start, end=end) if start < end else self

    def as_name(self) -> "Words":
        """Return the words without what stands around a name: marks, and a possessive ending."""
        text = self.text
        begin = len(text) - len(text.lstrip(_AROUND))
        end = len(text.rstrip(_AROUND))
        if text[begin:end].endswith(_POSSESSIVE):
            end -= 2
        return self if begin >= end else self.narrowed(self.start + begin, self.start + end)

    def as_said(self) -> "Words":
        """Return the words without the pair of quotation marks in which all of them stand."""
        text = self.text
        inner = text[1:-1]
        is_one = _are_pair(text[0], text[-1]) and not _closes_within(inner, text[-1])
        if not is_one:
            return self
        return self.narrowed(self.start + 1, self.end - 1)


def _are_pair(first: str, last: str) -> bool:
    if first in BOTH:
        return last in BOTH and (first == last or first + last == "‘’")
    return first in OPENING and last in CLOSING


def _closes_within(inner: str, mark: str) -> bool:
    """Whether what the words begin with ends before them, as in “no” and “no”."""
    if mark in "'’":
        return False  # inside, it is an apostrophe
    opened = 0
    for letter in inner:
        opened += letter in OPENING and letter != mark
        opened -= letter == mark
        if opened < 0:
            return True
    return False


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
