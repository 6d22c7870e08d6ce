"""Sealing a case: a signed statement of what it was, which others can hold it against later."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import file_digest
from itertools import chain as chained
from itertools import count
from pathlib import Path
from threading import Lock

from sqlite_utils import Database

from viewer.domain.documents import now
from viewer.errors import CasefileError, NotFoundError, NotSealed, WriteFailed
from viewer.store import chain, engine
from viewer.store.access import Access
from viewer.store.casefile import CaseFile
from viewer.store.check import problems
from viewer.store.durable import make_durable
from viewer.store.giving_up import IsGivenUp, never
from viewer.store.seal_file import ENDING, Seal, SealedLine, is_name
from viewer.store.signing import SigningKey

#: Files that were hashed and may be open elsewhere in this process, by device and inode.
_kept_open: dict[tuple[int, int], int] = {}
_one_at_a_time = Lock()


class State(Enum):
    """What a case is to a seal."""

    #: Byte for byte the file that was sealed.
    SAME = "same"
    #: Changed since, by deeds of the history that follow what was sealed.
    CONTINUED = "continued"
    #: Not what was sealed, nor anything that came of it by the program.
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a case is to a seal that is signed rightly; `problems` say why it is not its own.

    `later` is the number of entries since, `forgotten` that of the sealed lines whose contents
    were removed for good since, and which nobody can compare any more.
    """

    state: State
    later: int = 0
    forgotten: int = 0
    problems: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the case is what was sealed, or what came of it."""
        return self.state is not State.OTHER


def said(verdict: Verdict, name: str) -> str:
    """Return a verdict on the file of that name in words."""
    if verdict.state is State.SAME:
        return f"{name} is byte for byte the file that was sealed."
    if verdict.state is State.OTHER:
        return f"{name} is not what was sealed, nor what came of it by Casefile."
    since = _since(verdict, name)
    if not verdict.forgotten:
        return since
    return f"{since} Some of it was removed for good and can no longer be compared."


def _since(verdict: Verdict, name: str) -> str:
    if not verdict.later:
        return (
            f"{name} holds just what was sealed, in other bytes: it was written anew since, as "
            "another passphrase asks for."
        )
    entries = "1 entry" if verdict.later == 1 else f"{verdict.later:,} entries"
    return f"{name} was changed since: what was sealed is in its history, and {entries} after it."


def seal(access: Access, key: SigningKey, signer: str = "", is_given_up: IsGivenUp = never) -> Path:
    """Seal a case and write the seal beside it, over no other file; returns where it is.

    Raises `NotSealed` for a case that is not as its history says, `Interrupted`, or another
    `CasefileError`.
    """
    if not is_name(signer):
        raise CasefileError("A signer's name is one line of at most 200 characters.")
    try:
        with access.open() as case:
            made = _made(case, key.public, signer, is_given_up)
        signed = replace(made, signature=key.sign(made.signed_bytes))
        return _written(access.path, signed.text())
    except OSError as error:
        raise WriteFailed(
            access.path,
            "The seal of “{name}” could not be written beside it. The case is as it was: see that "
            "its folder may be written, or copy the case to a folder of your own and seal that.",
        ) from error


def _made(case: CaseFile, public: bytes, signer: str, is_given_up: IsGivenUp) -> Seal:
    db = case._db
    with engine.translated(case.path), _standing_still(db):
        _require_true(case, db, is_given_up)
        seq, last = chain.head(db)
        digest, size = _hashed(case.path)
        return Seal(
            case_id=case.case.id,
            at=now(),
            sha256=digest,
            size=size,
            seq=seq,
            hash=last,
            counts=_counts(db),
            documents=tuple(_documents(db)),
            public=public,
            signer=signer,
        )


@contextmanager
def _standing_still(db: Database) -> Iterator[None]:
    """Let nobody write the file meanwhile."""
    db.execute("BEGIN")
    try:
        db.execute("SELECT 1 FROM history LIMIT 1").fetchone()
        yield
    finally:
        db.conn.rollback()


def _require_true(case: CaseFile, db: Database, is_given_up: IsGivenUp) -> None:
    if next(problems(db, case, is_given_up), None) is not None:
        raise NotSealed(
            case.path,
            "“{name}” is damaged, or not as its history says, so it was not sealed. Case ▸ Check "
            "this case, or casefile check, names what is wrong.",
        )


def _counts(db: Database) -> dict[str, int]:
    sql = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
    return dict(db.execute(sql).fetchall())


def _documents(db: Database) -> Iterator[SealedLine]:
    sql = """SELECT seq, n, digest FROM history_change
             WHERE kind = 'document' AND before IS NULL AND after IS NOT NULL ORDER BY seq, n"""
    for row in db.execute(sql):
        yield SealedLine(*row)


def _hashed(path: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file's bytes, and how many these are."""
    with _one_at_a_time, os.fdopen(_descriptor(path), "rb", closefd=os.name != "posix") as file:
        file.seek(0)
        return file_digest(file, "sha256").hexdigest(), file.tell()


def _descriptor(path: Path) -> int:
    """Open a file to read its bytes.

    The engine may hold the file in this very process, and to close any descriptor of a file lets
    go of all locks on it (POSIX): so it is kept, and used again.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    if os.name != "posix":
        return os.open(path, flags)
    found = path.stat()
    place = (found.st_dev, found.st_ino)
    if place not in _kept_open:
        _kept_open[place] = os.open(path, flags)
    return _kept_open[place]


def _written(case_path: Path, text: str) -> Path:
    names = chained([""], (f" {n}" for n in count(2)))
    for name in names:
        path = case_path.with_name(f"{case_path.stem}{name}{ENDING}")
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        make_durable(path)
        return path
    raise AssertionError("there is always another number")


# Verifying


def case_beside(seal_path: Path) -> Path:
    """Return the case file that a seal lies beside; raises `NotFoundError`."""
    stem = seal_path.name.removesuffix(ENDING)
    for name in (stem, re.sub(r" \d+$", "", stem)):
        path = seal_path.with_name(f"{name}.casefile")
        if path.is_file():
            return path
    raise NotFoundError(
        f"There is no case file “{stem}.casefile” beside the seal. Name the case that it is of."
    )


def is_same_file(seal: Seal, path: Path) -> bool:
    """Return whether a file is byte for byte the one that was sealed; needs no passphrase."""
    engine.require_file(path)
    try:
        return path.stat().st_size == seal.size and _hashed(path) == (seal.sha256, seal.size)
    except OSError as error:
        raise NotFoundError(f"“{path.name}” cannot be read. See that you may read it.") from error


def verify(seal: Seal, access: Access, is_given_up: IsGivenUp = never) -> Verdict:
    """Hold a case against a seal whose signature is right.

    Raises what `Access.open` does, or `Interrupted`.
    """
    if is_same_file(seal, access.path):
        return Verdict(State.SAME)
    with access.open() as case, engine.translated(case.path), _standing_still(case._db):
        return _compared(seal, case, case._db, is_given_up)


def _compared(seal: Seal, case: CaseFile, db: Database, is_given_up: IsGivenUp) -> Verdict:
    if case.case.id != seal.case_id:
        return Verdict(State.OTHER, problems=("The seal is of another case.",))
    row = db.execute("SELECT hash FROM history WHERE seq = ?", (seal.seq,)).fetchone()
    found = list(problems(db, case, is_given_up))
    if row is None or row[0] != seal.hash:
        found.insert(0, _not_there(seal))
    if found:
        return Verdict(State.OTHER, problems=tuple(found))
    return Verdict(State.CONTINUED, chain.head(db)[0] - seal.seq, _forgotten(seal, db))


def _not_there(seal: Seal) -> str:
    return (
        f"Its history up to entry {seal.seq:,} is not the sealed one: it is from before the "
        "sealing, or was written anew."
    )


def _forgotten(seal: Seal, db: Database) -> int:
    sql = "SELECT count(*) FROM history_change WHERE seq <= ? AND salt IS NULL"
    return int(db.execute(sql, (seal.seq,)).fetchone()[0])
