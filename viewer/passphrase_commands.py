"""`casefile passphrase`."""

from pathlib import Path

import click

from viewer import passphrases


@click.command("passphrase")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--remove", is_flag=True, help="Take the passphrase away: anybody can read the case.")
@click.option("--yes", is_flag=True, help="Do not ask whether to remove it.")
@click.option(
    "--delete-unencrypted",
    is_flag=True,
    help="Also delete the backups and older copies of it that have no passphrase.",
)
@click.option(
    "--backups",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="A folder of backups: those without a passphrase are named, like those beside the case.",
)
def passphrase(
    file: Path, remove: bool, yes: bool, delete_unencrypted: bool, backups: Path | None
) -> None:
    """Protect a case with a passphrase, change it, or --remove it.

    The new one is asked for, twice. Backups and copies keep the passphrase that they had, or none:
    those that anybody can read are named.
    """
    from viewer.opening import NEW_OPTION, new_key, open_case
    from viewer.store.rekeying import rekey

    if remove and not yes:
        click.confirm("Anybody who has the file can read it then. Remove it?", abort=True, err=True)
    with open_case(file) as case:
        had, case_id = case.key is not None, case.case.id
        rekey(case, None if remove else new_key(file, NEW_OPTION))
    click.echo(_said(file.name, had=had, has=not remove))
    if not remove:
        from viewer.store.former import unencrypted_files

        _tell_of_unencrypted(unencrypted_files(case_id, file, backups), delete_unencrypted)


def _tell_of_unencrypted(found: list[Path], delete: bool) -> None:
    from viewer.store.former import discard

    if not found:
        return
    left = discard(found) if delete else found
    if left:
        click.echo("These backups and older copies of it open without a passphrase:")
    else:
        click.echo("Backups and older copies without a passphrase were deleted:")
    for path in left or found:
        click.echo(f"  {path}")
    if not delete:
        click.echo("Delete them where that matters, or have --delete-unencrypted do so.")


def _said(name: str, *, had: bool, has: bool) -> str:
    if not has:
        return f"{name} has no passphrase: anybody who has the file can read it."
    done = "has another passphrase" if had else "is protected with a passphrase"
    return f"{name} {done}. Backups and copies with a passphrase keep the one that they had."


passphrase.params.append(
    passphrases.from_file(
        "--new-passphrase-file", "Read the new passphrase from FILE; - reads standard input."
    )
)
