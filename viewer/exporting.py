"""What `casefile export` does: a case for an audience, in the format of a file name's ending."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from viewer.domain.audiences import audience_of
from viewer.domain.identifying import open_mentions, residual_risks
from viewer.domain.records import Event, Export, Person
from viewer.domain.summary import WHOLE_CASE, Scope, summarise
from viewer.errors import CasefileError
from viewer.export.formats import FORMATS, ending_of
from viewer.export.json_case import write_case_json
from viewer.export.noting import export_record, sections_said
from viewer.export.pdf import PdfOptions
from viewer.export.progress import Progress
from viewer.meaning import record_meant
from viewer.opening import open_case
from viewer.store import Access, CaseFile, access_to

#: The fields of `PdfOptions` that were chosen.
PdfChoices = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom, in which language, and about which records, each by id or by kind and words."""

    audience: str
    language: str = ""
    about: tuple[str, ...] = ()
    #: Whether the documents' original bytes go along with the whole case as JSON.
    originals: bool = False


def export(file: Path, out: Path, wish: Wish, pdf: PdfChoices) -> str:
    """Write what a case says to an audience, and note it in the case; says where it is."""
    with open_case(file, read_only=True) as case:
        scope = _scope(case, wish.about)
        summary = summarise(case, wish.audience, language=wish.language, scope=scope)
        chosen = FORMATS[ending_of(out)]
        options = PdfOptions(**pdf)
        if wish.originals:
            write_case_json(summary, out, case.content, _progress())
        else:
            chosen.write(summary, out, options, _progress())
        _warn(case, summary.audience)
    contents = sections_said(options) if chosen.ending == ".pdf" else ""
    contents = "with the original documents" if wish.originals else contents
    _note(access_to(case), export_record(summary, out, chosen.name, contents))
    said = chosen.counted(summary)
    return f"{out}: {said} for the audience {summary.audience_label}."


def _progress() -> Progress | None:
    """Say on a terminal how much is done; Ctrl+C stops it, and nothing is left behind."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\n" if done >= total else "\r"
        click.echo(f"{100 * done // max(total, 1):3} %{end}", nl=False, err=True)

    return tell


def _scope(case: CaseFile, about: tuple[str, ...]) -> Scope:
    found = [record_meant(case, tuple(which.split())) for which in about]
    if not found:
        return WHOLE_CASE
    if len(found) == 1 and isinstance(found[0], Person | Event):
        return Scope.dossier(found[0].id)
    return Scope.selection(record.id for record in found)


def _warn(case: CaseFile, audience: str) -> None:
    """Names are taken out; what else may point to somebody is for the user to judge."""
    whom = audience_of(case, audience)
    words, left = len(open_mentions(case, whom)), len(residual_risks(case, whom))
    if words or left:
        click.echo(
            f"Protected persons may still be recognised: {words:,} words to decide on, {left:,} "
            f"combinations left. See `casefile risks` and Words to decide in the window.",
            err=True,
        )


def _note(access: Access, made: Export) -> None:
    """A case that cannot be written is exported all the same; then nothing in it tells of it."""
    try:
        with CaseFile.open(access.path, key=access.key) as case:
            case.log(made)
    except CasefileError as error:
        click.echo(f"The export was written, but it is not noted in the case: {error}", err=True)
