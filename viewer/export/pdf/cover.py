"""The cover: what this is, of when, and for whom."""

from collections.abc import Iterator
from typing import Any

from viewer.domain.dates import Date, phrase
from viewer.domain.summary import CaseSummary
from viewer.domain.wording import Wording
from viewer.export.pdf import style
from viewer.export.pdf.exhibits import Exhibits
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.pen import rgb
from viewer.export.pdf.side import Side
from viewer.export.pdf.text import Paragraph, Span, lines_of

_LABEL_WIDTH = 110.0


def draw_cover(canvas: Any, summary: CaseSummary, options: PdfOptions) -> None:
    """Draw the cover page."""
    wording = Wording.of(summary.wording)
    width, height = options.page_size
    inner = width - 2 * style.MARGIN_X
    y = height - 190
    canvas.setFillColor(rgb(style.ACCENT))
    side = Side(width, wording.is_rtl)
    canvas.rect(side.at(style.MARGIN_X, 46), y + 26, 46, 3, 0, 1)
    kicker = Paragraph((Span(wording("cover.kicker"), style.COVER_KICKER),))
    y = _paragraphs(canvas, side, [kicker], y, inner)
    title = [Paragraph((Span(summary.title, style.COVER_TITLE),), 8)]
    y = _paragraphs(canvas, side, title, y, inner, most=8) - 34
    for label, value in _facts(summary, options, wording):
        called = [Paragraph((Span(label, style.COVER_LABEL),))]
        _paragraphs(canvas, side, called, y, _LABEL_WIDTH)
        said = [Paragraph((Span(value, style.COVER_VALUE),))]
        lines = lines_of(said, inner - _LABEL_WIDTH, side.is_rtl)
        x = style.MARGIN_X + _LABEL_WIDTH
        side.draw(canvas, lines[:6], x, y, inner - _LABEL_WIDTH)
        y -= style.COVER_VALUE.leading * max(1, min(len(lines), 6))
    _draw_notice(canvas, side, summary, inner)
    canvas.bookmarkHorizontal("cover", 0, height)
    canvas.addOutlineEntry(wording("cover.bookmark"), "cover", 0)


def _facts(
    summary: CaseSummary, options: PdfOptions, wording: Wording
) -> Iterator[tuple[str, str]]:
    if summary.reference:
        yield wording("cover.reference"), summary.reference
    if options.date_of_export is not None:
        day = phrase(Date(edtf=options.date_of_export.isoformat()), language=wording.language)
        yield wording("cover.date_of_export"), day
    yield wording("cover.audience"), summary.for_whom
    if summary.covers:
        yield wording("cover.covers"), summary.covers
    yield wording("cover.counts"), _counts(summary, wording)
    if options.exhibits is not None and summary.documents:
        yield (
            wording("cover.exhibits"),
            _exhibits(options.exhibits, len(summary.documents), wording),
        )


def _exhibits(exhibits: Exhibits, documents: int, wording: Wording) -> str:
    first, last = exhibits.exhibit(1), exhibits.exhibit(documents)
    return first if documents == 1 else wording("cover.exhibit_range", first=first, last=last)


def _counts(summary: CaseSummary, wording: Wording) -> str:
    figures = sum(len(group.figures) for group in summary.figures)
    counts = (
        ("persons", len(summary.persons)),
        ("events", len(summary.events)),
        ("quotes", len(summary.quotes)),
        ("figures", figures),
        ("documents", len(summary.documents)),
    )
    said = (wording(f"count.{what}", n=n) for what, n in counts if n)
    return wording.listed(*said) or wording("cover.nothing")


def _draw_notice(canvas: Any, side: Side, summary: CaseSummary, inner: float) -> None:
    y = style.MARGIN_BOTTOM + 46
    canvas.setStrokeColor(rgb(style.HAIRLINE))
    canvas.setLineWidth(0.5)
    canvas.line(style.MARGIN_X, y + 8, style.MARGIN_X + inner, y + 8)
    paragraphs = [
        Paragraph((Span(summary.notice, style.STRONG),)),
        Paragraph((Span(summary.meaning, style.SMALL),)),
    ]
    _paragraphs(canvas, side, paragraphs, y, inner)


def _paragraphs(
    canvas: Any,
    side: Side,
    paragraphs: list[Paragraph],
    y: float,
    width: float,
    most: int = 99,
) -> float:
    lines = lines_of(paragraphs, width, side.is_rtl)[:most]
    side.draw(canvas, lines, style.MARGIN_X, y, width)
    return y - sum(line.height for line in lines)
