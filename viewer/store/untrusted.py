"""What a file from a stranger may not do to the engine, nor by being no file at all.

After SQLite's own list, “Defense Against The Dark Arts”. The limits and the defensive mode that
it also names cannot be set through this engine's Python module: an authorizer, which is asked
when a statement is prepared, refuses what they would.
"""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as engine

from viewer.errors import NotACaseFile, NotFoundError
from viewer.store import trouble

#: Pragmas that the program says itself; no other is let through.
_PRAGMAS = frozenset(
    (
        *("application_id", "busy_timeout", "cache_size", "cell_size_check", "data_version"),
        *(
            "encoding",
            "foreign_key_check",
            "foreign_key_list",
            "foreign_keys",
            "freelist_count",
            "ignore_check_constraints",
        ),
        *("ignore_check_constraints", "incremental_vacuum"),
        *("index_info", "index_list", "index_xinfo", "integrity_check"),
        *("journal_mode", "legacy_alter_table", "mmap_size", "page_count", "page_size"),
        *("query_only", "quick_check", "recursive_triggers", "schema_version", "secure_delete"),
        *("synchronous", "table_info", "table_list", "table_xinfo", "temp_store"),
        *("trusted_schema", "user_version"),
    )
)
#: Functions that reach past the database.
_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "sqlcipher_export", "sqlite_log"})
_JOURNAL_MODES = frozenset({None, "delete", "persist", "off"})

#: Steps of the engine's own machine between two looks at the budget.
_LOOK = 10_000
#: Steps that opening a case takes at most, and so many more for each byte of it.
_STEPS, _STEPS_A_BYTE = 20_000_000, 20

_BESIDE = ("-journal", "-wal", "-shm")
_NO_FILES = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def require_file(path: Path) -> None:
    """Raise `NotFoundError` or `NotACaseFile` unless `path` and what is beside it are plain files.

    To open a pipe would wait for ever for somebody to write into it.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise _absent(path) from error
    _require_plain(path, path, mode)
    require_files_beside(path)


def require_files_beside(path: Path) -> None:
    """Raise `NotACaseFile` unless what is beside a file under a journal's name is a plain file."""
    real = path.resolve()
    for suffix in _BESIDE:
        beside = real.with_name(real.name + suffix)
        try:
            _require_plain(real, beside, beside.lstat().st_mode)
        except OSError:
            continue


def _absent(path: Path) -> NotFoundError | NotACaseFile:
    if path.is_symlink():
        return NotACaseFile(
            path,
            "“{name}” is a link that leads to no file. Nothing was changed: open the file itself.",
        )
    return NotFoundError(f"There is no file “{path.name}” in {path.absolute().parent}.")


def _require_plain(path: Path, found: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    what = _NO_FILES.get(stat.S_IFMT(mode), "something else")
    if found == path:
        raise NotACaseFile(path, f"“{{name}}” is {what}, not a case file. Nothing was changed.")
    suffix = found.name.removeprefix(path.name)
    raise NotACaseFile(
        path,
        f"Beside “{{name}}” there is {what} called “{{name}}{suffix}”, so it was not opened. "
        "Nothing was changed: copy the case file alone to a folder of your own.",
    )


def confine(connection: Any) -> None:
    """Refuse whatever no statement of the program asks for; see `attaching`."""
    connection.set_authorizer(_allowed)


@contextmanager
def attaching(db: Any) -> Iterator[None]:
    """Let the program itself write another file, by VACUUM INTO or an export under a key."""
    db.conn.set_authorizer(None)
    try:
        yield
    finally:
        confine(db.conn)


def _allowed(action: int, first: str | None, second: str | None, *_: object) -> int:
    match action:
        case engine.SQLITE_PRAGMA:
            is_allowed = _is_known(str(first).lower(), second)
        case engine.SQLITE_FUNCTION:
            is_allowed = str(second).lower() not in _FUNCTIONS
        case engine.SQLITE_CREATE_VTABLE:
            is_allowed = second == "fts5"
        case engine.SQLITE_ATTACH:
            is_allowed = not first  # A file of the engine's own, which VACUUM writes anew.
        case _:
            is_allowed = True
    return int(engine.SQLITE_OK if is_allowed else engine.SQLITE_DENY)


def _is_known(pragma: str, value: str | None) -> bool:
    if pragma == "journal_mode":
        return (value and value.lower()) in _JOURNAL_MODES
    return pragma in _PRAGMAS


@contextmanager
def budget(connection: Any, path: Path) -> Iterator[None]:
    """Raise `DamagedCaseFile` for what takes more steps than a case of that size can need."""
    left = (_STEPS + path.stat().st_size * _STEPS_A_BYTE) // _LOOK

    def is_spent() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    connection.set_progress_handler(is_spent, _LOOK)
    try:
        yield
    except engine.OperationalError as error:
        raise (trouble.endless(path) if left < 0 else error) from error
    finally:
        connection.set_progress_handler(None, 0)
