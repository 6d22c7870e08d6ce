"""What `casefile export` does: a case for an audience, in the format of a file name's ending."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from viewer.domain.records import KINDS
from viewer.domain.summary import CaseSummary, summarise
from viewer.store import CaseFile

#: The fields of `PdfOptions` that were chosen.
PdfChoices = Mapping[str, Any]


def export(file: Path, out: Path, audience: str, pdf: PdfChoices, language: str = "") -> str:
    """Write what a case says to an audience, in the format of the name; says where it is."""
    with CaseFile.open(file, read_only=True) as case:
        summary = summarise(case, audience, language=language)
    return WRITERS[out.suffix.lower()](summary, out, pdf)


def _write_pdf(summary: CaseSummary, out: Path, pdf: PdfChoices) -> str:
    from viewer.export.pdf import PdfOptions, write_pdf

    write_pdf(summary, out, PdfOptions(**pdf))
    return f"The case summary ({summary.audience}) is in {out}."


def _write_annotations(summary: CaseSummary, out: Path, _pdf: PdfChoices) -> str:
    from viewer.export.web_annotations import write_web_annotations

    write_web_annotations(summary, out)
    number = len(summary.annotations)
    what = KINDS["annotation"].labels[number != 1].lower()
    return f"{number:,} {what} ({summary.audience}) {'is' if number == 1 else 'are'} in {out}."


#: The endings of `export_commands.ENDINGS`, each with what writes it and says where it is.
WRITERS: dict[str, Callable[[CaseSummary, Path, PdfChoices], str]] = {
    ".pdf": _write_pdf,
    ".jsonld": _write_annotations,
}
