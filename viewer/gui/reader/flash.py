"""The short glow that shows where a passage is."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

_MILLISECONDS = 1400


class Flash(QObject):
    """Tells how strong the glow is, from 1 down to 0."""

    glowed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.valueChanged.connect(lambda value: self.glowed.emit(value))

    @property
    def is_on(self) -> bool:
        """Whether it glows at present."""
        return self._animation.state() == QVariantAnimation.State.Running

    def begin(self) -> None:
        """Glow, from the beginning."""
        self._animation.stop()
        self.glowed.emit(1.0)
        self._animation.start()

    def stop(self) -> None:
        """Glow no more."""
        self._animation.stop()
        self.glowed.emit(0.0)
