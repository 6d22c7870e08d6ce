"""`casefile passphrase`."""

from pathlib import Path

import click

from viewer import passphrases


@click.command("passphrase")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--remove", is_flag=True, help="Take the passphrase away: anybody can read the case.")
@click.option("--yes", is_flag=True, help="Do not ask whether to remove it.")
def passphrase(file: Path, remove: bool, yes: bool) -> None:
    """Protect a case with a passphrase, change it, or --remove it.

    The new one is asked for, twice. Backups and copies keep the passphrase that they had, or none.
    """
    from viewer.opening import NEW_OPTION, new_key, open_case
    from viewer.store.rekeying import rekey

    if remove and not yes:
        click.confirm("Anybody who has the file can read it then. Remove it?", abort=True, err=True)
    with open_case(file) as case:
        had = case.key is not None
        rekey(case, None if remove else new_key(file, NEW_OPTION))
    click.echo(_said(file.name, had=had, has=not remove))


def _said(name: str, *, had: bool, has: bool) -> str:
    if not has:
        return f"{name} has no passphrase: anybody who has the file can read it."
    done = "has another passphrase" if had else "is protected with a passphrase"
    return f"{name} {done}. Backups and copies are as they were."


passphrase.params.append(
    passphrases.from_file(
        "--new-passphrase-file", "Read the new passphrase from FILE; - reads standard input."
    )
)
