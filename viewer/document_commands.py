"""The commands that take documents: `casefile suggest` and `casefile import`."""

import sys
from pathlib import Path

import click

from viewer.domain.dates import Date, EdtfError, parse_edtf

_FILE = click.Path(path_type=Path, readable=False)


def _published(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Date | None:
    """Read a date as EDTF (2020, 2020-09, 2020-09-14) or in words ("14 September 2020")."""
    if value is None:
        return None
    try:
        parse_edtf(value)
        return Date(written=value, edtf=value)
    except EdtfError:
        return _in_words(value)


def _in_words(value: str) -> Date:
    from viewer.domain.marking.dates import date_of

    date = date_of(value)
    if not date.edtf:
        raise click.BadParameter(f"“{value}” is no date. Write for example 2020-09-14 or 2020-09.")
    return date


_SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
_PUBLISHED = click.option(
    "--published",
    metavar="DATE",
    callback=_published,
    help="The documents' own date, from which they count.",
)
_LANGUAGE = click.option(
    "--language", default="", metavar="CODE", help="Of the documents (ISO 639)."
)

_ENGINE = click.option(
    "--engine",
    type=_FILE,
    metavar="FOLDER",
    help="A spaCy pipeline that looks for names beside the rules; nothing is ever fetched.",
)


@click.command()
@_SOURCES
@_PUBLISHED
@_LANGUAGE
@_ENGINE
@click.option("--json", "form", flag_value="json", help="An array of objects for each source.")
@click.option("--jsonl", "form", flag_value="jsonl", help="A line with an object for each source.")
def suggest(
    sources: tuple[str, ...],
    published: Date | None,
    language: str,
    engine: Path | None,
    form: str | None,
) -> None:
    """Show which persons, places, dates, events, figures and quotes seem to be in documents.

    SOURCE is a file (plain text, HTML, PDF, DOCX, EML), a folder, or - for plain text on standard
    input. Places are given in characters (code points) from 0; of plain text in UTF-8 they are
    those of the file, with one character for each end of a line.
    """
    from viewer import suggesting

    given = suggesting.Given(published, language, engine)
    sys.exit(suggesting.suggest(sources, given, form or "text"))


def _pairs(
    _ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Read "HEADING=FIELD"; a heading may hold the sign."""
    for each in value:
        if "=" not in each:
            raise click.BadParameter(f"“{each}” is not HEADING=FIELD, as in --map Job=occupation.")
    return tuple(
        (heading.strip(), field.strip())
        for heading, _, field in (each.rpartition("=") for each in value)
    )


@click.command("import")
@click.argument("file", type=_FILE)
@_SOURCES
@click.option("--suggest", is_flag=True, help="Show what is suggested in them.")
@click.option("--accept", is_flag=True, help="Take what is suggested into the case.")
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="How sure a suggestion must be to be accepted.",
)
@_PUBLISHED
@click.option("--title", default="", help="Of the document; only for a single one.")
@click.option("--author", default="", help="Of the documents.")
@click.option("--publisher", default="", help="Of the documents.")
@click.option("--address", default="", help="Where they were found: nothing is looked up there.")
@_LANGUAGE
@_ENGINE
@click.option(
    "--as",
    "what",
    type=click.Choice(["persons", "events"]),
    help="SOURCE is a list of these (CSV), a row for each.",
)
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="HEADING=FIELD",
    callback=_pairs,
    help="What a column of a list says; with nothing after = it is left out. Repeatable.",
)
@click.option("--preview", is_flag=True, help="Only show what would come of a list.")
@click.option(
    "--again", is_flag=True, help="Make once more who or what of a list is there already."
)
@click.option("--json", "as_json", is_flag=True, help="Objects for programs.")
def import_documents(
    file: Path,
    sources: tuple[str, ...],
    suggest: bool,
    accept: bool,
    least: float,
    published: Date | None,
    engine: Path | None,
    what: str | None,
    pairs: tuple[tuple[str, str], ...],
    preview: bool,
    again: bool,
    as_json: bool,
    **fields: str,
) -> None:
    """Take documents into the case FILE, which is made if it is not there.

    A case that is made for one document is called as that is.

    SOURCE is a file (plain text, HTML, PDF, DOCX, EML), a folder, or - for plain text on standard
    input. What a document says of itself is taken, and an option says more. The same bytes are not
    imported twice; what cannot be read is told of, and the others are imported.

    SOURCE may also be a whole case as JSON, as `casefile export` writes it. What of it is in FILE
    already is left out; where the two differ, nothing is taken in.

    With --as, SOURCE is one list with separated values (CSV) whose first row names the columns:
    these are matched by their headings, or as --map says. The list becomes a document, and each
    value leads back to its cell. Several names or tags in one cell
    are parted by semicolons. A person whose whole name is in the case already is not made
    twice.
    """
    from viewer import importing, list_importing

    if what is None and (pairs or preview or again):
        raise click.UsageError("--map, --preview and --again are for a list: say --as what.")
    if what is not None:
        if len(sources) > 1:
            raise click.UsageError("--as is for a single list.")
        listed = list_importing.ListWishes(what, pairs, preview, again)
        list_importing.import_list(file, Path(sources[0]), listed, as_json=as_json)
        return
    if fields["title"] and len(sources) > 1:
        raise click.UsageError("--title is for a single document.")
    wishes = importing.Wishes(fields, published, suggest, accept, least, engine)
    sys.exit(importing.import_documents(file, sources, wishes, as_json=as_json))
