"""What accepting a suggestion would write, in words."""

from collections import Counter
from collections.abc import Iterator

from viewer.domain.changes import ChangeSet
from viewer.domain.overlay import Overlay
from viewer.domain.reader import CaseReader
from viewer.domain.records import Evidence, Involvement, Record
from viewer.domain.text import shortened
from viewer.domain.titles import title, title_of
from viewer.domain.vocabularies import vocabulary

#: Kinds that are named one by one; the others are counted or go without saying.
_NAMED = ("quote", "event", "figure", "person", "place")
#: Code points of a title.
_MOST = 40


def makes(case: CaseReader, change_set: ChangeSet, own_id: str) -> str:
    """Return a sentence that names the records of a change set; "" where it changes nothing.

    `own_id` is the record of the suggestion itself, which its row names already.
    """
    made = [change.after for change in change_set.changes if change.after is not None]
    after = Overlay(case, made)
    new = [change.record for change in change_set.changes if change.before is None]
    parts = [*_named(after, new, own_id), *_involved(after, new)]
    if parts:
        return f"Makes {'; '.join(parts)}."
    return _tied(after, new)


def _named(case: CaseReader, new: list[Record], own_id: str) -> Iterator[str]:
    for record in sorted(new, key=lambda record: record.id != own_id):
        if record.kind in _NAMED:
            name = "" if record.id == own_id else f" {_quoted(title(case, record))}"
            this = "this " if record.id == own_id else ""
            yield f"{this}{record.labels[0].lower()}{name}"


def _involved(case: CaseReader, new: list[Record]) -> Iterator[str]:
    for record in new:
        if isinstance(record, Involvement):
            role = vocabulary("role").label(record.role).lower()
            yield f"{title_of(case, record.person_id)} as {role}"


def _tied(case: CaseReader, new: list[Record]) -> str:
    """Say to whom words are linked, where nobody new is made."""
    records = Counter(each.record_id for each in new if isinstance(each, Evidence))
    if not records:
        return ""
    names = " and ".join(_quoted(title_of(case, id)) for id in records)
    number = sum(records.values())
    words = "1 passage" if number == 1 else f"{number:,} passages"
    return f"Links {words} to {names}, already in the case."


def _quoted(words: str) -> str:
    words = shortened(words, _MOST)
    return words if words.startswith("“") else f"“{words}”"
