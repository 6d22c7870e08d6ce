"""The formats in which a case is handed on, each by the ending of its file's name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from viewer.domain.records import Annotation
from viewer.domain.summary import CaseSummary
from viewer.export.ftm import write_ftm
from viewer.export.json_case import write_case_json
from viewer.export.pdf import PdfOptions, write_pdf
from viewer.export.progress import Progress
from viewer.export.tables import write_csv, write_table
from viewer.export.web_annotations import write_web_annotations

#: Writes a summary to a path; the options are a PDF's.
Write = Callable[[CaseSummary, Path, PdfOptions, Progress | None], None]


@dataclass(frozen=True, slots=True)
class Format:
    """What a case is written as: for people or for programs.

    `counted` says in words what such a file holds of a summary.
    """

    ending: str
    name: str
    label: str
    note: str
    write: Write
    counted: Callable[[CaseSummary], str]
    #: Whether the window offers it; if not, the file's name says more than its format.
    is_offered: bool = True


def _annotations(summary: CaseSummary) -> str:
    number = len(summary.annotations)
    return f"{number:,} {Annotation.labels[number != 1].lower()}"


FORMATS: dict[str, Format] = {
    each.ending: each
    for each in (
        Format(
            ".pdf",
            "PDF",
            "Case summary",
            "To read and print: every statement with the passage that says so.",
            write_pdf,
            lambda _: "the case summary",
        ),
        Format(
            ".jsonld",
            "Web Annotations",
            "Annotations",
            "Notes and highlights with the words they are on, for other programs (W3C).",
            lambda summary, path, _, progress: write_web_annotations(summary, path, progress),
            _annotations,
        ),
        Format(
            ".zip",
            "CSV",
            "Tables",
            "A list of each kind for spreadsheets, packed into one file.",
            lambda summary, path, _, progress: write_csv(summary, path, progress=progress),
            lambda _: "a table of each kind",
        ),
        Format(
            ".csv",
            "CSV",
            "One table",
            "The list that the file is called after: persons.csv, events.csv …",
            lambda summary, path, _, progress: write_table(summary, path, progress),
            lambda _: "one table",
            is_offered=False,
        ),
        Format(
            ".json",
            "JSON",
            "Whole case",
            "Every record, for scripts, and to make a case of it again.",
            lambda summary, path, _, progress: write_case_json(summary, path, progress=progress),
            lambda _: "the whole case",
        ),
        Format(
            ".ftm.jsonl",
            "FollowTheMoney",
            "Entities",
            "Persons, places, events, documents and their ties, for other programs.",
            lambda summary, path, _, progress: write_ftm(summary, path, progress),
            lambda _: "the entities of the case",
        ),
    )
}


def ending_of(path: Path) -> str:
    """Return the ending of a file's name that says its format; "" where none does."""
    return next((ending for ending in FORMATS if path.name.lower().endswith(ending)), "")
