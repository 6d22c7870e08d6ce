"""Spans and paragraphs that every section needs: links, references, labels, dates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from viewer.domain.summary import CaseSummary, Dated, Link, Part, Reference, Statement
from viewer.domain.wording import Wording
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Heading, Look, Rows
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span, Style

#: The section in which the entries are that an anchor such as `event-3` belongs to.
_SECTION_OF = {
    "summary": "summary",
    "person": "persons",
    "event": "chronology",
    "quote": "quotes",
    "figure": "figures",
    "place": "places",
    "note": "notes",
    "passage": "sources",
    "document": "documents",
}


class Writer:
    """Puts statements into spans, linked to what is in this report, and remembers what it cites."""

    def __init__(self, summary: CaseSummary, options: PdfOptions) -> None:
        self.summary = summary
        self.wording = Wording.of(summary.wording)
        self.exhibits = options.exhibits
        self._sections = options.sections
        self.cited: set[int] = set()

    def has(self, anchor: str) -> bool:
        """Tell whether the entry of that anchor is in this report."""
        return _SECTION_OF.get(anchor.partition("-")[0], "") in self._sections

    def span(self, link: Link, plain: Style = style.BODY, linked: Style = style.BODY_LINK) -> Span:
        """Return the title of an entry, linked when it is in this report."""
        if self.has(link.anchor):
            return Span(link.title, linked, link.anchor)
        return Span(link.title, plain)

    def references(self, references: Iterable[Reference]) -> Iterator[Span]:
        """Return the numbers of passages as spans: "[3] [4]", contradicting ones said so.

        With exhibits, the document's number is there as well: "[3, Ex. 1]".
        """
        if "sources" not in self._sections:
            return
        listed = sorted(set(references), key=lambda r: (r.contradicts, r.passage))
        for reference in listed:
            self.cited.add(reference.passage)
            before = self.wording("reference.contradicted") if reference.contradicts else " "
            yield Span(before, style.SMALL)
            yield Span(self._number(reference), style.REFERENCE, f"passage-{reference.passage}")

    def _number(self, reference: Reference) -> str:
        if self.exhibits is None:
            return f"[{reference.passage}]"
        exhibit = self.exhibits.number(reference.document)
        passage = str(reference.passage)
        return self.wording("reference.exhibit", passage=passage, exhibit=str(exhibit))

    def heads(self, table: str, *names: str) -> list[list[Paragraph]]:
        """Return the heads of a table's columns: names in that table of the wording."""
        return [[words(self.wording(f"{table}.{name}"), style.HEAD)] for name in names]

    def note(self, key: str, after: float) -> Rows:
        """Return a remark above a section's entries; `after` is the space below in points."""
        remark = Row([[words(self.wording(key), style.SMALL)]])
        return self.rows([remark], Look(padding=0, after=after), keeps_with_next=True)

    def rows(
        self,
        rows: Sequence[Row],
        look: Look,
        head: Row | None = None,
        *,
        keeps_with_next: bool = False,
    ) -> Rows:
        """Return rows from the side where the report's language begins."""
        look = replace(look, is_rtl=self.wording.is_rtl)
        return Rows(rows, look, head, keeps_with_next=keeps_with_next)

    def heading(self, text: str, look: Style, mark: Mark, before: float, after: float) -> Heading:
        """Return a heading in a report's language, with its place and the space around it."""
        paragraph = Paragraph((Span(text, look),))
        return Heading(paragraph, mark, before, after, self.wording.is_rtl)

    def date_notes(self, date: Dated) -> Iterator[Paragraph]:
        """Return what a reader needs beside a date in words: the source's words, and the basis."""
        if date.written and date.written.casefold() != date.phrase.casefold():
            written = self.wording("punctuation.quoted", words=date.written)
            label = Span(self.wording("date.in_source"), style.SMALL)
            yield Paragraph((label, Span(written, style.SMALL)))
        if date.basis:
            label = Span(self.wording("date.inferred"), style.SMALL)
            yield Paragraph((label, Span(date.basis, style.SMALL)))

    def statement(self, statement: Statement, words: Style = style.BODY) -> tuple[Span, ...]:
        """Return a statement with its references."""
        return (Span(statement.text, words), *self.references(statement.references))

    def text(self, statement: Statement, look: Style = style.BODY, before: float = 0) -> Paragraph:
        """Return a statement in a paragraph of its own."""
        return Paragraph(self.statement(statement, look), before, is_text=True)

    def part(self, part: Part, label: str, link: Link, with_date: bool = False) -> Paragraph:
        """Return a person's part in an event on a line: what it is, with whom or in what."""
        spans = [Span(f"{label} ", style.SMALL)] if label else []
        spans.append(self.span(link))
        if with_date and part.when.phrase:
            spans += [Span(" · ", style.SMALL), Span(part.when.phrase, style.SMALL)]
        if part.detail:
            spans += [Span(" – ", style.SMALL), Span(part.detail, style.SMALL_INK)]
        return Paragraph((*spans, *self.references(part.references)))

    def links(self, links: Iterable[Link], separator: str = " · ") -> Iterator[Span]:
        """Return titles of entries in a row, small."""
        for number, link in enumerate(links):
            if number:
                yield Span(separator, style.SMALL)
            yield self.span(link, style.SMALL, style.SMALL_LINK)


def words(text: str, look: Style = style.BODY, before: float = 0) -> Paragraph:
    """Return a paragraph of one style."""
    return Paragraph((Span(text, look),), before, is_text=True)


def dotted(parts: Iterable[str], look: Style = style.SMALL) -> tuple[Span, ...]:
    """Return the parts that are not empty on one line, each ordered by itself."""
    spans: list[Span] = []
    for part in parts:
        if part:
            spans += [Span(" · ", look)] if spans else []
            spans.append(Span(part, look))
    return tuple(spans)
