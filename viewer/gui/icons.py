"""The icons of `resources/icons`, drawn in the colour of the text they stand beside."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from viewer import resources

#: The icon of each kind of record, and of the overview.
KIND_ICONS = {
    "overview": "overview",
    "case": "folder",
    "document": "document",
    "passage": "passage",
    "person": "person",
    "name": "person",
    "place": "place",
    "event": "event",
    "involvement": "group",
    "relationship": "relationship",
    "event_link": "link",
    "quote": "quote",
    "figure": "figure",
    "evidence": "evidence",
    "annotation": "annotation",
    "tag": "tag",
    "tagging": "tag",
    "distinction": "similar",
    "saved_filter": "filter",
    "rejection": "close",
    "audience": "audience",
    "decision": "protection",
    "export": "export",
}


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QIcon:
    """Return an icon that follows the palette: light and dark, enabled and disabled."""
    return QIcon(_Engine(name, role))


def kind_icon(kind: str) -> QIcon:
    """Return the icon of a kind of record."""
    return icon(KIND_ICONS[kind])


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resources.path("icons", "casefile.svg")))


def draw(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon in one colour, as sharp as the painter's device is."""
    _renderer(name, colour.name()).render(painter, rect)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


class _Engine(QIconEngine):
    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002
    ) -> None:
        draw(painter, QRectF(rect), self._name, _colour(mode, self._role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # asked for by a widget that was squeezed to nothing
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(pixmap.rect()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def _colour(mode: QIcon.Mode, role: QPalette.ColorRole) -> QColor:
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    if mode == QIcon.Mode.Selected:
        return palette.color(QPalette.ColorRole.HighlightedText)
    return palette.color(role)
