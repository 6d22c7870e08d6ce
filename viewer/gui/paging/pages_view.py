"""The pages of a PDF, one below the other. Only those in view are drawn.

PDFium draws them through pypdfium2: QtPdf is a wheel of its own, and there is none for the Qt
that Python 3.11 needs.
"""

from bisect import bisect_right

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from viewer.gui.paging.sheets import ApartSheets, OwnSheets, Sheets
from viewer.gui.theme import colours

_GAP = 14
#: Device-independent pixels to a point at 100 %.
_SCALE = 96 / 72
_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
#: Drawn pages that are kept.
_KEPT = 8


class PagesView(QAbstractScrollArea):
    """Shows a PDF that is held in memory, to the width of the view or at a zoom."""

    zoom_changed = Signal()
    #: There are pages to show now.
    arrived = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._sizes: list[tuple[float, float]] = []
        self._tops: list[int] = []
        self._images: dict[tuple[int, int], QImage] = {}
        #: None fits the width.
        self._zoom: float | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Preview of the pages")
        self.setMinimumSize(240, 240)
        self.verticalScrollBar().setSingleStep(40)

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self._sizes)

    @property
    def current_page(self) -> int:
        """The number of the page in the middle of the view, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return bisect_right(self._tops, middle)

    @property
    def scale(self) -> float:
        """The size at which pages are shown: 1 is that of the paper."""
        if self._zoom is not None or not self._sizes:
            return self._zoom or 1.0
        widest = max(width for width, _ in self._sizes)
        return max((self.viewport().width() - 2 * _GAP) / (widest * _SCALE), 0.1)

    def set_pdf(self, data: bytes) -> None:
        """Show a PDF that this program wrote, and stay at the place where one was."""
        self._forget()
        self._sheets = OwnSheets(data)
        self._begin()

    def set_sheets(self, sheets: ApartSheets) -> None:
        """Show the pages of a stranger's PDF as they come in, from the first one on."""
        self._forget()
        self._arrange()
        self._sheets = sheets
        sheets.measured.connect(self._begin)
        sheets.drawn.connect(self._take)
        sheets.start()

    def _begin(self) -> None:
        if self._sheets is not None:
            self._sizes = self._sheets.sizes
            self._arrange()
            self.arrived.emit()

    def _take(self, number: int, pixels: int, image: QImage) -> None:
        self._keep(number, pixels, image)
        self.viewport().update()

    def show_page(self, number: int) -> None:
        """Bring the top of a page to the top of the view; the first is 1."""
        if 1 <= number <= self.page_count:
            self.verticalScrollBar().setValue(self._tops[number - 1] - _GAP // 2)

    def clear(self) -> None:
        """Show nothing."""
        self._forget()
        self._arrange()

    def fit_width(self) -> None:
        """Show pages as wide as the view."""
        self._set_zoom(None)

    def zoom(self, step: int) -> None:
        """Show pages larger (1) or smaller (-1)."""
        now = self.scale
        if step > 0:
            self._set_zoom(next((z for z in _ZOOMS if z > now * 1.01), _ZOOMS[-1]))
        else:
            self._set_zoom(next((z for z in reversed(_ZOOMS) if z < now / 1.01), _ZOOMS[0]))

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._arrange()
        self.zoom_changed.emit()

    def _forget(self) -> None:
        if self._sheets is not None:
            self._sheets.close()
        self._sheets, self._sizes = None, []
        self._images.clear()

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        y, self._tops = _GAP, []
        for number in range(len(self._sizes)):
            self._tops.append(y)
            y += self._size(number).height() + _GAP
        widest = max((self._size(n).width() for n in range(len(self._sizes))), default=0)
        view = self.viewport()
        bar.setRange(0, max(0, y - view.height()))
        bar.setPageStep(view.height())
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, widest + 2 * _GAP - view.width()))
        across.setPageStep(view.width())
        bar.setValue(round(place * bar.maximum()))
        view.update()

    def _size(self, number: int) -> QSize:
        width, height = self._sizes[number]
        return QSize(round(width * _SCALE * self.scale), round(height * _SCALE * self.scale))

    def _rect(self, number: int) -> QRect:
        size = self._size(number)
        x = (self.viewport().width() - size.width()) // 2
        x = max(x, _GAP) - self.horizontalScrollBar().value()
        return QRect(x, self._tops[number] - self.verticalScrollBar().value(), *size.toTuple())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view."""
        painter = QPainter(self.viewport())
        shades = colours(self.palette())
        painter.fillRect(event.rect(), QColor(shades.hover))
        for number in range(len(self._sizes)):
            rect = self._rect(number)
            if rect.bottom() >= 0 and rect.top() <= self.viewport().height():
                self._draw(painter, number, rect)
                painter.setPen(QColor(shades.line))
                painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _draw(self, painter: QPainter, number: int, rect: QRect) -> None:
        image = self._image(number, rect.width())
        if image is not None and not image.isNull():
            painter.drawImage(rect, image)
            return
        words = f"Page {number + 1}…" if image is None else f"Page {number + 1} cannot be drawn."
        painter.fillRect(rect, Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.gray)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _image(self, number: int, width: int) -> QImage | None:
        pixels = round(width * self.devicePixelRatioF())
        if (number, pixels) not in self._images and self._sheets is not None:
            image = self._sheets.image(number, pixels)
            if image is None:
                return None
            self._keep(number, pixels, image)
        return self._images[number, pixels]

    def _keep(self, number: int, pixels: int, image: QImage) -> None:
        while len(self._images) >= _KEPT:
            del self._images[next(iter(self._images))]
        self._images[number, pixels] = image
