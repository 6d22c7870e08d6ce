"""Above pages: which one is seen, how large, and the buttons for larger and smaller."""

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.gui.icons import icon
from viewer.gui.labels import label
from viewer.gui.paging.pages_view import PagesView


class PageBar(QWidget):
    """Says where a `PagesView` is, and lets it zoom while it is shown."""

    def __init__(self, pages: PagesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._place = label("", "quiet")
        self._zooms: list[QToolButton] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self._place, 1)
        self._add_zooms()
        pages.zoom_changed.connect(self.say_place)
        pages.verticalScrollBar().valueChanged.connect(self.say_place)

    def _add_zooms(self) -> None:
        for name, words, deed in (
            ("zoom_out", "Smaller", lambda: self._pages.zoom(-1)),
            ("zoom_in", "Larger", lambda: self._pages.zoom(1)),
            ("zoom_fit", "Fit the width", self._pages.fit_width),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(deed)
            self.row.addWidget(button)
            self._zooms.append(button)

    def allow_zoom(self, allowed: bool) -> None:
        """Offer the buttons only while there are pages to be seen."""
        for button in self._zooms:
            button.setEnabled(allowed)

    def say_place(self) -> None:
        """Say which page is seen; nothing where there are none."""
        pages = self._pages
        words = f"Page {pages.current_page} of {pages.page_count} · {pages.scale:.0%}"
        self._place.setText(words if pages.page_count else "")

    def clear(self) -> None:
        """Say nothing."""
        self._place.setText("")
