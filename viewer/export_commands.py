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
@click.option(
    "--originals", is_flag=True, help="With .json: the original bytes of the documents, too."
)
@pdf_choices
def export(
    file: Path,
    out: Path,
    audience: str,
    language: str,
    about: tuple[str, ...],
    originals: bool,
    pdf: dict[str, Any],
) -> None:
    """Write what FILE says to OUT, whose name says in which format.

    .pdf is a case summary; .json the whole case, which `casefile import` takes back; .ftm.jsonl
    entities of FollowTheMoney; .jsonld the annotations (W3C Web Annotation Data Model).
    persons.csv, events.csv … is a table of what the name says, and a .zip one of each kind; no
    spreadsheet takes a text in them for a formula. What was written, and for whom, is noted in the
    case.
    """
    from viewer import exporting
    from viewer.export.formats import FORMATS, ending_of

    if not ending_of(out):
        raise click.BadParameter(f"must end in {' or '.join(FORMATS)}", param_hint="OUT")
    if originals and ending_of(out) != ".json":
        raise click.UsageError("--originals is for the whole case (.json).")
    pdf["date_of_export"] = datetime.now(UTC).date()
    click.echo(
        exporting.export(file, out, exporting.Wish(audience, language, about, originals), pdf)
    )
