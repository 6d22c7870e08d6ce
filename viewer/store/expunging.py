"""Removing for good: rows, history, search and free pages, so that no byte of the file is left.

The rows are rewritten in one transaction, which a crash undoes or leaves done. Then the file is
written anew (VACUUM), so that nothing is left between its rows either. The engine's journal holds
pages as they were: while this is under way it is not deleted, but kept, and overwritten with
zeros before it goes. A journal that a crash left is overwritten when the case is opened next.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from viewer.domain.forgetting import Forgetting
from viewer.domain.forgetting.originals import holds
from viewer.domain.forgetting.rewriting import words_of
from viewer.domain.forgetting.traces import Line, Traces
from viewer.domain.records import KINDS
from viewer.errors import NotForgotten, Untidied
from viewer.store import (
    engine,
    forgetting,
    history,
    on_disk,
    opening,
    residue,
    restructure,
    rows,
    writing,
)

#: What is fixed otherwise: the text of documents, passages, and who did what.
_GUARDS = ("document_is_fixed", "passage_is_fixed", "history_is_fixed")
_UNUSED_CONTENT = """DELETE FROM content WHERE sha256 NOT IN (
    SELECT sha256 FROM document
    UNION SELECT before ->> 'sha256' FROM history_change
          WHERE kind = 'document' AND before ->> 'sha256' IS NOT NULL
    UNION SELECT after ->> 'sha256' FROM history_change
          WHERE kind = 'document' AND after ->> 'sha256' IS NOT NULL)"""
_ZEROS = bytes(1 << 16)
#: Bytes at the head of a journal that the engine makes zeros once it is done with.
_HEAD = 28


def carry_out(
    db: Database,
    path: Path,
    plan: Forgetting,
    who: str,
    commit: Callable[[], None],
    *,
    is_encrypted: bool,
) -> None:
    """Remove for good what a plan says, and see that it is gone; not for use in a transaction.

    Of an encrypted file the rows are looked at, but not the bytes. Raises what `writing.write` and
    `commit` raise, or `NotForgotten`.
    """
    with kept_journal(db, path):
        words = _written(db, path, plan, who, commit)
        is_anew = _write_anew(db) and _is_wiped(path)
    if not is_anew:
        # The mark by which it is finished when the case is opened next.
        on_disk.journal_of(path).touch()
        raise _unfinished()
    if not is_encrypted and _is_left(db, path, words):
        raise _left_between()


def _is_left(db: Database, path: Path, words: frozenset[str]) -> bool:
    try:
        return bool(residue.words_left(db, path, words))
    except OSError:
        return True  # as far as anybody can tell


def _written(
    db: Database, path: Path, plan: Forgetting, who: str, commit: Callable[[], None]
) -> frozenset[str]:
    db.execute("BEGIN IMMEDIATE")
    try:
        words = _expunge(db, path, plan, who)
        commit()
    except BaseException:
        db.conn.rollback()
        raise
    return words


def _write_anew(db: Database) -> bool:
    """Leave nothing between the rows either; False where another program or the disk is in the way.

    What was deleted is zeros by then, so it is more than is needed.
    """
    try:
        db.execute("VACUUM")
    except engine.DatabaseError:
        return False
    return True


def _is_wiped(path: Path) -> bool:
    try:
        wipe_journal(path)
    except OSError:
        return False
    return True


def _expunge(db: Database, path: Path, plan: Forgetting, who: str) -> frozenset[str]:
    """Write all that a plan says; returns the words that must be gone afterwards."""
    judge = forgetting.traces(db, plan, lambda sha256: _content(db, sha256))
    with restructure.without_triggers(db, _GUARDS):
        writing.write(db, plan.change_set, "")
        concerned = {change.id: change.kind for change in plan.changes}
        emptied = _empty_lines(db, judge)
        _empty_words(db, judge, {line.seq for line in emptied})
    concerned |= {line.record_id: line.kind for line in emptied}
    db.execute(_UNUSED_CONTENT)
    restructure.compute_again(db)
    signed = "" if judge.is_naming(who) else who
    left = forgetting.records(db, concerned)
    history.write_forgetting(db, plan.change_set.label, signed, left)
    opening.require_structure(db, path)
    _require_gone(db, plan, judge)
    return frozenset(plan.words | judge.words | plan.sentences)


def _content(db: Database, sha256: str) -> bytes:
    row = db.execute("SELECT data FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    return bytes(row[0]) if row else b""


def _empty_lines(db: Database, judge: Traces) -> list[Line]:
    """Empty the lines that say something of what goes, and return them."""
    found = [line for line in forgetting.lines(db) if judge.is_to_go(line)]
    sql = """UPDATE history_change SET salt = NULL, before = NULL, after = NULL
             WHERE seq = ? AND n = ?"""
    db.conn.executemany(sql, [(line.seq, line.n) for line in found])
    return found


def _empty_words(db: Database, judge: Traces, emptied: set[int]) -> None:
    sql = "UPDATE history SET salt = NULL, label = ?, who = ? WHERE seq = ?"
    named = forgetting.named_entries(db, judge, emptied)
    db.conn.executemany(sql, [(label, who, seq) for seq, label, who in named])


def _require_gone(db: Database, plan: Forgetting, judge: Traces) -> None:
    """Look at every record, original and line once more, before anything is made durable."""
    if not plan.redactor:
        return
    for kind in KINDS.values():
        for record in rows.select(db, kind):
            if record.id not in plan.exempt and any(map(judge.is_naming, words_of(record))):
                raise _still_there(f"a record ({kind.labels[0].lower()})")
    for line in forgetting.lines(db):
        if judge.names(line):
            raise _still_there("the history")
    kept = {sha256 for sha256, id in _originals(db) if id in plan.exempt}
    for (sha256,) in db.execute("SELECT sha256 FROM content").fetchall():
        if sha256 not in kept and holds(_content(db, sha256), plan.redactor, tuple(plan.words)):
            raise _still_there("the original of a document")


def _originals(db: Database) -> list[tuple[str, str]]:
    return list(db.execute("SELECT sha256, id FROM document").fetchall())


def _still_there(where: str) -> NotForgotten:
    return NotForgotten(
        f"The name would still stand in {where}, so nothing was removed. Please tell the "
        "maintainers, without the name; until then, take it out by hand and try again."
    )


def _unfinished() -> Untidied:
    return Untidied(
        "The records are gone, but unused parts of the file could not be written anew: another "
        "program reads it, or the disk is full. Close the case and open it again to finish that."
    )


def _left_between() -> Untidied:
    return Untidied(
        "The records are gone, but some of the words still stand in unused parts of the file. "
        "Close the case and open it again, or save a copy of it and delete this file."
    )


def was_interrupted(path: Path) -> bool:
    """Tell whether a journal lies beside a file that we hold, which no writing needs any more."""
    return on_disk.journal_of(path).exists()


def finish(db: Database, path: Path) -> None:
    """Do what a crash left undone after the rows were gone; lets go of the file that is held."""
    _is_wiped(path)  # if it cannot be, nobody is kept from the case
    db.conn.rollback()
    with kept_journal(db, path):
        _write_anew(db)


@contextmanager
def kept_journal(db: Database, path: Path) -> Iterator[None]:
    """Keep the journal of transactions until it was overwritten; not for use within one."""
    db.execute("PRAGMA journal_mode=PERSIST")
    try:
        yield
    finally:
        _is_wiped(path)
        db.execute("PRAGMA journal_mode=DELETE")


def wipe_journal(path: Path) -> None:
    """Overwrite with zeros, and empty, a journal that is no longer needed; nobody may be writing.

    One whose head is not zeros is needed: the file is put right from it. The system may have
    written it elsewhere before: that is for an encrypted disk.
    """
    try:
        with on_disk.journal_of(path).open("r+b", buffering=0) as file:
            if any(file.read(_HEAD)):
                return
            file.seek(0)
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(_ZEROS[: min(left, len(_ZEROS))])
            os.fsync(file.fileno())
            file.truncate(0)
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
