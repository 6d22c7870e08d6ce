"""The command that hands a case on: `casefile export`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

_FILE = click.Path(path_type=Path, readable=False)

#: What a file's name may end with; `exporting.WRITERS` writes each.
ENDINGS = (".pdf", ".jsonld")


@click.command()
@click.argument("file", type=_FILE)
@click.argument("out", type=_FILE)
@click.option(
    "--audience",
    type=click.Choice(["internal", "legal", "public"]),
    default="internal",
    show_default=True,
    help="Whom it is for: protected persons appear accordingly.",
)
@click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"]),
    default="A4",
    show_default=True,
    help="Of a PDF.",
)
def export(file: Path, out: Path, audience: str, **pdf: Any) -> None:
    """Write what FILE says to OUT: a case summary (.pdf), or the annotations (.jsonld).

    The annotations follow the W3C Web Annotation Data Model.
    """
    from viewer import exporting

    if out.suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"must end in {' or '.join(ENDINGS)}", param_hint="OUT")
    day = datetime.now(UTC).date()
    click.echo(exporting.export(file, out, audience, {**pdf, "date_of_export": day}))
