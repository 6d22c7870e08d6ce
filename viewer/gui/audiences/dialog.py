"""The audiences in one place: the program's to read, the case's own to edit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.domain.audiences import audiences, standard_audiences
from viewer.domain.changes import ChangeSet, creation
from viewer.domain.ids import new_id
from viewer.domain.records import Audience
from viewer.gui.audiences.seen import Seen
from viewer.gui.deletion import removed_quietly
from viewer.gui.details.form import RecordForm
from viewer.gui.icons import icon
from viewer.gui.labels import label
from viewer.gui.session import Session

_SIZE = QSize(760, 620)
_LIST_WIDTH = 210
_ID = Qt.ItemDataRole.UserRole


class AudiencesDialog(QDialog):
    """A list of audiences, and beside it what the chosen one sees."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Audience | None = None
        self.form: RecordForm | None = None
        self.setWindowTitle("Audiences")
        self.list = QListWidget()
        self.list.setAccessibleName("Audiences")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.area = _area()
        self.copy = _button("Add one like this", "add")
        self.delete = _button("Delete", "delete")
        self._lay_out()
        self._connect()
        self._fill("public")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self.list)
        upper.addWidget(self.area, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(label("Whom an export is for, and what they may see of this case.", ""))
        layout.addLayout(upper, 1)
        layout.addLayout(buttons)
        layout.addWidget(close)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - QSize(16, 48)))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current)
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(self._delete)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self.reject)

    @property
    def chosen(self) -> str:
        """The id of the audience that is shown."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _fill(self, chosen: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for audience in audiences(self._session.case):
            item = QListWidgetItem(icon("audience"), audience.label or "Untitled audience")
            item.setData(_ID, audience.id)
            self.list.addItem(item)
            if audience.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(self.list.count() - 1)
        self._show()

    def _on_current(self) -> None:
        if self.form is not None:
            self.form.save_pending()
        self._show()

    def _show(self) -> None:
        known = {audience.id: audience for audience in audiences(self._session.case)}
        audience = known[self.chosen]
        is_own = audience not in standard_audiences()
        self.copy.setEnabled(not self._session.read_only)
        self.delete.setEnabled(is_own and not self._session.read_only)
        if self.form is not None and self._shown is not None and self._shown.id == audience.id:
            self.form.show_record(audience)
        else:
            self._replace(audience, is_own)
        self._shown = audience

    def _replace(self, audience: Audience, is_own: bool) -> None:
        self.form = RecordForm(self._session, audience, {}) if is_own else None
        shown = self.form or Seen(audience)
        shown.setContentsMargins(2, 2, 12, 2)
        old = self.area.takeWidget()
        if old is not None:
            # Later: it may be one of its own editors that brought this about.
            old.hide()
            old.deleteLater()
        self.area.setWidget(shown)

    def _copy(self) -> None:
        assert self._shown is not None
        made = replace(
            self._shown,
            id=new_id(),
            label=f"{self._shown.label} (copy)",
            # Who is never exported appears to nobody but those who work on the case.
            never_exported="left_out",
        )
        if self._session.do(creation(made, label="Add audience")):
            self._fill(made.id)
            assert self.form is not None
            self.form.rows["label"].setFocus()

    def _delete(self) -> None:
        removed_quietly(self._session, self.chosen, "Delete audience")

    def _on_changed(self, change_set: ChangeSet) -> None:
        if Audience.kind in change_set.kinds:
            self._fill(self.chosen)

    def done(self, result: int) -> None:
        """Save what is still being typed."""
        if self.form is not None and self._session.is_open:
            self.form.save_pending()
        super().done(result)


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName("What this audience sees")
    return area


def _button(words: str, picture: str) -> QPushButton:
    button = QPushButton(icon(picture), words)
    button.setAutoDefault(False)
    return button
