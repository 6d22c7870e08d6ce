"""What is behind the marks of the text: shown, or offered where it is several records."""

from html import escape

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from viewer.domain.records import Name, Person, Record
from viewer.domain.titles import title
from viewer.gui.icons import kind_icon
from viewer.gui.plain import menu_text
from viewer.gui.reader.marks import Mark
from viewer.gui.reader.text_view import TextView
from viewer.gui.session import Session

#: Records named in a tooltip or a menu.
_MOST = 12


class Behind(QObject):
    """Points are global."""

    record_requested = Signal(str)

    def __init__(self, session: Session, view: TextView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._clicked: tuple[list[Mark], QPoint] = [], QPoint()
        self._second_click = QTimer(self, singleShot=True)
        self._second_click.timeout.connect(self._offer_clicked)

    def open_clicked(self, marks: list[Mark], point: QPoint) -> None:
        """Open what was clicked; a menu waits, since the click may be the first of a double one."""
        self._clicked = marks, point
        if len(self.records(marks)) > 1:
            self._second_click.start(QApplication.doubleClickInterval())
        else:
            self._second_click.stop()
            self.open(marks, point)

    def _offer_clicked(self) -> None:
        marks, point = self._clicked
        is_there = all(self._view.marks.number_of(mark.passage_id) is not None for mark in marks)
        if is_there and not self._view.textCursor().hasSelection():
            self.open(marks, point)

    def open(self, marks: list[Mark], point: QPoint) -> None:
        """Lead to the record behind marks, or let the user choose one of several."""
        records = self.records(marks)
        if len(records) == 1:
            self.record_requested.emit(records[0].id)
        elif records:
            menu = QMenu(self._view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.fill(menu, records)
            menu.setActiveAction(menu.actions()[0])
            menu.popup(point)

    def fill(self, menu: QMenu, records: list[Record]) -> None:
        """Offer records in a menu."""
        for record in records[:_MOST]:
            action = menu.addAction(kind_icon(record.kind), menu_text(self._named(record)))
            action.triggered.connect(lambda _=False, id=record.id: self.record_requested.emit(id))

    def tell(self, marks: list[Mark], point: QPoint) -> None:
        """Name the records behind marks in a tooltip; hide it where there are none."""
        records = self.records(marks)
        lines = [self._named(record) for record in records[:_MOST]]
        if len(records) > _MOST:
            lines.append(f"and {len(records) - _MOST} more")
        words = "<br>".join(escape(line) for line in lines)
        QToolTip.showText(point, f"<qt>{words}</qt>" if words else "", self._view)

    def _named(self, record: Record) -> str:
        return f"{record.labels[0]}: {title(self._session.case, record)}"

    def records(self, marks: list[Mark]) -> list[Record]:
        """Return the records behind marks; a name stands for its person."""
        found: dict[str, Record] = {}
        for record_id in (id for mark in marks for _, id in mark.records):
            record = self._session.case.find(record_id)
            if isinstance(record, Name):
                record = self._session.case.get(Person, record.person_id)
            if record is not None:
                found.setdefault(record.id, record)
        return list(found.values())
