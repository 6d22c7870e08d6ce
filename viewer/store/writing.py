"""Writing the rows of a change set, after everything that can be wrong with it was looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

from sqlite_utils import Database

from viewer.domain.changes import Change, ChangeSet, creation
from viewer.domain.records import KINDS, Case, Name, Person
from viewer.errors import ConflictError, InvalidRecordError
from viewer.store import checking, derived, engine, rows


def new_case(case: Case) -> ChangeSet:
    """Return the change set with which a file begins."""
    return creation(case, label="New case")


#: What the tables say of a change that does not fit, and what that means.
_REFUSALS = {
    "FOREIGN KEY": "It refers to a record that is not there, or leaves one that others refer to",
    "name.person_id": "A person has one main name only",
    "tagging.tag_id": "The record has that tag already",
    "one_case": "A file holds one case only",
    ".id": "A record with that id is in the case already",
    "_is_fixed": "What a document says, and where a passage stands in it, never changes",
}


@contextmanager
def explained() -> Iterator[None]:
    """Turn a broken reference or a second main name into a sentence."""
    try:
        yield
    except engine.IntegrityError as error:
        known = (says for mark, says in _REFUSALS.items() if mark in str(error))
        raise InvalidRecordError(
            f"{next(known, f'The change does not fit the case ({error})')}. Nothing was changed."
        ) from error


def write(db: Database, change_set: ChangeSet, who: str) -> None:
    """Write contents and rows, in the order given; runs of creations of a kind go together."""
    checking.check(db, change_set, who)
    for content in change_set.contents:
        sql = "INSERT OR IGNORE INTO content(sha256, data) VALUES (?, ?)"
        db.execute(sql, (content.sha256, content.data))
    for (kind, is_new), changes in groupby(
        change_set.changes, key=lambda c: (c.kind, c.before is None)
    ):
        run = list(changes)
        if is_new:
            rows.insert(db, kind, [change.record for change in run])
        else:
            for change in run:
                _rewrite(db, change)
        if kind in (Person.kind, Name.kind):
            derived.refresh_persons(db, run)
    checking.check_written(db, change_set)


def _rewrite(db: Database, change: Change) -> None:
    assert change.before is not None
    stored = rows.select(db, KINDS[change.kind], "WHERE id = ?", (change.id,))
    if stored != [change.before]:
        raise ConflictError(
            f"This {change.record.labels[0].lower()} was changed elsewhere in the meantime. "
            "Nothing was changed now: look at it again and repeat the edit."
        )
    if change.after is None:
        rows.delete(db, change.before)
    else:
        rows.update(db, change.after, change.changed_fields)
