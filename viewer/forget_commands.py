"""The command that removes for good: `casefile forget`."""

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.argument("which", nargs=-1, required=True)
@click.option(
    "--documents",
    type=click.Choice(["take-out", "remove", "keep"]),
    default="take-out",
    show_default=True,
    help="What becomes of documents that name the person: the name is taken out of the text and "
    "the original goes; they go; or they stay as they are, with the name.",
)
@click.option("--also", multiple=True, help="Another form of the name to look for; repeatable.")
@click.option(
    "--backups",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="A folder of backups: those that still hold it are named, like those beside the case.",
)
@click.option("--dry-run", is_flag=True, help="Show what would go, and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(
    file: Path, which: tuple[str, ...], documents: str, also: tuple[str, ...], **how: Any
) -> None:
    """Remove a person or document for good, so that it is in no byte of the file.

    WHICH is a record's id, or its kind and words of its title, as in `person amjad`; it may have
    been deleted before. It shows what goes with it and what is rewritten, and asks. It cannot be
    undone, nor can what was done before it.
    """
    from viewer import forgetting

    wanted = forgetting.Wanted(which, forgetting.choice(documents), also)
    for line in forgetting.forget(file, wanted, **how):
        click.echo(line)
