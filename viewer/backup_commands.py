"""The commands that guard a case against loss: `casefile backup` and `casefile restore`."""

from pathlib import Path

import click

_FILE = click.Path(path_type=Path, readable=False)


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--to", "folder", type=_FILE, metavar="FOLDER", help="Instead of the folder beside the case."
)
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many backups of this case stay there at most.",
)
def backup(file: Path, folder: Path | None, keep: int) -> None:
    """Make a backup of the case FILE, verify it, and print where it is.

    The case may be open elsewhere meanwhile. Of the older backups in that folder the last five
    stay, one of each day for a week, and one of each week for a month. A backup is encrypted as
    the case is, and opens with the passphrase that the case has now.
    """
    from viewer.opening import key_of
    from viewer.store import Access, back_up

    access = Access(file, key_of(file))
    click.echo(back_up(access, folder, keep=keep).path)


@click.command()
@click.argument("backup", type=_FILE)
@click.argument("file", type=_FILE)
@click.option("--dry-run", is_flag=True, help="Only show what differs.")
@click.option("--yes", is_flag=True, help="Do not ask before the file is replaced.")
def restore(backup: Path, file: Path, dry_run: bool, yes: bool) -> None:
    """Put BACKUP in the place of the case FILE, after showing what differs.

    BACKUP may also be a folder, of which the newest backup of FILE is taken.

    + comes back, − goes, ~ says again what it said then. The former FILE is kept beside it, byte
    for byte, damaged or not. A backup opens with the passphrase that the case had when it was made.
    """
    from viewer.restoring import Restoring

    restoring = Restoring(backup, file)
    click.echo(f"From {restoring.name}:")
    for line in restoring.told():
        click.echo(line)
    if dry_run:
        return
    if file.exists() and not yes:
        click.confirm(f"Replace {file.name}? It is kept beside it.", abort=True, err=True)
    click.echo(restoring.restore())
