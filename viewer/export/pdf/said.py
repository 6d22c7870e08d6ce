"""What was said: quotes with their speakers, and figures with their claimants."""

from collections.abc import Iterator

from viewer.domain.summary import FigureEntry, QuoteEntry
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Heading, Look, Rows
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, dotted, words

_BAR = Look((0,), has_bar=True, padding=3, before=9, after=4)
_TABLE = Look((110, 0, 110, 80), is_ruled=True, after=4)
_CAUTION = (
    "Figures stand side by side as their claimants give them. They may overlap, "
    "cover different periods and count differently; they are not to be added up."
)


def quotes(writer: Writer) -> Iterator[Block]:
    """Yield the quotes in the order of the documents."""
    for quote in writer.summary.quotes:
        yield Rows([_quote(quote, writer)], _BAR)


def _quote(quote: QuoteEntry, writer: Writer) -> Row:
    text = f"“{quote.words.text}”" if quote.is_direct else quote.words.text
    said = (Span(text, style.QUOTE), *writer.references(quote.words.references))
    cell = [Paragraph(said, is_text=True), Paragraph(tuple(_speaker(quote, writer)), 2)]
    if quote.note:
        cell.append(words(quote.note, style.SMALL))
    if quote.tags:
        cell.append(Paragraph(dotted(("Tags", *quote.tags))))
    return Row([cell], (Mark(f"quote-{quote.number}"),))


def _speaker(quote: QuoteEntry, writer: Writer) -> Iterator[Span]:
    if quote.speaker is not None:
        yield writer.span(quote.speaker, style.STRONG, style.STRONG_LINK)
    else:
        yield Span("Speaker not known", style.STRONG)
    form = "the speaker's own words" if quote.is_direct else "in the words of the source"
    yield Span(f" · {quote.form}, {form} · Named: {quote.attribution.lower()}", style.SMALL)
    words_at = {reference.passage for reference in quote.words.references}
    yield from writer.references(r for r in quote.references if r.passage not in words_at)


def figures(writer: Writer) -> Iterator[Block]:
    """Yield a table for each kind of act."""
    yield Rows(
        [Row([[words(_CAUTION, style.SMALL)]])], Look(padding=0, after=4), keeps_with_next=True
    )
    heads = ("Claimant", "Reported", "Period", "Place")
    for group in writer.summary.figures:
        mark = Mark(f"figures-{group.number}", group.act)
        yield Heading(words(group.act, style.H2), mark, 12, 2)
        head = Row([[words(text, style.HEAD)] for text in heads])
        yield Rows([_figure(figure, writer) for figure in group.figures], _TABLE, head)


def _figure(figure: FigureEntry, writer: Writer) -> Row:
    claimant = writer.span(figure.claimant) if figure.claimant else Span("Not named", style.LABEL)
    count = [Span(f"{figure.qualifier} {figure.count:,}".strip(), style.STRONG)]
    if figure.counted:
        count += [Span(" ", style.BODY), Span(figure.counted, style.BODY)]
    reported = [Paragraph((*count, *writer.references(figure.references)))]
    period = [words(figure.period.phrase or "Not given")]
    if figure.period.basis:
        period.append(words(f"Inferred: {figure.period.basis}", style.SMALL))
    reported += [words(note, style.SMALL) for note in figure.notes]
    cells = [[Paragraph((claimant,))], reported, period, [words(figure.place or "–")]]
    return Row(cells, (Mark(f"figure-{figure.number}"),))
