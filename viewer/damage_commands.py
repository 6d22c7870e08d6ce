"""`casefile recover`: what can still be read of a damaged case, in a new file."""

from pathlib import Path

import click

_FILE = click.Path(path_type=Path, readable=False)
_WHOLE = "Every record is in it as it was."
_HISTORY = "Its history begins anew: keep {name}, which was not changed and has the former one."


@click.command()
@click.argument("file", type=_FILE)
@click.argument("new", type=_FILE)
def recover(file: Path, new: Path) -> None:
    """Save all that can still be read of a damaged case FILE into a NEW one.

    FILE is not changed. What is lost is listed; a sound FILE is copied as a whole.
    """
    from viewer import opening
    from viewer.store.salvage import salvage

    done = salvage(file, new, opening.key_to_recover(file))
    for line in done.lines():
        click.echo(line)
    click.echo(f"The new case is in {new}. {_HISTORY.format(name=file.name)}")
    if done.is_whole:
        click.echo(_WHOLE)
