"""Choosing the colour of an annotation by what it means, with its sign."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from viewer.domain.annotations import meaning
from viewer.domain.vocabularies import vocabulary
from viewer.gui.reader.signs import draw_sign
from viewer.gui.wrapping import WrappingLayout, be_as_high_as_needed

_ICON = 16
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def colour_icon(code: str, widget: QWidget) -> QIcon:
    """Return the sign of a colour, for the ground of a widget."""
    scale = widget.devicePixelRatioF()
    pixmap = QPixmap(QSize(_ICON, _ICON) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_sign(painter, QPointF(_ICON / 2, _ICON / 2), code, widget.palette())
    painter.end()
    return QIcon(pixmap)


class ColourChoice(QWidget):
    """One button for each colour; the arrow keys go between them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = WrappingLayout(self)
        for term in vocabulary("colour"):
            self.buttons[term.code] = self._button(term.code, term.label)
            layout.addWidget(self.buttons[term.code])
        be_as_high_as_needed(self)
        self._group.buttonClicked.connect(self._choose)
        self.setAccessibleName("Colour")
        self.set_value(vocabulary("colour").codes[0])

    def _button(self, code: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(colour_icon(code, self))
        button.setText(meaning(code).capitalize())
        button.setAccessibleName(f"Colour: {label}")
        button.setToolTip(label)
        button.installEventFilter(self)
        self._group.addButton(button)
        return button

    @property
    def value(self) -> str:
        """The code of the chosen colour."""
        return next(code for code, button in self.buttons.items() if button.isChecked())

    def set_value(self, code: str) -> None:
        """Choose a colour."""
        self.buttons[code].setChecked(True)
        self._let_tab_in()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Go to the next or the previous colour."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        codes = list(self.buttons)
        code = codes[(codes.index(self.value) + step) % len(codes)]
        self.set_value(code)
        self.buttons[code].setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
        return True

    def _choose(self) -> None:
        self._let_tab_in()
        self.changed.emit()

    def _let_tab_in(self) -> None:
        """Let Tab stop at the chosen colour alone."""
        for code, button in self.buttons.items():
            chosen = code == self.value
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.setFocusProxy(self.buttons[self.value])
