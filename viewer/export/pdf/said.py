"""What was said: quotes with their speakers."""

from collections.abc import Iterator

from viewer.domain.summary import QuoteEntry
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, dotted, words

_BAR = Look((0,), has_bar=True, padding=3, before=9, after=4)


def quotes(writer: Writer) -> Iterator[Block]:
    """Yield the quotes in the order of the documents."""
    for quote in writer.summary.quotes:
        yield writer.rows([_quote(quote, writer)], _BAR)


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
