"""A PDF read back by two libraries that share no code, and by its bare bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader

from viewer.export.leaks.places import Reading
from viewer.export.progress import Progress, report


def readings(path: Path, progress: Progress | None = None) -> Iterator[Reading]:
    """Yield the texts of a PDF; raises `Cancelled`."""
    reader = PdfReader(path)
    total = 2 * len(reader.pages)
    done = 0
    before = ""
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        yield Reading("page", str(number), before + text)
        before = f"{text[-200:]}\n"
        report(progress, done := done + 1, total)
    yield from (Reading("bookmark", "", title) for title in _titles(reader.outline))
    yield from (
        Reading("metadata", key, str(said)) for key, said in (reader.metadata or {}).items()
    )
    document = pypdfium2.PdfDocument(path)
    try:
        before = ""
        for number in range(len(document)):
            text = document[number].get_textpage().get_text_range()
            yield Reading("page", str(number + 1), before + text)
            before = f"{text[-200:]}\n"
            report(progress, done := done + 1, total)
        for item in document.get_toc():
            yield Reading("bookmark", "", item.get_title())
    finally:
        document.close()


def _titles(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)
