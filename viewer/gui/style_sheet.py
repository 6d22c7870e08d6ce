"""The style sheet of the window: small, and only of colours, corners and distances.

Widgets ask for a look by a dynamic property: `look` = heading, subheading, quiet, problem, card,
primary, link, page. Colours and sizes come from `theme`.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from viewer import resources

if TYPE_CHECKING:
    from viewer.gui.theme import Colours

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }

QLabel[look="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[look="subheading"] { font-size: ${subheading}pt; font-weight: 600; }
QLabel[look="quiet"] { color: $quiet; }
QLabel[look="problem"] { color: $problem; font-weight: 500; }
QLabel[look="hint"] { background: $text; color: $base; border-radius: 6px; padding: 6px 12px; }
QLabel[look="number"] { font-size: ${number}pt; font-weight: 600; }

QMenuBar { background: $window; padding: 2px 4px; }
/* Vazirmatn underlines far below: a mnemonic's line would not touch its letter. */
QMenuBar, QMenu { font-family: "Noto Sans"; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $base; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line;
    spacing: 4px; padding: 5px 8px; }
QToolBar[look="preview"] { background: #f0b429; border: none; padding: 4px 8px; }
QToolBar[look="preview"] QComboBox, QToolBar[look="preview"] QPushButton { background: $base; }
QLabel[look="banner"] { color: #201800; font-weight: 500; }
QLabel[look="banner mark"] { color: #f0b429; background: #201800; border-radius: 5px;
    padding: 3px 9px; font-weight: 600; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selected; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QPushButton { background: $base; border: 1px solid $line; border-radius: 6px;
    padding: 5px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; }
QPushButton:default, QPushButton[look="primary"] { background: $accent; color: $on_accent;
    border-color: $accent; font-weight: 500; }
QPushButton:default:disabled, QPushButton[look="primary"]:disabled { background: $window;
    color: $disabled; border-color: $line; }
QPushButton:default:focus, QPushButton[look="primary"]:focus { border: 2px solid $quiet; }
QPushButton[look="danger"] { background: #b3261e; color: #ffffff; border-color: #b3261e;
    font-weight: 500; }
QPushButton[look="danger"]:disabled { background: $window; color: $disabled; border-color: $line; }
QPushButton[look="danger"]:focus { border: 2px solid $quiet; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent;
    color: $accent; padding: 3px 6px; text-align: left; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border-color: $accent; }
QPushButton[look="card"] { background: $base; border: 1px solid $line; border-radius: 10px;
    text-align: left; }
QPushButton[look="card"]:hover { background: $raised; border-color: $accent; }
QPushButton[look="card"]:focus { border-color: $accent; }

QLineEdit { background: $base; border: 1px solid $line; border-radius: 6px; padding: 4px 5px;
    selection-background-color: $selected; selection-color: $text; }
QLineEdit:focus { border-color: $accent; }
QLineEdit:disabled, QLineEdit:read-only { background: $window; }

QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked,
QListWidget::indicator:unchecked { background: $base;
    border: 1px solid $quiet; width: 12px; height: 12px; }
QCheckBox::indicator:unchecked, QListWidget::indicator:unchecked { border-radius: 3px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: $accent;
    border: 1px solid $accent; border-radius: 3px; width: 12px; height: 12px;
    image: url("$check"); }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QRadioButton::indicator:unchecked { border-radius: 7px; }
QRadioButton::indicator:checked { background: $base; border: 4px solid $accent;
    border-radius: 7px; width: 6px; height: 6px; }
QComboBox { background: $base; border: 1px solid $line; border-radius: 6px; padding: 4px 8px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; margin-right: 8px;
    border-left: 4px solid $base; border-right: 4px solid $base; border-top: 5px solid $quiet; }
QComboBox:focus, QTextEdit:focus { border-color: $accent; }
QComboBox:disabled { background: $window; color: $disabled; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $line;
    selection-background-color: $selected; selection-color: $text; padding: 3px; }
QTextEdit { background: $base; border: 1px solid $line; border-radius: 6px; padding: 2px 3px; }
QTextEdit:read-only { background: $window; }

QFrame[look="card"] { background: $base; border: 1px solid $line; border-radius: 10px; }
QFrame[look="popup"] { background: $base; border: 1px solid $line; border-radius: 8px; }
QWidget[look="badge"] { background: $selected; border: 1px solid $accent; border-radius: 6px; }
QWidget[look="page"] { background: $window; }
QScrollArea[look="page"] { background: $window; border: none; }

QTableView, QListView, QTreeView { background: $base; border: none; outline: none; }
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $selected; color: $text; }
QListView[look="choices"], QTreeView[look="choices"] { border: 1px solid $quiet; }
QListView::item:hover:!selected { background: $hover; }
QListView[look="browse"] { background: $window; padding: 6px; }
QListView[look="browse"]::item { border-radius: 6px; padding: 5px 6px; }
QHeaderView { background: $base; border: none; }
QHeaderView::section { background: $base; color: $quiet; border: none;
    border-bottom: 1px solid $line; padding: 5px 11px; font-weight: 500; }
QHeaderView::section:hover { color: $text; background: $hover; }

QWidget[look="dock"] { background: $window; border-bottom: 1px solid $line; }
QWidget[look="bar"] { background: $window; border-top: 1px solid $line; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $quiet; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $quiet; padding: 2px 6px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colours: Colours, points: float) -> str:
    """Return the sheet in given colours; `points` is the usual size of text."""
    values = {name: getattr(colours, name) for name in colours.__slots__}
    sizes = {"heading": 1.7, "subheading": 1.15, "number": 1.6}
    # A style sheet cannot draw a check mark in a colour of the palette.
    check = "white" if colours.on_accent == "#ffffff" else "black"
    values["check"] = resources.path("style", f"check_{check}.svg").as_posix()
    values |= {name: f"{points * factor:.1f}" for name, factor in sizes.items()}
    return _SHEET.substitute(values)
