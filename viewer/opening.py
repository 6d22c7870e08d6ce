"""Opening and making a case for a command: with its passphrase, where it is encrypted."""

from pathlib import Path

import click

from viewer import passphrases
from viewer.domain.changes import NOTHING, ChangeSet
from viewer.domain.records import Case
from viewer.errors import PassphraseNeeded
from viewer.store import CaseFile, Key, is_encrypted, key_for

#: Taken by every command with a case file.
OPTION = "--passphrase-file"
#: Taken by the command that sets a passphrase.
NEW_OPTION = "--new-passphrase-file"
_NOBODY = (
    "“{name}” is protected with a passphrase. Nothing was changed: run the command in a terminal, "
    f"which asks for it, or name a file that holds it with {OPTION}. If it never had one, it is "
    "damaged where it begins: “casefile recover” may save it."
)
_NO_WAY_BACK = "Nobody can open a case without its passphrase, nor find it out for you."


def open_case(file: Path, *, read_only: bool = False) -> CaseFile:
    """Open a case file, after asking for its passphrase where it has one.

    One that is to be written is looked through first, however large.
    """
    case = CaseFile.open(file, read_only=read_only, key=key_of(file))
    if case.damage:
        click.echo(case.damage, err=True)
    if not read_only:
        _require_whole(case)
    return case


def _require_whole(case: CaseFile) -> None:
    from viewer.store.lookover import require_whole

    try:
        require_whole(case)
    except BaseException:
        case.close()
        raise


def create_case(
    path: Path, case: Case, first: ChangeSet = NOTHING, *, encrypt: bool = False
) -> CaseFile:
    """Make a case file; encrypted where that is wished, or where a passphrase's file is named."""
    is_named = passphrases.given(OPTION) is not None
    key = new_key(path, OPTION) if encrypt or is_named else None
    return CaseFile.create(path, case, first=first, key=key)


def key_of(file: Path) -> Key | None:
    """Return what opens a case file; None where anybody can read it."""
    return _key(file) if is_encrypted(file) else None


def key_to_recover(file: Path) -> Key | None:
    """Return what opens a damaged case file, which may not be told from another file any more."""
    from viewer.store.salvage import needs_key

    return _key(file) if needs_key(file) else None


def _key(file: Path) -> Key:
    passphrase = passphrases.given(OPTION) or passphrases.ask(f"Passphrase of “{file.name}”")
    if passphrase is None:
        raise PassphraseNeeded(file, _NOBODY)
    return key_for(file, passphrase)


def new_key(path: Path, option: str) -> Key:
    """Return the key of a passphrase that is new: read from a file, or typed twice."""
    passphrase = passphrases.given(option)
    if passphrase is None:
        click.echo(_NO_WAY_BACK, err=True)
        passphrase = passphrases.ask(f"New passphrase of “{path.name}”", twice=True)
    if passphrase is None:
        raise PassphraseNeeded(
            path,
            "“{name}” was to be protected with a passphrase, but there is no terminal to type it "
            f"in. Nothing was changed: name a file that holds it with {option}.",
        )
    return Key.new(passphrase)
