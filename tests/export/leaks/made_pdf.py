"""PDFs made by hand, each with a name in one place only."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from viewer.export.pdf import fonts


def drawn(path: Path, *pages: Callable[[Any], None]) -> None:
    """Draw pages with the report's font."""
    fonts.load()
    canvas = Canvas(str(path), invariant=1)
    for page in pages:
        canvas.setFont(fonts.REGULAR, 12)
        page(canvas)
        canvas.showPage()
    canvas.save()


def lines(*texts: str, x: float = 72, mode: int = 0) -> Callable[[Any], None]:
    """Draw lines of text from the top."""

    def draw(canvas: Any) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, 760 - 20 * number, text, mode=mode)

    return draw


def changed(path: Path, change: Callable[[PdfWriter], None]) -> None:
    """Write a page about nobody, and then change the file."""
    drawn(path, lines("Nobody is named here."))
    writer = PdfWriter(clone_from=path)
    change(writer)
    writer.write(path)


def named(**values: Any) -> DictionaryObject:
    """A dictionary of PDF: text becomes a string, what begins with a stroke a name."""
    return DictionaryObject({NameObject(f"/{key}"): value(said) for key, said in values.items()})


def value(said: Any) -> Any:
    if isinstance(said, str):
        return NameObject(said) if said.startswith("/") else TextStringObject(said)
    if isinstance(said, list):
        return ArrayObject([value(one) for one in said])
    return NumberObject(said) if isinstance(said, int) else said


def stream(data: bytes, **values: Any) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.update(named(**values))
    made.set_data(data)
    return made
