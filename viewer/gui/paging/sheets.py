"""Where the pictures of pages come from: our own PDF here, a stranger's from a process apart."""

from __future__ import annotations

from threading import Condition, Event, Thread
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from viewer.errors import CasefileError, UnreadableSource

#: Pages that are kept waiting; of more, those asked for first are no longer in view.
_MOST_WAITING = 6


class Sheets(Protocol):
    """The pages of a PDF; sizes are in points."""

    sizes: list[tuple[float, float]]

    def image(self, number: int, pixels: int) -> QImage | None:
        """Return a page drawn so many pixels wide; None while it is still being drawn."""

    def close(self) -> None:
        """Let everything go."""


class OwnSheets:
    """A PDF that this program wrote, held in memory and drawn by PDFium in this process."""

    def __init__(self, data: bytes) -> None:
        # Late: it loads a library of its own.
        import pypdfium2

        self._pdf: Any = pypdfium2.PdfDocument(data)
        self.sizes = [self._pdf.get_page_size(number) for number in range(len(self._pdf))]

    def image(self, number: int, pixels: int) -> QImage:
        """Return a page drawn so many pixels wide."""
        page = self._pdf[number]
        bitmap = page.render(scale=pixels / page.get_width(), prefer_bgrx=True)
        shape = (bitmap.width, bitmap.height, bitmap.stride)
        image = QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        return image

    def close(self) -> None:
        """Let the PDF go."""
        self._pdf.close()


class ApartSheets(QObject):
    """A stranger's PDF: measured and drawn in a process apart, one page after the other."""

    #: The sizes of the pages are known.
    measured = Signal()
    #: The number of a page, its pixels across, and the `QImage`; a null one cannot be drawn.
    drawn = Signal(int, int, object)
    #: A sentence: the PDF cannot be shown.
    refused = Signal(str)
    #: An exception that is our own bug.
    broke = Signal(object)

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sizes: list[tuple[float, float]] = []
        self._data = data
        self._waiting: list[tuple[int, int]] = []
        self._closed = Event()
        self._something = Condition()
        self._thread = Thread(target=self._run, name="drawing pages", daemon=True)

    def start(self) -> None:
        """Begin to measure, then to draw what is asked for."""
        self._thread.start()

    def image(self, number: int, pixels: int) -> None:
        """Ask for a page; `drawn` brings it."""
        with self._something:
            if (number, pixels) not in self._waiting:
                self._waiting = [*self._waiting[1 - _MOST_WAITING :], (number, pixels)]
                self._something.notify()

    def close(self) -> None:
        """Stop drawing, also in the middle of a page."""
        self._closed.set()
        with self._something:
            self._something.notify()

    def _run(self) -> None:
        from viewer.sources.drawing import page_sizes

        try:
            self.sizes = page_sizes(self._data, cancelled=self._closed.is_set)
            if self._closed.is_set():
                return
            self.measured.emit()
            while (wanted := self._next()) is not None:
                self._draw(*wanted)
        except CasefileError as error:
            if not self._closed.is_set():
                self.refused.emit(str(error))
        except RuntimeError:
            # Whoever asked is gone, and Qt with it.
            return
        except Exception as error:
            self.broke.emit(error)

    def _next(self) -> tuple[int, int] | None:
        """Wait for a page that is wanted, the last one first; None when nothing is any more."""
        with self._something:
            self._something.wait_for(lambda: bool(self._waiting) or self._closed.is_set())
            return None if self._closed.is_set() else self._waiting[-1]

    def _draw(self, number: int, pixels: int) -> None:
        from viewer.sources.drawing import draw_page

        try:
            drawn = draw_page(self._data, number + 1, pixels, cancelled=self._closed.is_set)
        except UnreadableSource:
            self._answer(number, pixels, QImage())
        else:
            width, height, data = drawn
            shape = (width, height, width * 3)
            self._answer(number, pixels, QImage(data, *shape, QImage.Format.Format_RGB888).copy())

    def _answer(self, number: int, pixels: int, image: QImage) -> None:
        with self._something:
            self._waiting = [each for each in self._waiting if each != (number, pixels)]
        if not self._closed.is_set():
            self.drawn.emit(number, pixels, image)
