"""What the user chooses for a PDF."""

from dataclasses import dataclass, field
from datetime import date

from viewer.export.pdf.exhibits import Exhibits

#: The codes of the sections in their usual order; their headings are `section.…` in the wording.
SECTIONS = (
    "summary",
    "persons",
    "timeline",
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
STANDARD_SECTIONS = tuple(code for code in SECTIONS if code not in ("notes", "tags"))

#: Paper sizes in points.
PAPERS: dict[str, tuple[float, float]] = {"A4": (595.2756, 841.8898), "Letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """Paper, and the sections in their order (codes of `SECTIONS`); the language is the summary's.

    `date_of_export` is a UTC date, printed on the cover; None prints none. With a `passphrase` the
    file is encrypted. A `watermark` stands behind the text of every page, `exhibits` number pages
    and documents for a court.
    """

    paper: str = "A4"
    sections: tuple[str, ...] = STANDARD_SECTIONS
    date_of_export: date | None = None
    passphrase: str = field(default="", repr=False)
    watermark: str = ""
    exhibits: Exhibits | None = None

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height in points."""
        return PAPERS[self.paper]
