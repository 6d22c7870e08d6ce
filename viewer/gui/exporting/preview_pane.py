"""The live preview: the pages as they would be written now."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from viewer.gui.exporting.jobs import ExportJob, Order, Preview
from viewer.gui.labels import label
from viewer.gui.paging.page_bar import PageBar
from viewer.gui.paging.pages_view import PagesView

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
        self._bar = PageBar(self.pages)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._wait.timeout.connect(self._begin)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self._stack.currentChanged.connect(self._allow_zoom)
        self._allow_zoom()

    def _allow_zoom(self) -> None:
        self._bar.allow_zoom(self._stack.currentWidget() is self.pages)

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
            self._bar.say_place()
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

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._stack.setCurrentWidget(self.message)
        self._bar.clear()
