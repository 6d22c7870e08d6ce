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


def quotes(writer: Writer) -> Iterator[Block]:
    """Yield the quotes in the order of the documents."""
    for quote in writer.summary.quotes:
        yield Rows([_quote(quote, writer)], _BAR)


def _quote(quote: QuoteEntry, writer: Writer) -> Row:
    text = quote.words.text
    if quote.is_direct:
        text = writer.wording("punctuation.quoted", words=text)
    said = (Span(text, style.QUOTE), *writer.references(quote.words.references))
    cell = [Paragraph(said, is_text=True), Paragraph(tuple(_speaker(quote, writer)), 2)]
    if quote.note:
        cell.append(words(quote.note, style.SMALL))
    if quote.tags:
        cell.append(Paragraph(dotted((writer.wording("quotes.tags"), *quote.tags))))
    return Row([cell], (Mark(f"quote-{quote.number}"),))


def _speaker(quote: QuoteEntry, writer: Writer) -> Iterator[Span]:
    if quote.speaker is not None:
        yield writer.span(quote.speaker, style.STRONG, style.STRONG_LINK)
    else:
        yield Span(writer.wording("quotes.no_speaker"), style.STRONG)
    whose = writer.wording("quotes.direct" if quote.is_direct else "quotes.indirect")
    naming = quote.attribution.lower()
    form = writer.wording("quotes.form", form=quote.form, words=whose, naming=naming)
    yield Span(form, style.SMALL)
    words_at = {reference.passage for reference in quote.words.references}
    yield from writer.references(r for r in quote.references if r.passage not in words_at)


def figures(writer: Writer) -> Iterator[Block]:
    """Yield a table for each kind of act."""
    yield writer.note("figures.caution", 4)
    for group in writer.summary.figures:
        mark = Mark(f"figures-{group.number}", group.act)
        yield Heading(words(group.act, style.H2), mark, 12, 2)
        head = Row(writer.heads("figures", "claimant", "reported", "period", "place"))
        yield Rows([_figure(figure, writer) for figure in group.figures], _TABLE, head)


def _figure(figure: FigureEntry, writer: Writer) -> Row:
    claimant = Span(writer.wording("figures.no_claimant"), style.LABEL)
    if figure.claimant:
        claimant = writer.span(figure.claimant)
    number = writer.wording.number(figure.count)
    count = [Span(f"{figure.qualifier} {number}".strip(), style.STRONG)]
    if figure.counted:
        count += [Span(" ", style.BODY), Span(figure.counted, style.BODY)]
    reported = [Paragraph((*count, *writer.references(figure.references)))]
    period = [words(figure.period.phrase or writer.wording("figures.no_period"))]
    if figure.period.basis:
        basis = writer.wording("figures.inferred", basis=figure.period.basis)
        period.append(words(basis, style.SMALL))
    reported += [words(note, style.SMALL) for note in figure.notes]
    cells = [[Paragraph((claimant,))], reported, period, [words(figure.place or "–")]]
    return Row(cells, (Mark(f"figure-{figure.number}"),))
