"""The export log: when something left the case, what, for whom, and under which hash."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.records import Export
from viewer.gui import moments
from viewer.gui.exports.model import ExportsModel
from viewer.gui.labels import label
from viewer.gui.row_table import RowTable
from viewer.gui.session import Session

_SIZE = QSize(860, 520)
_EMPTY = "Nothing was exported from this case yet."


class ExportsDialog(QDialog):
    """A table of exports, and all that is known of the one that is selected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Exports of this case")
        self.model = ExportsModel(session, self)
        self.table = RowTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Exports")
        self.empty = label(_EMPTY, "quiet")
        self.told = label("", selectable=True)
        self.told.setAccessibleName("The selected export")
        self.copy = QPushButton("Copy row")
        self.copy_hash = QPushButton("Copy SHA-256")
        for button in (self.copy, self.copy_hash):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._show()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.copy_hash)
        buttons.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(16, 48)))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.copy.clicked.connect(lambda: _copy(self.model.line(self.table.currentIndex().row())))
        self.copy_hash.clicked.connect(self._copy_hash)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        shortcut.activated.connect(self.copy.click)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self.reject)

    @property
    def chosen(self) -> Export | None:
        """The export that is selected."""
        return self.model.export(self.table.currentIndex().row())

    def _show(self) -> None:
        self.empty.setVisible(not self.model.rowCount())
        self.table.setVisible(bool(self.model.rowCount()))
        export = self.chosen
        for widget in (self.told, self.copy, self.copy_hash):
            widget.setVisible(export is not None)
        self.told.setText(_told(export) if export is not None else "")

    def _copy_hash(self) -> None:
        if self.chosen is not None:
            _copy(self.chosen.sha256)

    def _on_changed(self) -> None:
        self.model.refresh()
        self._show()


def _told(export: Export) -> str:
    lines = (
        f"{export.file_name}, {export.size:,} bytes, {moments.local(export.at)}",
        f"For: {export.audience}",
        f"Contents: {export.contents}" if export.contents else "",
        export.protections,
        f"SHA-256: {export.sha256}" if export.sha256 else "",
    )
    return "\n".join(filter(None, lines))


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
