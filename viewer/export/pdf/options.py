"""What the user chooses for a PDF."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

#: Called with (done, total); returning False stops the writing.
Progress = Callable[[int, int], bool | None]

#: The sections in their order: code and heading.
SECTIONS: dict[str, str] = {
    "summary": "Summary",
    "persons": "Persons",
    "chronology": "Chronology",
    "acts": "Who did what to whom",
    "quotes": "Quotes",
    "figures": "Reported figures",
    "places": "Places",
    "notes": "Notes",
    "tags": "Tags",
    "sources": "Sources of the statements",
    "documents": "Documents",
}

#: Working notes and tags are for those who work on the case, and only when they ask for them.
STANDARD_SECTIONS = frozenset(SECTIONS) - {"notes", "tags"}

#: Paper sizes in points.
PAPERS: dict[str, tuple[float, float]] = {"A4": (595.2756, 841.8898), "Letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """Paper, sections (codes of `SECTIONS`), language (BCP 47; the case's when empty).

    `date_of_export` is a UTC date, printed on the cover; None prints none.
    """

    paper: str = "A4"
    sections: frozenset[str] = field(default=STANDARD_SECTIONS)
    language: str = ""
    date_of_export: date | None = None

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height in points."""
        return PAPERS[self.paper]
