"""`casefile annotate`: what is meant by the words of the command line, and the note on it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viewer.domain.annotations import annotated
from viewer.domain.changes import NOTHING, ChangeSet
from viewer.domain.marking import passage_for, trimmed
from viewer.domain.reader import CaseReader
from viewer.domain.records import Annotation, Document, Passage, Tag, Tagging
from viewer.domain.text import normalised, shortened
from viewer.errors import CasefileError, NotFoundError
from viewer.export.objects import as_object
from viewer.meaning import called, listed, only_one, record_meant
from viewer.opening import open_case
from viewer.reading import tell_of_update
from viewer.store import CaseFile

#: Code points shown around a place.
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Where:
    """What a note is on: a record, or words of a document by themselves or by their span.

    `which` is an id, or a kind and words of a title; the only document where it is empty. `span`
    is in code points, half open.
    """

    which: tuple[str, ...] = ()
    words: str = ""
    span: tuple[int, int] | None = None


def annotate(file: Path, where: Where, **note: Any) -> dict[str, Any]:
    """Add a note (the values of `domain.annotations.annotated`); returns it as an object.

    Raises a `CasefileError` that says what is not there or not clear; nothing is changed then.
    """
    with open_case(file) as case:
        tell_of_update(case)
        target_id, first = _target(case, where)
        made, change_set = annotated(case, target_id, first=first, **note)
        case.apply(change_set, note.get("author", ""))
        return {**as_object(case, made), "tags": _tags(case, made), **_place(case, made)}


def _tags(case: CaseReader, made: Annotation) -> list[str]:
    taggings = case.where(Tagging, target_id=made.id)
    return sorted(case.get(Tag, tagging.tag_id).label for tagging in taggings)


def _place(case: CaseReader, made: Annotation) -> dict[str, Any]:
    passage = case.find(made.target_id)
    if not isinstance(passage, Passage):
        return {}
    return {
        "document_id": passage.document_id,
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
    }


def _target(case: CaseFile, where: Where) -> tuple[str, ChangeSet]:
    if not where.words and where.span is None:
        return record_meant(case, where.which).id, NOTHING
    document = _document(case, where.which)
    start, end = _span(case, document, where)
    passage, change_set = passage_for(case, document, start, end)
    return passage.id, change_set


def _document(case: CaseFile, which: tuple[str, ...]) -> Document:
    if not which:
        return only_one(case, list(case.all(Document)), "document", "")
    record = record_meant(case, which)
    if not isinstance(record, Document):
        raise CasefileError(
            f"“{called(case, record)}” is a {record.labels[0].lower()}: only a document has words "
            "to mark. Nothing was changed."
        )
    return record


def _span(case: CaseReader, document: Document, where: Where) -> tuple[int, int]:
    if where.span is None:
        return _found(case, document, where.words)
    length = len(document.text)
    start, end = where.span
    if not 0 <= start < end <= length:
        raise CasefileError(
            f"“{called(case, document)}” has {length:,} characters (code points), so START and "
            f"END are numbers from 0 to {length}, the smaller first. Nothing was changed."
        )
    start, end = trimmed(document.text, start, end)
    if start == end:
        raise CasefileError("There is only white space from START to END. Nothing was changed.")
    return start, end


def _found(case: CaseReader, document: Document, words: str) -> tuple[int, int]:
    """Find words exactly as they are written; white space is any, as lines may end there."""
    exact = r"\s+".join(map(re.escape, normalised(words).split()))
    # Looked ahead for, so that places may overlap.
    places = re.finditer(f"(?=({exact}))", document.text) if exact else ()
    spans = [match.span(1) for match in places]
    if not spans:
        raise NotFoundError(
            f"“{words}” does not stand in “{called(case, document)}”. Nothing was changed. The "
            "words have to be exactly those of the text, capitals and marks included."
        )
    if len(spans) > 1:
        lines = [f"  --span {a} {b}  {_context(document.text, a, b)}" for a, b in spans]
        raise CasefileError(
            f"“{words}” stands {len(spans):,} times in “{called(case, document)}”; nothing was "
            f"changed. Say which is meant:\n{listed(lines)}"
        )
    return spans[0]


def _context(text: str, start: int, end: int) -> str:
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return f"…{shortened(around, 80)}…"
