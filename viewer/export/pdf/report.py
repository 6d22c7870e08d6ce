"""The pages: blocks flow into them once, from the first to the last.

The numbers that only the end tells (of the contents, "of y") are drawn last, as form XObjects
that the pages have already placed.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.frames import Frame

from viewer.domain.summary import CaseSummary
from viewer.domain.wording import Wording
from viewer.export.pdf import fonts, style
from viewer.export.pdf.blocks import Block
from viewer.export.pdf.contents import Contents
from viewer.export.pdf.cover import draw_cover
from viewer.export.pdf.furniture import Furniture
from viewer.export.pdf.options import PdfOptions
from viewer.export.pdf.sections import Section
from viewer.export.pdf.side import Side
from viewer.export.pdf.text import Paragraph, Span, lines_of
from viewer.export.pdf.watermark import Watermark
from viewer.export.progress import Progress, report


class _Info(PDFInfo):  # type: ignore[misc] # reportlab comes without types
    """Nothing that tells who exported it, where, or at what time of day."""

    def format(self, document: Any) -> bytes:
        said = {"Title": PDFString(self.title), "Producer": PDFString("Casefile")}
        if self.subject:
            said["CreationDate"] = PDFString(self.subject)
        said["Trapped"] = PDFName("False")
        made: bytes = PDFDictionary(said).format(document)
        return made


class Pages:
    """A canvas, a frame on it, and what stands on every page."""

    def __init__(
        self,
        target: str,
        summary: CaseSummary,
        options: PdfOptions,
        sections: list[Section],
        progress: Progress | None,
    ) -> None:
        self._summary = summary
        self._wording = Wording.of(summary.wording)
        self._options = options
        self._sections = sections
        self._progress = progress
        self._total = sum(section.count for section in sections)
        self._done = 0
        self._watermark = Watermark(options.watermark, options.page_size)
        self._canvas = _canvas(target, summary, options)
        self._furniture = Furniture(self._canvas, summary, options)
        width, height = options.page_size
        self._frame = Frame(
            style.MARGIN_X,
            style.MARGIN_BOTTOM,
            width - 2 * style.MARGIN_X,
            height - style.MARGIN_TOP - style.MARGIN_BOTTOM,
            *(0, 0, 0, 0),
        )

    def write(self) -> None:
        """Draw all pages and write the file; raises `Cancelled`."""
        canvas = self._canvas
        self._watermark.place(canvas)
        draw_cover(canvas, self._summary, self._options)
        self._stamp()
        canvas.showPage()
        contents = Contents(self._sections, self._options, self._wording)
        contents.reserve(canvas, self._furnish, self._end_page)
        self._furnish()
        for section in self._sections:
            self._flow(section.all_blocks())
        self._end_page()
        contents.fill(canvas)
        self._furniture.fill_total()
        canvas.save()
        self._report(self._total)

    def _flow(self, blocks: Iterable[Block]) -> None:
        for group in _groups(blocks):
            if not self._frame._atTop and self._least(group) > self._room():
                self._next_page()
            for block in group:
                self._add(block)

    def _add(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            if self._frame.add(rest, self._canvas, trySplit=1):
                self._done += rest.weight
                return
            parts = self._frame.split(rest, self._canvas)
            if not parts and self._frame._atTop:
                raise AssertionError("a line is higher than the page")
            if parts:
                self._frame.add(parts[0], self._canvas, trySplit=1)
                self._done += parts[0].weight
                rest = parts[1]
            self._next_page()

    def _room(self) -> float:
        return float(self._frame._y - self._frame._y1p)

    def _least(self, group: list[Block]) -> float:
        """What must fit so that no heading is left alone."""
        width = self._frame._aW
        spaces = sum(b.getSpaceBefore() + b.getSpaceAfter() for b in group[:-1])
        return float(
            sum(block.least(width) for block in group) + spaces + group[-1].getSpaceBefore()
        )

    def _next_page(self) -> None:
        self._end_page()
        self._furnish()
        self._frame._reset()

    def _end_page(self) -> None:
        self._canvas.showPage()
        self._report(min(self._done, self._total))

    def _report(self, done: int) -> None:
        report(self._progress, done, self._total)

    def _furnish(self) -> None:
        self._watermark.place(self._canvas)
        self._stamp()
        self._furniture.draw()

    def _stamp(self) -> None:
        """Number the page as a page of the case, on the outer edge of its foot."""
        if self._options.exhibits is not None:
            number = self._options.exhibits.page(self._canvas.getPageNumber())
            side = Side(self._options.page_size[0], self._wording.is_rtl)
            stamp = Paragraph((Span(number, style.STAMP),), at_end=True)
            lines = lines_of([stamp], 300, side.is_rtl)[:1]
            side.draw(self._canvas, lines, side.width - style.MARGIN_X - 300, 34, 300)


def _canvas(target: str, summary: CaseSummary, options: PdfOptions) -> Any:
    fonts.load()
    canvas = Canvas(
        target,
        pagesize=options.page_size,
        pageCompression=1,
        # The first version that knows /Lang, /ActualText and DisplayDocTitle.
        pdfVersion=(1, 4),
        invariant=1,
        lang=summary.wording,
        initialFontName=fonts.REGULAR,
    )
    info = _Info()
    wording = Wording.of(summary.wording)
    info.title = fonts.one_line(wording("metadata.title", title=summary.title))
    info.subject = options.date_of_export.strftime("D:%Y%m%d") if options.date_of_export else ""
    canvas._doc.info = info
    canvas._doc.setTitle(info.title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if wording.is_rtl:
        canvas.setViewerPreference("Direction", "R2L")
    canvas.showOutline()
    canvas.pages = {}
    return canvas


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield blocks together with those that they must not be parted from."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keeps_with_next:
            yield group
            group = []
    if group:
        yield group
