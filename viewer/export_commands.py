"""The command that hands a case on: `casefile export`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from viewer.pdf_choices import pdf_choices

_FILE = click.Path(path_type=Path, readable=False)

#: What a file's name may end with; `exporting.WRITERS` writes each.
ENDINGS = (".pdf", ".jsonld")


def _language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    from viewer.domain.wording import LANGUAGES

    if value and value not in LANGUAGES:
        raise click.BadParameter(f"“{value}” is none of {', '.join(LANGUAGES)}.")
    return value


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
    "--language",
    default="",
    metavar="CODE",
    callback=_language,
    help="Of the report's own words (ISO 639); those of the case stay as they are.",
)
@pdf_choices
def export(file: Path, out: Path, audience: str, language: str, pdf: dict[str, Any]) -> None:
    """Write what FILE says to OUT: a case summary (.pdf), or the annotations (.jsonld).

    The annotations follow the W3C Web Annotation Data Model.
    """
    from viewer import exporting

    if out.suffix.lower() not in ENDINGS:
        raise click.BadParameter(f"must end in {' or '.join(ENDINGS)}", param_hint="OUT")
    pdf["date_of_export"] = datetime.now(UTC).date()
    click.echo(exporting.export(file, out, audience, pdf, language))
