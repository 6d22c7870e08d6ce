"""Whatever speaks of one field of a form: its sign, its words, and the ways to add and settle."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.domain import values
from viewer.domain.changes import ChangeSet, edit
from viewer.domain.claims import Judgement
from viewer.domain.evidencing import evidence_of
from viewer.domain.marking import passage_for
from viewer.domain.records import Evidence, Passage, Record
from viewer.domain.revision import taken
from viewer.errors import CasefileError
from viewer.gui.details.adding import AddSelected, SayInstead
from viewer.gui.details.evidence import NO_WORDS, EvidenceLinks, FieldWords, stands
from viewer.gui.details.sign import Sign
from viewer.gui.editors.field_row import FieldRow
from viewer.gui.selection import Selection
from viewer.gui.session import Session


class FieldEvidence(QObject):
    """Stands beside one field and writes what is decided about its words."""

    passage_requested = Signal(str)
    record_requested = Signal(str)

    def __init__(
        self, session: Session, record: Record, row: FieldRow, selection: Selection | None
    ) -> None:
        super().__init__(row)
        self._session, self._record, self._row = session, record, row
        self._selection = selection
        self._asking: SayInstead | None = None
        self.sign = Sign()
        self.links = EvidenceLinks(session, asks_values=True)
        self.add = self._adder()
        for widget in (self.add, self.sign):
            if widget is not None:
                row.head.addWidget(widget)
        row.box.addWidget(self.links)
        self.links.passage_requested.connect(self.passage_requested)
        self.links.record_requested.connect(self.record_requested)
        self.links.value_taken.connect(self._take)
        self.links.value_wanted.connect(self._ask_again)

    def _adder(self) -> AddSelected | None:
        if self._selection is None or self._session.read_only:
            return None
        button = AddSelected(self._selection, self._row.field.spec.label)
        button.wanted.connect(self.add_selected)
        return button

    def show_evidence(self, record: Record, found: dict[str, FieldWords]) -> None:
        """Show how the field stands now."""
        self._record = record
        self._judge(stands(record, self._row.field.name, found))
        own = found.get(self._row.field.name, NO_WORDS)
        field = self._row.field
        held = values.said(self._session.case, field, getattr(record, field.name))
        self.links.show_words(own, held if own.is_contested else "")

    def _judge(self, found: Judgement | None) -> None:
        self.sign.show_judgement(found)
        editor = self._row.editor
        for widget in (editor, editor.focusProxy()):
            if widget is not None:
                widget.setAccessibleDescription(found.words if found else "")

    def add_selected(self, stance: str = "supports") -> None:
        """Tie the selected words to the field; ask what they say where they contradict it."""
        selection = self._selection
        if selection is None or selection.document is None or selection.is_empty:
            self._session.failed.emit(
                "No words are selected, so nothing was added. Select words in the document first."
            )
            return
        marked = partial(
            passage_for,
            self._session.case,
            selection.document,
            selection.start,
            selection.end,
        )
        if stance == "contradicts":
            self._ask(selection.words, "", lambda value: self._write(marked(), stance, value))
        else:
            self._write(marked(), stance, "")

    def _write(self, marked: tuple[Passage, ChangeSet], stance: str, value: str) -> None:
        case, field = self._session.case, self._row.field.name
        self._do(lambda: evidence_of(case, self._record.id, field, marked, stance, value))

    def _take(self, evidence_id: str) -> None:
        case, field = self._session.case, self._row.field
        evidence = case.where(Evidence, record_id=self._record.id, field=field.name)
        self._do(
            lambda: taken(case, self._record, field, case.get(Evidence, evidence_id), evidence)
        )

    def _ask_again(self, evidence_id: str) -> None:
        evidence = self._session.case.get(Evidence, evidence_id)
        words = self._session.case.get(Passage, evidence.passage_id).exact
        self._ask(words, evidence.value, partial(self._say_again, evidence_id))

    def _say_again(self, evidence_id: str, value: str) -> None:
        case, label = self._session.case, "Say what words say instead"
        self._do(lambda: edit(case.get(Evidence, evidence_id), label, value=value))

    def _ask(self, words: str, value: str, then: Callable[[str], object]) -> None:
        self._stop_asking()
        asking = self._asking = SayInstead(self._row.field, words, value)
        asking.said.connect(self._stop_asking)
        asking.said.connect(then)
        asking.dropped.connect(self._stop_asking)
        # Between the button that asks and the field, where it is seen at once.
        self._row.box.insertWidget(1, asking)
        asking.show()
        asking.setFocus()

    def _stop_asking(self) -> None:
        asking, self._asking = self._asking, None
        if asking is not None:
            if asking.isAncestorOf(asking.window().focusWidget() or asking):
                self._row.setFocus()
            asking.hide()
            asking.deleteLater()

    def _do(self, made: Callable[[], ChangeSet]) -> None:
        try:
            self._session.do(made())
        except CasefileError as error:
            self._session.failed.emit(str(error))
