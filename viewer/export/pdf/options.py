"""What the user chooses for a PDF."""

from dataclasses import dataclass, field
from datetime import date

#: The codes of the sections in their order; what they are called is `section.…` in the wording.
SECTIONS = (
    "summary",
    "persons",
    "chronology",
    "acts",
    "quotes",
    "figures",
    "places",
    "notes",
    "tags",
    "sources",
    "documents",
)

#: Working notes and tags are for those who work on the case, and only when they ask for them.
STANDARD_SECTIONS = frozenset(SECTIONS) - {"notes", "tags"}

#: Paper sizes in points.
PAPERS: dict[str, tuple[float, float]] = {"A4": (595.2756, 841.8898), "Letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """Paper and sections (codes of `SECTIONS`); the language is the summary's.

    `date_of_export` is a UTC date, printed on the cover; None prints none.
    """

    paper: str = "A4"
    sections: frozenset[str] = field(default=STANDARD_SECTIONS)
    date_of_export: date | None = None

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height in points."""
        return PAPERS[self.paper]
