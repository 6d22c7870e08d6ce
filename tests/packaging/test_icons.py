"""The icons are one set: one grid, one stroke, one colour that the window chooses."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from viewer import resources

APP_ICON = "casefile"
ICONS = {path.stem: path for path in sorted(resources.path("icons").glob("*.svg"))}
SET = [name for name in ICONS if name != APP_ICON]
GRID = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


def drawn(path: Path, size: int, colour: str = "#102030") -> QImage:
    renderer = QSvgRenderer(QByteArray(path.read_bytes().replace(b"currentColor", colour.encode())))
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    size = range(image.width())
    return [(x, y) for x in size for y in size if image.pixelColor(x, y).alpha() > 40]


@pytest.mark.parametrize("name", SET)
def test_an_icon_keeps_to_the_grid(name: str) -> None:
    root = ElementTree.parse(ICONS[name]).getroot()
    assert {key: root.get(key) for key in GRID} == GRID
    assert all(
        set(shape.attrib) <= set("dxyr") | {"cx", "cy", "rx", "width", "height"} for shape in root
    )


@pytest.mark.parametrize("name", SET)
def test_an_icon_fills_its_place_without_touching_the_edge(name: str) -> None:
    points = inked(drawn(ICONS[name], 48))
    columns, rows = zip(*points, strict=True)
    assert min(columns + rows) >= 1
    assert max(columns + rows) <= 46
    assert max(max(columns) - min(columns), max(rows) - min(rows)) >= 28


def test_no_two_icons_look_the_same() -> None:
    assert len({bytes(drawn(ICONS[name], 16).constBits()) for name in ICONS}) == len(ICONS)


def test_the_window_chooses_the_colour() -> None:
    image = drawn(ICONS["person"], 48, "#ff0000")
    assert {image.pixelColor(*point).green() for point in inked(image)} == {0}


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_programs_icon_shows_its_highlight_at_every_size(size: int) -> None:
    image = drawn(ICONS[APP_ICON], size)
    colours = [image.pixelColor(*point) for point in inked(image)]
    highlighted = [c for c in colours if c.red() > 220 and c.green() > 150 and c.blue() < 120]
    assert len(highlighted) >= size * size / 60
