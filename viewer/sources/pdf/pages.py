"""The pages of a PDF as pictures."""

from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError, PdfPage

from viewer.sources.pdf.opening import opened
from viewer.sources.problems import Problem, ProblemError

_COLOURS = 3


def sizes(data: bytes, most: int) -> list[tuple[float, float]]:
    """Return the width and height of each page, in points; raises `ProblemError`."""
    try:
        pdf = opened(data)
        return [pdf.get_page_size(number) for number in range(min(len(pdf), most))]
    except PdfiumError as error:
        raise ProblemError(Problem.DAMAGED) from error


def drawn(data: bytes, number: int, pixels_wide: int, most: int) -> tuple[int, int, bytes]:
    """Return width, height and RGB bytes of a page (the first is 1), at most `most` bytes.

    Raises `ProblemError`.
    """
    try:
        page = _page(opened(data), number)
        width, height = page.get_size()
        scale = min(pixels_wide / width, (most / _COLOURS / width / height) ** 0.5 * 0.99)
        return _pixels(page.render(scale=scale, rev_byteorder=True))
    except (PdfiumError, ValueError, ZeroDivisionError) as error:
        raise ProblemError(Problem.NO_PAGE) from error


def _page(pdf: PdfDocument, number: int) -> PdfPage:
    if not 1 <= number <= len(pdf):
        raise ProblemError(Problem.NO_PAGE)
    return pdf[number - 1]


def _pixels(bitmap: PdfBitmap) -> tuple[int, int, bytes]:
    """Return a bitmap's pixels without what fills up its rows."""
    row = bitmap.width * _COLOURS
    data = bytes(bitmap.buffer)
    rows = [data[at : at + row] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)]
    return bitmap.width, bitmap.height, b"".join(rows)
