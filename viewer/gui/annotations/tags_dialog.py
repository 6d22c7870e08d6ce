"""The tags of the case in one place: renamed, merged and deleted."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.changes import ChangeSet
from viewer.gui.annotations import tagging
from viewer.gui.annotations.tags_model import TagRow, TagsModel
from viewer.gui.editors.term import CalmCombo
from viewer.gui.icons import icon
from viewer.gui.labels import label
from viewer.gui.plain import label as plain_label
from viewer.gui.session import Session

_EMPTY = "There is no tag yet. Tags are made where they are put on: on a record, or with a note."
_SIZE = 460, 520


class TagsDialog(QDialog):
    """Lists all tags; one is renamed where it stands, several are merged into one."""

    def __init__(self, session: Session, tag_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Tags")
        self.model = TagsModel(session, self)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find tags")
        self.line.setAccessibleName("Find tags")
        self.line.setClearButtonEnabled(True)
        self.table = self._table()
        self.empty = label(_EMPTY, "quiet")
        self.rename = _button("Rename", "edit", "F2")
        self.delete = _button("Delete…", "delete", "Delete")
        self.merge = _button("Merge", "link", "")
        self.kept: QComboBox = CalmCombo()
        self.kept.setAccessibleName("Name that is kept")
        self._merging = QWidget()
        self.said = plain_label()
        self._lay_out()
        self._connect()
        self.model.refresh()
        self._follow()
        if tag_id:
            self.select([tag_id])

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName("Tags")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.rename)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        merging = QHBoxLayout(self._merging)
        merging.setContentsMargins(0, 0, 0, 0)
        merging.addWidget(self.said)
        merging.addWidget(self.kept, 1)
        merging.addWidget(self.merge)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        layout.addWidget(self._merging)
        layout.addWidget(label("Select several with Ctrl or Shift to merge them.", "quiet"))
        layout.addWidget(close)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._narrow)
        self.rename.clicked.connect(self._begin_renaming)
        self.delete.clicked.connect(lambda: tagging.delete(self._session, self.chosen, self))
        self.merge.clicked.connect(self._merge)
        self.model.rename_requested.connect(
            lambda id, name: tagging.rename(self._session, id, name, self)
        )
        self.table.selectionModel().selectionChanged.connect(self._follow)
        only_there = Qt.ShortcutContext.WidgetShortcut
        QShortcut(QKeySequence("Delete"), self.table, self.delete.click, context=only_there)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self.close)

    @property
    def chosen(self) -> list[str]:
        """The ids of the selected tags, from the top."""
        return [row.id for row in self._chosen_rows()]

    def _chosen_rows(self) -> list[TagRow]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows]

    def select(self, ids: list[str]) -> None:
        """Select tags, as far as they are listed."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        selection.clear()
        for row in (row for row in map(self.model.row_of, ids) if row is not None):
            index = self.model.index(row, 0, QModelIndex())
            selection.setCurrentIndex(index, flags.Select | flags.Rows)
            self.table.scrollTo(index)
        self._follow()

    def _narrow(self, words: str) -> None:
        chosen = self.chosen
        self.model.narrow(words)
        self.select(chosen)

    def _begin_renaming(self) -> None:
        for index in self.table.selectionModel().selectedRows()[:1]:
            self.table.edit(index)

    def _merge(self) -> None:
        kept = self.kept.currentData()
        others = [id for id in self.chosen if id != kept]
        if kept and tagging.merge(self._session, kept, others):
            self.select([kept])

    def _follow(self) -> None:
        """Offer what can be done with what is selected."""
        chosen, may = self._chosen_rows(), not self._session.read_only
        self.rename.setEnabled(may and len(chosen) == 1)
        self.delete.setEnabled(may and bool(chosen))
        self._merging.setEnabled(may and len(chosen) > 1)
        self.said.setText(f"Merge {len(chosen)} tags into" if len(chosen) > 1 else "Merge into")
        self.kept.clear()
        several = chosen if len(chosen) > 1 else []
        for row in sorted(several, key=lambda row: -_number(row)):
            self.kept.addItem(f"{row.label} ({row.number})", row.id)
        self.empty.setVisible(not self.model.rows and not self.line.text())
        self.table.setVisible(not self.empty.isVisibleTo(self))

    def _on_changed(self, change_set: ChangeSet) -> None:
        if not change_set.kinds.isdisjoint(("tag", "tagging")):
            chosen = self.chosen
            self.model.refresh()
            self.select(chosen)


def _number(row: TagRow) -> int:
    digits = "".join(filter(str.isdecimal, row.number))
    return int(digits or 0)


def _button(words: str, picture: str, key: str) -> QPushButton:
    button = QPushButton(icon(picture), words)
    button.setAutoDefault(False)
    if key:
        button.setToolTip(key)
    return button


def manage_tags(session: Session, tag_id: str, parent: QWidget) -> TagsDialog:
    """Show the tags; the window stays usable behind them."""
    dialog = TagsDialog(session, tag_id, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog
