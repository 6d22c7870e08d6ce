"""The sections of the report: which there are, and the blocks that each is made of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from viewer.domain.summary import CaseSummary, PlaceEntry
from viewer.domain.text import isolated
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.events import acts, chronology
from viewer.export.pdf.figures import figures
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.persons import persons
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.said import quotes
from viewer.export.pdf.sources import documents, sources
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.timeline import timeline
from viewer.export.pdf.writer import Writer, dotted, words


@dataclass(frozen=True, slots=True)
class Section:
    """A section with the bookmarks of its entries; `count` entries are its share of the work."""

    code: str
    count: int
    writer: Writer
    blocks: Callable[[Writer], Iterator[Block]]
    marks: Sequence[Mark] = ()

    @property
    def heading(self) -> str:
        """What the section is called in the language of the report."""
        return self.writer.wording(f"section.{self.code}")

    @property
    def mark(self) -> Mark:
        """Where the contents and the bookmarks lead."""
        return Mark(f"section-{self.code}", self.heading, 0)

    def all_blocks(self) -> Iterator[Block]:
        """Yield the heading and what follows; a heading alone is never left at a page's end."""
        yield self.writer.heading(self.heading, style.H1, self.mark, 34, 8)
        yield from self.blocks(self.writer)


def sections_of(summary: CaseSummary, options: PdfOptions) -> list[Section]:
    """Return the chosen sections that have something to say, in their order."""
    writer = Writer(summary, options)
    made = (
        _section("summary", [summary.summary] if summary.summary else [], writer, _summary),
        _section("persons", summary.persons, writer, persons, _person_marks(summary)),
        _section("timeline", summary.events, writer, timeline),
        _section("chronology", summary.events, writer, chronology, _event_marks(summary)),
        _section("acts", summary.acts, writer, acts),
        _section("quotes", summary.quotes, writer, quotes),
        _section("figures", summary.figures, writer, figures, _figure_marks(summary)),
        _section("places", summary.places, writer, _places),
        _section("notes", summary.notes, writer, _notes),
        _section("tags", summary.tags, writer, _tags),
        _section("sources", summary.passages, writer, sources),
        _section("documents", summary.documents, writer, documents, _document_marks(summary)),
    )
    filled = {section.code: section for section in made if section.count}
    chosen = [filled[code] for code in dict.fromkeys(options.sections) if code in filled]
    _cite_ahead(chosen)
    return chosen


def _cite_ahead(sections: Sequence[Section]) -> None:
    """What the sections after the sources cite must be known when the sources are listed."""
    codes = [section.code for section in sections]
    if "sources" in codes:
        for section in sections[codes.index("sources") + 1 :]:
            for block in section.blocks(section.writer):
                del block


def _section(
    code: str,
    entries: Sequence[object],
    writer: Writer,
    blocks: Callable[[Writer], Iterator[Block]],
    marks: Sequence[Mark] = (),
) -> Section:
    return Section(code, len(entries), writer, blocks, marks)


def _person_marks(summary: CaseSummary) -> list[Mark]:
    return [Mark(f"person-{p.number}", p.name.text) for p in summary.persons]


def _event_marks(summary: CaseSummary) -> list[Mark]:
    return [Mark(f"event-{e.number}", e.title.text) for e in summary.events]


def _figure_marks(summary: CaseSummary) -> list[Mark]:
    return [Mark(f"figures-{g.number}", g.act) for g in summary.figures]


def _document_marks(summary: CaseSummary) -> list[Mark]:
    return [Mark(f"document-{d.number}", d.title.text) for d in summary.documents]


def _summary(writer: Writer) -> Iterator[Block]:
    statement = writer.summary.summary
    yield writer.rows([Row([[writer.text(statement)]], (Mark("summary"),))], Look(padding=0))


def _places(writer: Writer) -> Iterator[Block]:
    head = Row(writer.heads("places", "place", "precision", "part_of"))
    rows = [_place(place, writer) for place in writer.summary.places]
    yield writer.rows(rows, Look((0, 110, 0), is_ruled=True), head)


def _place(place: PlaceEntry, writer: Writer) -> Row:
    name = [Paragraph(writer.statement(place.name, style.STRONG))]
    # Latitude goes first, in whatever direction words are read.
    coordinates = isolated(place.coordinates) if place.coordinates else ""
    lies = [Paragraph(dotted((place.part_of, coordinates), style.BODY))]
    if place.also_written:
        name.append(words(place.also_written, style.SMALL))
    if place.about:
        lies.append(words(place.about, style.SMALL))
    return Row([name, [words(place.precision)], lies], (Mark(f"place-{place.number}"),))


def _notes(writer: Writer) -> Iterator[Block]:
    rows = []
    for note in writer.summary.notes:
        about = (Span(f"{note.motivation} · ", style.SMALL), *writer.links([note.on]))
        cell = [words(note.body), Paragraph((*about, *writer.references(note.references)))]
        rows.append(Row([cell], (Mark(f"note-{note.number}"),)))
    yield writer.rows(rows, Look(is_ruled=True))


def _tags(writer: Writer) -> Iterator[Block]:
    rows = [
        Row(
            [[words(tag.label, style.STRONG)], [Paragraph(tuple(writer.links(tag.entries)))]],
            (Mark(f"tag-{number}"),),
        )
        for number, tag in enumerate(writer.summary.tags, start=1)
    ]
    yield writer.rows(rows, Look((120, 0), is_ruled=True))
