"""The command that looks before a case is handed on: `casefile risks`."""

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--audience",
    default="public",
    show_default=True,
    help="Whom it is for: internal, legal, public, or one of the case's own.",
)
@click.option("--json", "as_json", is_flag=True, help="An object with both lists.")
def risks(file: Path, audience: str, as_json: bool) -> None:
    """List what may still point to a protected person, although no name is given.

    First the words to decide on ("his brother"), the surest first; then the combinations that are
    left, such as a small place, a day and a role. It is for you alone: the real names stand in it.
    """
    from viewer import identifying

    click.echo(identifying.risks(file, audience, as_json=as_json))
