"""The command that hands a case on: `casefile export`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from viewer.pdf_choices import pdf_choices

_FILE = click.Path(path_type=Path, readable=False)


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
    default="public",
    show_default=True,
    metavar="AUDIENCE",
    help="Whom it is for: internal, legal, public, or an audience of the case's own; protected "
    "persons appear accordingly.",
)
@click.option(
    "--language",
    default="",
    metavar="CODE",
    callback=_language,
    help="Of the report's own words (ISO 639); those of the case stay as they are.",
)
@click.option(
    "--about",
    metavar="WHICH",
    multiple=True,
    help="Only the dossier of a person or an event (an id, or a kind and words of the title, as in "
    "“person amjad”); of several, what belongs to them.",
)
@pdf_choices
def export(
    file: Path,
    out: Path,
    audience: str,
    language: str,
    about: tuple[str, ...],
    pdf: dict[str, Any],
) -> None:
    """Write what FILE says to OUT: a case summary (.pdf), or the annotations (.jsonld).

    The annotations follow the W3C Web Annotation Data Model. What was written, and for whom, is
    noted in the case.

    persons.csv, events.csv … is a table of what the name says; a .zip holds one of each kind. No
    spreadsheet takes a text in them for a formula.
    """
    from viewer import exporting
    from viewer.export.formats import FORMATS

    if out.suffix.lower() not in FORMATS:
        raise click.BadParameter(f"must end in {' or '.join(FORMATS)}", param_hint="OUT")
    pdf["date_of_export"] = datetime.now(UTC).date()
    click.echo(exporting.export(file, out, exporting.Wish(audience, language, about), pdf))
