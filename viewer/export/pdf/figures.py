"""Figures as their claimants give them, one under the other and never added up."""

from collections.abc import Iterator

from viewer.domain.summary import FigureEntry, FigureGroup
from viewer.export.pdf import fonts, style
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, words

_COLUMNS = ("claimant", "qualifier", "number", "counted", "period", "place", "sources")
#: Points that a column of numbers takes at least and at most.
_NARROWEST, _WIDEST = 38.0, 110.0


def figures(writer: Writer) -> Iterator[Block]:
    """Yield a table for each kind of act, with the sources of each figure in its row."""
    yield writer.note("figures.caution", 4)
    for group in writer.summary.figures:
        mark = Mark(f"figures-{group.number}", group.act)
        yield writer.heading(group.act, style.H2, mark, 12, 2)
        rows = [_figure(figure, writer) for figure in group.figures]
        yield writer.rows(rows, _look(group, writer), _head(writer))


def _look(group: FigureGroup, writer: Writer) -> Look:
    """The column of numbers is as wide as its longest."""
    texts = (writer.wording.number(figure.count) for figure in group.figures)
    longest = max(fonts.width(text, style.STRONG.font) for text in texts) * style.STRONG.size
    number = min(max(longest + 1, _NARROWEST), _WIDEST)
    sources = 52 if writer.exhibits else 36
    return Look((86, 40, number, 0, 74, 60, sources), gutter=8, is_ruled=True, after=4)


def _head(writer: Writer) -> Row:
    cells = writer.heads("figures", *_COLUMNS)
    _, (qualifier,), (number,), *_ = cells
    cells[1], cells[2] = [_beside(qualifier.spans)], [_to_the_right(number.spans, writer)]
    return Row(cells)


def _figure(figure: FigureEntry, writer: Writer) -> Row:
    number = Span(writer.wording.number(figure.count), style.STRONG)
    cells = [
        [Paragraph((_claimant(figure, writer),))],
        [_beside((Span(figure.qualifier, style.LABEL),))],
        [_to_the_right((number,), writer)],
        _counted(figure, writer),
        _period(figure, writer),
        [words(figure.place or "–")],
        [Paragraph(tuple(writer.references(figure.references)))],
    ]
    return Row(cells, (Mark(f"figure-{figure.number}"),))


def _claimant(figure: FigureEntry, writer: Writer) -> Span:
    if figure.claimant:
        return writer.span(figure.claimant)
    return Span(writer.wording("figures.no_claimant"), style.LABEL)


def _beside(qualifier: tuple[Span, ...]) -> Paragraph:
    """Return the qualifier at the side where its number is."""
    return Paragraph(qualifier, at_end=True)


def _to_the_right(number: tuple[Span, ...], writer: Writer) -> Paragraph:
    """Return a number so that units stand under units, in whatever direction words are read."""
    return Paragraph(number, at_end=not writer.wording.is_rtl)


def _counted(figure: FigureEntry, writer: Writer) -> list[Paragraph]:
    """Notes on a figure are annotations: they are there where notes are."""
    notes = figure.notes if writer.has("note-1") else ()
    return [words(figure.counted or "–"), *(words(note, style.SMALL) for note in notes)]


def _period(figure: FigureEntry, writer: Writer) -> list[Paragraph]:
    period = [words(figure.period.phrase or writer.wording("figures.no_period"))]
    if figure.period.basis:
        label = Span(writer.wording("figures.inferred"), style.SMALL)
        period.append(Paragraph((label, Span(figure.period.basis, style.SMALL))))
    return period
