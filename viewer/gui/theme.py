"""How the window looks: two palettes of our own, light and dark, and one small style sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from viewer import resources
from viewer.gui.settings import TEXT_SIZES, Settings
from viewer.gui.style_sheet import style_sheet

#: The second one has the letters that the first one lacks: Cyrillic, Greek, transliteration.
FONTS = ("Vazirmatn", "Noto Sans")
_FONT_FILES = (
    "Vazirmatn-Regular.ttf",
    "Vazirmatn-Medium.ttf",
    "Vazirmatn-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
)
_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Colours:
    """What the palettes and the style sheet are made of, as `#rrggbb`."""

    window: str
    base: str
    raised: str
    line: str
    text: str
    quiet: str
    disabled: str
    problem: str
    accent: str
    on_accent: str
    selected: str
    hover: str


LIGHT = Colours(
    window="#f4f5f6",
    base="#ffffff",
    raised="#fbfcfc",
    line="#d9dee1",
    text="#1d2427",
    quiet="#5c686d",
    disabled="#a3acb0",
    problem="#b8382e",
    accent="#1f7286",
    on_accent="#ffffff",
    selected="#d5e9ee",
    hover="#e9eef0",
)
DARK = Colours(
    window="#1b1f21",
    base="#222729",
    raised="#282e31",
    line="#394145",
    text="#e6eaec",
    quiet="#9eaab0",
    disabled="#667177",
    problem="#ef7d74",
    accent="#56b3c8",
    on_accent="#0c1f24",
    selected="#21505c",
    hover="#30373a",
)


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette has light text on dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with a widget's palette."""
    return DARK if is_dark(palette) else LIGHT


class Theme(QObject):
    """Applies appearance and text size to the whole application, as the settings ask."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._system_palette = application.palette()
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def appearance(self) -> str:
        """What the user chose: "system", "light" or "dark"."""
        return self._settings.appearance

    def set_appearance(self, appearance: str) -> None:
        """Choose "system", "light" or "dark"."""
        self._settings.appearance = appearance
        self.apply()

    def step_text_size(self, step: int) -> None:
        """Make all text larger (1), smaller (-1) or as usual (0)."""
        at = TEXT_SIZES.index(self._settings.text_size if step else 100) + step
        self._settings.text_size = TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)]
        self.apply()

    def apply(self) -> None:
        """Show the application as the settings say."""
        scheme = DARK if self._wants_dark() else LIGHT
        points = _POINTS * self._settings.text_size / 100
        font = QFont(list(FONTS))
        font.setPointSizeF(points)
        self._application.setPalette(palette_of(scheme))
        self._application.setFont(font)
        self._application.setStyleSheet(style_sheet(scheme, points))

    def _wants_dark(self) -> bool:
        wish = self._settings.appearance
        if wish != "system":
            return wish == "dark"
        scheme = self._application.styleHints().colorScheme()
        if scheme != Qt.ColorScheme.Unknown:
            return scheme == Qt.ColorScheme.Dark
        return is_dark(self._system_palette)


def palette_of(scheme: Colours) -> QPalette:
    """Return the palette that is made of a set of colours."""
    role = QPalette.ColorRole
    palette = QPalette()
    for colour, roles in (
        (scheme.window, (role.Window,)),
        (scheme.base, (role.Base, role.ToolTipBase)),
        (scheme.raised, (role.Button, role.AlternateBase)),
        (scheme.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (scheme.quiet, (role.PlaceholderText,)),
        (scheme.accent, (role.Link, role.LinkVisited, role.Accent)),
        (scheme.selected, (role.Highlight,)),
        (scheme.text, (role.HighlightedText,)),
        (scheme.on_accent, (role.BrightText,)),
        (scheme.line, (role.Mid, role.Midlight, role.Dark)),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(scheme.disabled))
    return palette
