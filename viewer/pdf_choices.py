"""What the command line lets a user choose for a PDF."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from viewer import passphrases

_FILE = click.Path(path_type=Path, readable=False)


def _sections(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[str, ...]:
    from viewer.export.pdf import SECTIONS, STANDARD_SECTIONS

    if value is None:
        return STANDARD_SECTIONS
    codes = tuple(code.strip() for code in value.split(","))
    if unknown := [code for code in codes if code not in SECTIONS]:
        raise click.BadParameter(f"“{unknown[0]}” is none of {', '.join(SECTIONS)}.")
    return codes


_OPTIONS = (
    click.option(
        "--paper",
        type=click.Choice(["A4", "Letter"]),
        default="A4",
        show_default=True,
        help="Of a PDF.",
    ),
    click.option(
        "--sections",
        metavar="CODES",
        callback=_sections,
        help="Of a PDF, in their order, with commas between them: summary, persons, timeline, "
        "chronology, acts, quotes, figures, places, notes, tags, sources, documents. All but "
        "notes and tags if not given.",
    ),
    click.option(
        "--watermark", default="", metavar="WORDS", help="Behind the text of every page of a PDF."
    ),
    click.option(
        "--exhibits",
        metavar="PREFIX",
        help="Number the pages of a PDF and its documents for a court, after PREFIX (as in "
        "CASE-000001, Exhibit CASE-1).",
    ),
    click.option(
        "--first-page",
        type=click.IntRange(min=0),
        default=1,
        show_default=True,
        help="The number of the first page, with --exhibits.",
    ),
    click.option(
        "--first-exhibit",
        type=click.IntRange(min=0),
        default=1,
        show_default=True,
        help="The number of the first document, with --exhibits.",
    ),
    click.option("--encrypt", is_flag=True, help="Ask for a passphrase for a PDF (AES-256)."),
    click.option(
        "--pdf-passphrase-file",
        type=_FILE,
        metavar="FILE",
        help="Encrypt a PDF with the first line of FILE; - reads it from standard input.",
    ),
)


def pdf_choices(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command with `out` the options of a PDF, which it takes as `pdf`.

    They are fields of `PdfOptions`. Chosen for another format they are refused with `UsageError`.
    """

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        if kwargs["out"].suffix.lower() != ".pdf":
            _refuse_any(click.get_current_context())
        given = {name: kwargs.pop(name) for name in _NAMES}
        command(*args, pdf=_fields(**given), **kwargs)

    made: Callable[..., None] = wrapped
    for option in reversed(_OPTIONS):
        made = option(made)
    return made


_NAMES = (
    *("paper", "sections", "watermark", "exhibits", "first_page", "first_exhibit"),
    *("encrypt", "pdf_passphrase_file"),
)


def _refuse_any(ctx: click.Context) -> None:
    for name in _NAMES:
        if ctx.get_parameter_source(name) == click.core.ParameterSource.COMMANDLINE:
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"{option} is for a PDF: OUT must end in .pdf.", ctx)


def _fields(
    exhibits: str | None,
    first_page: int,
    first_exhibit: int,
    encrypt: bool,
    pdf_passphrase_file: Path | None,
    **others: Any,
) -> dict[str, Any]:
    from viewer.export.pdf import Exhibits

    numbered = None if exhibits is None else Exhibits(exhibits, first_page, first_exhibit)
    return {**others, "exhibits": numbered, "passphrase": _passphrase(encrypt, pdf_passphrase_file)}


def _passphrase(is_asked: bool, file: Path | None) -> str:
    """Never taken from the arguments, which every program of the machine can read."""
    if file is not None:
        return passphrases.first_line(file, "--pdf-passphrase-file")
    if not is_asked:
        return ""
    asked: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    return asked
