"""The live preview: the pages as they would be written now."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from viewer.gui.exporting.jobs import ExportJob, Order, Preview
from viewer.gui.exporting.pages_view import PagesView
from viewer.gui.icons import icon
from viewer.gui.labels import label

#: Milliseconds without a further choice after which the preview is made.
_PATIENCE = 250


class PreviewPane(QWidget):
    """Makes the preview again, in a thread, whenever the order changes."""

    #: A `Preview` is shown.
    ready = Signal(object)
    #: It cannot be made as ordered; a sentence says why.
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        #: The last one works for the present order; those before it are ending.
        self._jobs: list[ExportJob] = []
        self.pages = PagesView()
        self.message = label("", "")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(40, 0, 40, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        self._stack.addWidget(self.pages)
        self._place = label("", "quiet")
        self._zooms: list[QToolButton] = []
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._wait.timeout.connect(self._begin)
        self._lay_out()
        self.pages.zoom_changed.connect(self._say_place)
        self.pages.verticalScrollBar().valueChanged.connect(self._say_place)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._place, 1)
        for name, words, deed in (
            ("zoom_out", "Smaller", lambda: self.pages.zoom(-1)),
            ("zoom_in", "Larger", lambda: self.pages.zoom(1)),
            ("zoom_fit", "Fit the width", self.pages.fit_width),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(deed)
            bar.addWidget(button)
            self._zooms.append(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self._stack.currentChanged.connect(self._allow_zoom)
        self._allow_zoom()

    def _allow_zoom(self) -> None:
        for button in self._zooms:
            button.setEnabled(self._stack.currentWidget() is self.pages)

    def show_order(self, order: Order) -> None:
        """Preview an order, in a moment."""
        self._order = order
        self._stop()
        if not self.pages.page_count:
            self._say("Making the preview…")
        self._wait.start()

    def close_down(self) -> None:
        """Stop all work and forget the pages."""
        self._wait.stop()
        self._order = None
        self._stop()
        for job in self._jobs:
            job.wait()
        self.pages.clear()

    def _begin(self) -> None:
        assert self._order is not None
        self._jobs = [job for job in self._jobs if not job.is_finished]
        job = ExportJob(self._order, None)
        self._jobs.append(job)
        job.succeeded.connect(self._show)
        job.failed.connect(self._refuse)
        job.broke.connect(self._raise)
        job.start()

    def _stop(self) -> None:
        for job in self._jobs:
            job.cancel()

    def _show(self, order: Order, preview: Preview) -> None:
        if order is not self._order:
            return
        if preview.data:
            self.pages.set_pdf(preview.data)
            self._stack.setCurrentWidget(self.pages)
            self._say_place()
        else:
            self.pages.clear()
            self._say(preview.says)
        self.ready.emit(preview)

    def _refuse(self, order: Order, sentence: str) -> None:
        if order is not self._order:
            return
        self.pages.clear()
        self._say(sentence)
        self.refused.emit(sentence)

    def _raise(self, error: Exception) -> None:
        raise error

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._stack.setCurrentWidget(self.message)
        self._place.setText("")

    def _say_place(self) -> None:
        pages = self.pages
        if pages.page_count:
            self._place.setText(
                f"Page {pages.current_page} of {pages.page_count} · {pages.scale:.0%}"
            )
