"""Pages of which one is shown: no other asks for room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A stack that is as small as the page that is shown may be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gives_way = False
        self.currentChanged.connect(lambda: self.give_way(False))

    def give_way(self, gives_way: bool = True) -> None:
        """Ask for no room until another page is shown."""
        self._gives_way = gives_way
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the least room of the page that is shown."""
        page = self.currentWidget()
        if page is None or self._gives_way:
            return QSize(0, 0)
        return page.minimumSizeHint().expandedTo(page.minimumSize())
