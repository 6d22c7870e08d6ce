"""Dialogs that are as high as their words need."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Fitting(QObject):
    """Gives a dialog the height that its lines need in its width, whenever they change.

    Qt knows that words break in a narrow window, but makes no window higher for it.
    """

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the layout asks for, once the dialog itself has heard of it."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout, dialog = self._dialog.layout(), self._dialog
        if layout is not None:
            dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))
