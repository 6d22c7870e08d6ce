"""What the sentences of a check call a record, also where parts of it cannot be read."""

from viewer.domain.records import KINDS, Record
from viewer.domain.text import shortened
from viewer.domain.titles import title
from viewer.errors import CasefileError
from viewer.store.readable import ReadableCase

#: Code points of a title.
LENGTH = 60


def called(case: ReadableCase, record: Record) -> str:
    """Return what a record is and its title, as in "person “The witness”"."""
    try:
        return quoted(record.kind, title(case, record))
    except (CasefileError, LookupError, ValueError):
        return quoted(record.kind, "")


def called_by_id(case: ReadableCase, kind: str, id: str) -> str:
    """Return what a record of the case is called; only its kind where it is not there."""
    try:
        record = case.find(id)
    except (CasefileError, LookupError):
        record = None
    return called(case, record) if record is not None else quoted(kind, "")


def quoted(kind: str, words: str) -> str:
    """Return the name of a kind, which may be none that is known, and words in quotation marks."""
    label = KINDS[kind].labels[0].lower() if kind in KINDS else "record of an unknown kind"
    words = shortened(words.strip("“”"), LENGTH)
    return f"{label} “{words}”" if words else label
