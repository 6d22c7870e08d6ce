"""Which record of a case the words of the command line mean."""

import re
from collections.abc import Iterator

from viewer.domain.reader import CaseReader, R
from viewer.domain.records import Record
from viewer.domain.text import folded, unisolated
from viewer.domain.titles import title
from viewer.errors import CasefileError, NotFoundError
from viewer.reading import kind_called
from viewer.store import SEARCHED, CaseFile

#: Records or places that are listed when more than one is meant.
_LISTED = 10


def record_meant(case: CaseFile, which: tuple[str, ...]) -> Record:
    """Return the record of that id, or the only one of a kind called so: `person amjad`.

    Raises `NotFoundError` or, where several are meant, a `CasefileError` that lists them.
    """
    found = case.find(which[0]) if len(which) == 1 else None
    if found is not None:
        return found
    if len(which) == 1 and _is_id(which[0]):
        raise NotFoundError(f"No record of this case has the id {which[0]}. Nothing was changed.")
    kind, words = kind_called(which[0]), " ".join(which[1:])
    return only_one(case, list(_candidates(case, kind, words)), kind.labels[0].lower(), words)


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
        if all(word in folded(called(case, record)) for word in wanted):
            yield record


def only_one(case: CaseReader, found: list[R], kind: str, words: str) -> R:
    """Return the one record that was found, or is called exactly so; raises like `record_meant`."""
    so_called = f" called “{words}”" if words else ""
    if not found:
        raise NotFoundError(f"There is no {kind}{so_called} in this case. Nothing was changed.")
    exact = [r for r in found if folded(called(case, r)) == folded(words)]
    if len(found) > 1 and len(exact) != 1:
        lines = [f"  {record.id}  {called(case, record)}" for record in found]
        raise CasefileError(
            f"More than one {kind} is meant{' by “' + words + '”' if words else ''}; nothing was "
            f"changed. Give the id of one:\n{listed(lines)}"
        )
    return exact[0] if exact else found[0]


def called(case: CaseReader, record: Record) -> str:
    """Return a record's title for a terminal."""
    return unisolated(title(case, record))


def listed(lines: list[str]) -> str:
    """Return lines of a list, the first of many."""
    more = len(lines) - _LISTED
    return "\n".join(lines[:_LISTED] + ([f"  … and {more:,} more"] if more > 0 else []))
