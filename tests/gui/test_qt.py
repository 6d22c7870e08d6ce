"""Qt itself, as far as the program leans on it."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from viewer import resources
from viewer.domain.records import KINDS
from viewer.gui.icons import KIND_ICONS, icon
from viewer.gui.kinds import OVERVIEW
from viewer.gui.theme import DARK, LIGHT, Theme, palette_of

MANY_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject
app = QCoreApplication([])
it = QObject()
for number in range(20_000):
    it.setObjectName("x")
print("alive")
"""


def test_twenty_thousand_void_calls_are_survived() -> None:
    command = [sys.executable, "-c", MANY_CALLS]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "alive\n")


def test_the_bundled_font_is_used(theme: Theme, qapp: QApplication) -> None:
    assert qapp.font().family() == "Vazirmatn"


def test_every_kind_has_an_icon_of_its_own_file() -> None:
    assert KIND_ICONS.keys() == {OVERVIEW, *KINDS}
    for name in KIND_ICONS.values():
        assert resources.path("icons", f"{name}.svg").is_file()


def test_icons_take_the_colour_of_the_text(theme: Theme, qapp: QApplication) -> None:
    def inks(mode: QIcon.Mode) -> set[str]:
        image = icon("person").pixmap(32, mode).toImage()
        pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
        return {colour.name() for colour in pixels if colour.alpha() == 255}

    for colours in (LIGHT, DARK):
        qapp.setPalette(palette_of(colours))
        assert colours.text in inks(QIcon.Mode.Normal)
        assert colours.disabled in inks(QIcon.Mode.Disabled)


def test_an_icon_without_room_draws_nothing_and_warns_of_nothing(qapp: QApplication) -> None:
    assert icon("person").pixmap(QSize(0, 0)).isNull()


@pytest.mark.parametrize("is_checked", [True, False])
def test_a_box_to_check_is_seen_on_dark_ground(
    theme: Theme, qtbot: QtBot, is_checked: bool
) -> None:
    theme.set_appearance("dark")
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(is_checked)
    image = box.grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    seen = {colour.name() for colour in pixels}
    assert (DARK.accent if is_checked else DARK.quiet) in seen
    assert (DARK.on_accent in seen) is is_checked


def test_text_size_and_appearance_are_remembered(theme: Theme, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    theme.step_text_size(1)
    assert qapp.font().pointSizeF() > usual
    theme.step_text_size(0)
    assert qapp.font().pointSizeF() == usual
    for appearance, colours in (("dark", DARK), ("light", LIGHT)):
        theme.set_appearance(appearance)
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == colours.window


def test_text_is_read_against_its_ground() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    for c in (LIGHT, DARK):
        for ground in (c.window, c.base, c.raised, c.selected, c.hover):
            assert contrast(c.text, ground) >= 7
        for ground in (c.window, c.base):
            assert contrast(c.quiet, ground) >= 4.5
            assert contrast(c.accent, ground) >= 4.5
            assert contrast(c.problem, ground) >= 4.5
        assert contrast(c.on_accent, c.accent) >= 4.5
