"""Where the pictures of pages come from: our own PDF here, a stranger's from a process apart."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from viewer.errors import Cancelled, UnreadableSource
from viewer.gui.job import Job

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
    """A stranger's PDF: measured and drawn in a process apart, one page after the other.

    Each page is a job of its own, so that no thread waits for wishes.
    """

    #: The sizes of the pages are known.
    measured = Signal()
    #: The number of a page, its pixels across, and the `QImage`; a null one cannot be drawn.
    drawn = Signal(int, int, object)
    #: A sentence: the PDF cannot be shown.
    refused = Signal(str)
    #: A job ended by our own bug; no more is drawn.
    broke = Signal()

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sizes: list[tuple[float, float]] = []
        self._data = data
        self._waiting: list[tuple[int, int]] = []
        #: The one at work. What another brings was meant for somebody who is gone.
        self._job: Job | None = None

    def start(self) -> None:
        """Begin to measure, then to draw what is asked for."""
        job = _Measuring(self._data)
        job.measured.connect(self._on_measured)
        job.refused.connect(self._on_refused)
        self._begin(job)

    def image(self, number: int, pixels: int) -> None:
        """Ask for a page; `drawn` brings it."""
        if (number, pixels) not in self._waiting:
            self._waiting = [*self._waiting[1 - _MOST_WAITING :], (number, pixels)]
            self._go_on()

    def close(self) -> None:
        """Stop drawing, also in the middle of a page, and let the PDF go."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._waiting, self._data = None, [], b""
        self.deleteLater()

    def _begin(self, job: Job) -> None:
        # Without a parent: it may outlive the window.
        self._job = job
        job.broke.connect(partial(self._on_broken, job))
        job.start()

    def _go_on(self) -> None:
        """Draw the page that was asked for last, unless another is being drawn."""
        if self._job is None and self._waiting:
            job = _Drawing(self._data, *self._waiting[-1])
            job.drawn.connect(self._on_drawn)
            self._begin(job)

    def _on_measured(self, job: Job, sizes: list[tuple[float, float]]) -> None:
        if job is self._job:
            self._job, self.sizes = None, sizes
            self.measured.emit()

    def _on_drawn(self, job: _Drawing, image: QImage) -> None:
        if job is self._job:
            self._job = None
            self._waiting = [each for each in self._waiting if each != job.wanted]
            self.drawn.emit(*job.wanted, image)
            self._go_on()

    def _on_refused(self, job: Job, sentence: str) -> None:
        if job is self._job:
            self.refused.emit(sentence)

    def _on_broken(self, job: Job) -> None:
        if isValid(self) and job is self._job:
            self.broke.emit()


class _Measuring(Job):
    #: The job, and the sizes of the pages in points.
    measured = Signal(object, object)
    #: The job, and a sentence for the user.
    refused = Signal(object, str)

    def __init__(self, data: bytes) -> None:
        super().__init__("measuring pages")
        self._data = data

    def _work(self) -> None:
        from viewer.sources.drawing import page_sizes

        try:
            sizes = page_sizes(self._data, cancelled=self._cancelled.is_set)
        except Cancelled:
            return
        except UnreadableSource as error:
            self.refused.emit(self, str(error))
        else:
            self.measured.emit(self, sizes)


class _Drawing(Job):
    #: The job, and the `QImage`.
    drawn = Signal(object, object)

    def __init__(self, data: bytes, number: int, pixels: int) -> None:
        super().__init__("drawing a page")
        self._data = data
        #: The number of the page, from 0, and the pixels across.
        self.wanted = number, pixels

    def _work(self) -> None:
        try:
            self.drawn.emit(self, self._image())
        except Cancelled:
            return
        except UnreadableSource:
            self.drawn.emit(self, QImage())

    def _image(self) -> QImage:
        from viewer.sources.drawing import draw_page

        number, pixels = self.wanted
        is_cancelled = self._cancelled.is_set
        width, height, data = draw_page(self._data, number + 1, pixels, cancelled=is_cancelled)
        shape = (width, height, width * 3)
        return QImage(data, *shape, QImage.Format.Format_RGB888).copy()
