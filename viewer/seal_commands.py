"""The commands that make a case provable: `casefile seal` and `casefile verify`."""

import sys
from pathlib import Path
from typing import Any

import click

from viewer import passphrases
from viewer.errors import CasefileError

_FILE = click.Path(path_type=Path, readable=False)
_KEY_OPTION = "--key-passphrase-file"


@click.command("seal")
@click.argument("file", type=_FILE, required=False)
@click.option(
    "--name", "signer", default="", help="What you call yourself in the seal; or nothing."
)
@click.option("--show-key", is_flag=True, help="Only print the fingerprint of your signing key.")
def seal(file: Path | None, signer: str, show_key: bool) -> None:
    """Seal the case FILE: write a signed statement of what it is now beside it.

    The seal holds hashes, numbers and your public key, and nothing that the case says. Tell those
    who will get it the fingerprint of your key in another way. The key is made when you first seal
    a case, protected by the passphrase that you give then, if you give one.
    """
    from viewer.store import signing

    if show_key:
        click.echo(signing.fingerprint(_own_key().public))
        return
    if file is None:
        raise click.UsageError("Name the case FILE to seal, or give --show-key.")
    _seal(file, signer)


def _seal(file: Path, signer: str) -> None:
    from viewer.opening import key_of
    from viewer.store import Access, sealing, signing

    access = Access(file, key_of(file))
    key = _own_key() if signing.has_key() else _new_key()
    click.echo(sealing.seal(access, key, signer))
    click.echo(f"Your key: {signing.fingerprint(key.public)}")


def _own_key() -> Any:
    from viewer.store import signing

    is_asked = signing.needs_passphrase()
    passphrase = passphrases.given(_KEY_OPTION) if is_asked else None
    if is_asked and passphrase is None:
        passphrase = passphrases.ask("Passphrase of your signing key")
    return signing.load_key(passphrase or "")


def _new_key() -> Any:
    from viewer.store import signing

    passphrase = passphrases.given(_KEY_OPTION)
    if passphrase is None and sys.stdin.isatty():
        click.echo("A signing key is made for you; whoever has it can sign as you.", err=True)
        prompt = "Passphrase for it (empty for none)"
        options: dict[str, Any] = {"default": "", "show_default": False, "err": True}
        passphrase = click.prompt(prompt, hide_input=True, confirmation_prompt=True, **options)
    return signing.make_key(passphrase or "")


seal.params.append(
    passphrases.from_file(
        _KEY_OPTION, "Read the passphrase of your signing key from FILE; - reads standard input."
    )
)


@click.command("verify")
@click.argument("seal_path", metavar="SEAL", type=_FILE)
@click.argument("file", metavar="[CASE]", type=_FILE, required=False)
@click.option(
    "--signer", metavar="FINGERPRINT", help="Refuse a seal that another key than this has signed."
)
def verify(seal_path: Path, file: Path | None, signer: str | None) -> None:
    """Hold a case against its SEAL: is it signed, by whom, and is this still what was sealed?

    CASE is the file beside the seal if none is named. Exit code 1 where the signature is wrong,
    the signer another, or the case not what was sealed, nor what came of it.
    """
    from viewer.store import seal_file, sealing, signing

    found = seal_file.read(seal_path)
    file = file or sealing.case_beside(seal_path)
    if not found.is_signed:
        raise CasefileError(
            f"The signature of “{seal_path.name}” is not right: it was changed, or is not of the "
            "key that it names. Believe nothing that it says."
        )
    click.echo(f"Signed{_by(found.signer)} at {found.at}. The signature is right for the key\n")
    click.echo(f"  {found.fingerprint}\n")
    if signer is not None and not signing.is_fingerprint(signer, found.public):
        raise CasefileError("That is not the key of the signer whom you named.")
    _hold_against(found, file)


def _by(signer: str) -> str:
    return f" by one who calls themselves “{signer}”" if signer else ""


def _hold_against(found: Any, file: Path) -> None:
    from viewer.opening import key_of
    from viewer.store import Access, sealing

    is_same = sealing.is_same_file(found, file)
    verdict = sealing.verify(found, Access(file, None if is_same else key_of(file)))
    for problem in verdict.problems:
        click.echo(problem, err=True)
    said = sealing.said(verdict, file.name)
    click.echo(said, err=not verdict.holds)
    if not verdict.holds:
        sys.exit(1)
