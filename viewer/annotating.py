"""`casefile annotate`: what is meant by the words of the command line, and the note on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viewer.domain.annotations import annotated
from viewer.domain.changes import NOTHING, ChangeSet
from viewer.domain.marking import passage_for, trimmed
from viewer.domain.reader import CaseReader, R
from viewer.domain.records import Annotation, Document, Passage, Record, Tag, Tagging
from viewer.domain.text import folded, normalised, shortened, unisolated
from viewer.domain.titles import title
from viewer.errors import CasefileError, NotFoundError
from viewer.export.objects import as_object
from viewer.reading import kind_called, tell_of_update
from viewer.store import SEARCHED, CaseFile

#: Records or places that are listed when more than one is meant.
_LISTED = 10
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
    with CaseFile.open(file) as case:
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
        return _record(case, where.which).id, NOTHING
    document = _document(case, where.which)
    start, end = _span(case, document, where)
    passage, change_set = passage_for(case, document, start, end)
    return passage.id, change_set


def _document(case: CaseFile, which: tuple[str, ...]) -> Document:
    if not which:
        return _only(case, list(case.all(Document)), "document", "")
    record = _record(case, which)
    if not isinstance(record, Document):
        raise CasefileError(
            f"“{_called(case, record)}” is a {record.labels[0].lower()}: only a document has words "
            "to mark. Nothing was changed."
        )
    return record


def _record(case: CaseFile, which: tuple[str, ...]) -> Record:
    found = case.find(which[0]) if len(which) == 1 else None
    if found is not None:
        return found
    if len(which) == 1 and _is_id(which[0]):
        raise NotFoundError(f"No record of this case has the id {which[0]}. Nothing was changed.")
    kind, words = kind_called(which[0]), " ".join(which[1:])
    return _only(case, list(_candidates(case, kind, words)), kind.labels[0].lower(), words)


def _is_id(word: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}", word) is not None


def _candidates(case: CaseFile, kind: type[Record], words: str) -> Iterator[Record]:
    """Records whose titles hold the words; a person's other names lead there too."""
    if not words or kind.kind not in SEARCHED:
        yield from _titled(case, case.all(kind), words)
        return
    found = [case.get(kind, hit.id) for hit in case.search(kind.kind, words)]
    yield from list(_titled(case, iter(found), words)) or found


def _titled(case: CaseReader, records: Iterator[Record], words: str) -> Iterator[Record]:
    wanted = folded(words).split()
    for record in records:
        if all(word in folded(_called(case, record)) for word in wanted):
            yield record


def _only(case: CaseReader, found: list[R], kind: str, words: str) -> R:
    called = f" called “{words}”" if words else ""
    if not found:
        raise NotFoundError(f"There is no {kind}{called} in this case. Nothing was changed.")
    exact = [r for r in found if folded(_called(case, r)) == folded(words)]
    if len(found) > 1 and len(exact) != 1:
        listed = [f"  {record.id}  {_called(case, record)}" for record in found]
        raise CasefileError(
            f"More than one {kind} is meant{' by “' + words + '”' if words else ''}; nothing was "
            f"changed. Give the id of one:\n{_list(listed)}"
        )
    return exact[0] if exact else found[0]


def _called(case: CaseReader, record: Record) -> str:
    return unisolated(title(case, record))


def _span(case: CaseReader, document: Document, where: Where) -> tuple[int, int]:
    if where.span is None:
        return _found(case, document, where.words)
    length = len(document.text)
    start, end = where.span
    if not 0 <= start < end <= length:
        raise CasefileError(
            f"“{_called(case, document)}” has {length:,} characters (code points), so START and "
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
            f"“{words}” does not stand in “{_called(case, document)}”. Nothing was changed. The "
            "words have to be exactly those of the text, capitals and marks included."
        )
    if len(spans) > 1:
        listed = [f"  --span {a} {b}  {_context(document.text, a, b)}" for a, b in spans]
        raise CasefileError(
            f"“{words}” stands {len(spans):,} times in “{_called(case, document)}”; nothing was "
            f"changed. Say which is meant:\n{_list(listed)}"
        )
    return spans[0]


def _context(text: str, start: int, end: int) -> str:
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return f"…{shortened(around, 80)}…"


def _list(lines: list[str]) -> str:
    more = len(lines) - _LISTED
    return "\n".join(lines[:_LISTED] + ([f"  … and {more:,} more"] if more > 0 else []))
