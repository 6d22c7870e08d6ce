"""The pages of a PDF as pypdf reads them, and what stands over the end of one."""

import re
from collections.abc import Iterable, Iterator

from pypdf import PdfReader

from viewer.export.leaks.places import Reading
from viewer.export.progress import Progress, report

#: So many lines at the end of a page are read together with as many of the next one.
_LINES = 6
_DIGITS = re.compile(r"\d+")


def by_pypdf(reader: PdfReader, progress: Progress | None) -> Iterator[Reading]:
    """Yield the text of each page, drawn or not; raises `Cancelled`."""
    texts = (page.extract_text() for page in reader.pages)
    yield from pages(texts, len(reader.pages), progress)


def pages(texts: Iterable[str], total: int, progress: Progress | None) -> Iterator[Reading]:
    """Yield the pages, and each page's end with the beginning of the next one."""
    before: list[str] = []
    for number, text in enumerate(texts, start=1):
        yield Reading("page", str(number), text)
        lines = text.splitlines()
        if before:
            yield Reading("page", f"{number - 1} and {number}", _seam(before, lines))
        before = lines
        report(progress, number, total)


def _seam(before: list[str], after: list[str]) -> str:
    """What both pages say, but for their numbers, is the head and the foot of the page."""
    furniture = {*map(_without_numbers, before)} & {*map(_without_numbers, after)}
    ends, begins = (
        [line for line in lines if _without_numbers(line) not in furniture]
        for lines in (before, after)
    )
    return "\n".join([*ends[-_LINES:], *begins[:_LINES]])


def _without_numbers(line: str) -> str:
    return _DIGITS.sub("", line).strip()
