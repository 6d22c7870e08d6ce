"""Keeping the marks of the document that is read as the case has them."""

from PySide6.QtCore import QObject, Signal

from viewer.domain.changes import Change, ChangeSet
from viewer.domain.records import Annotation, Document, Evidence, Passage, Quote, Record
from viewer.gui.reader.mark_job import MarkJob, steps_of
from viewer.gui.reader.marks import Mark, Marks, marks_of
from viewer.gui.session import Session
from viewer.gui.text_units import TextUnits

#: Passages that are read at once; of more, those about a place first, the rest beside the window.
_AT_ONCE = 1500
#: Code points before and after the place that are read at once.
_BEFORE, _AFTER = 20_000, 40_000
#: Changed passages above which all are read again.
_MOST_CHANGED = 200


class Marking(QObject):
    """Reads the marks of one document and changes those that a change set concerns."""

    #: `marks` are others, or not the same any more.
    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document: Document | None = None
        self._units = TextUnits("")
        self._job: MarkJob | None = None
        self.marks = Marks()
        #: How many passages the document has; more than `marks` while they are being read.
        self.total = 0

    @property
    def is_whole(self) -> bool:
        """Whether `marks` are all marks of the document."""
        return self._job is None

    def begin(self, document: Document, units: TextUnits, at: int) -> None:
        """Read the marks of a document, first those about a place in it, in code points."""
        self._document, self._units = document, units
        self._read(at)

    def mark_of(self, passage: Passage) -> Mark | None:
        """Return the mark of a passage of the document, also when it was not come to yet."""
        number = self.marks.number_of(passage.id)
        if number is None and not self.is_whole:
            self._take(_about(passage.start))
            self.changed.emit()
            number = self.marks.number_of(passage.id)
        return None if number is None else self.marks[number]

    def stop(self) -> None:
        """Mark nothing; the file is let go."""
        job = self._job
        self._document, self.marks, self.total = None, Marks(), 0
        self._forget()
        if job is not None:
            job.wait()

    def follow(self, change_set: ChangeSet, at: int) -> None:
        """Follow what was done to the case, if it concerns the marks; `at` is what is looked at."""
        ids = {id for change in change_set.changes for id in _passages_of(change)}
        if self._document is None or not ids:
            return
        if len(ids) > _MOST_CHANGED:
            self._read(at)
            return
        uses = self._session.case.passage_uses(self._document.id, ids=ids)
        gone = [id for id in ids if self.marks.number_of(id) is not None]
        if not uses and not gone:
            return
        self.marks.replace(gone, marks_of(uses, self._units))
        self.total = self._session.case.passage_count(self._document.id)
        if self._job is not None:
            self._read_beside()  # what was read so far may be of before
        self.changed.emit()

    def _read(self, at: int) -> None:
        assert self._document is not None
        self._forget()
        self.total = self._session.case.passage_count(self._document.id)
        span = None if self.total <= _AT_ONCE else _about(at)
        self._take(span)
        if span is not None:
            self._read_beside()
        self.changed.emit()

    def _take(self, span: tuple[int, int] | None) -> None:
        assert self._document is not None
        uses = self._session.case.passage_uses(self._document.id, span)
        self.marks = Marks(marks_of(uses, self._units))

    def _read_beside(self) -> None:
        assert self._document is not None
        self._forget()
        steps = steps_of(len(self._document.text), self.total)
        self._job = MarkJob(self._session.access, self._document.id, self._units, steps)
        self._job.loaded.connect(self._on_loaded)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_loaded(self, job: MarkJob, marks: Marks) -> None:
        if job is self._job:
            self._job, self.marks = None, marks
            self.changed.emit()

    def _on_failed(self, job: MarkJob) -> None:
        """Read with the window's own connection, which can say what is wrong."""
        if job is self._job:
            self._job = None
            self._take(None)
            self.changed.emit()


def _about(at: int) -> tuple[int, int]:
    return at - _BEFORE, at + _AFTER


def _passages_of(change: Change) -> set[str]:
    ends = (record for record in (change.before, change.after) if record is not None)
    return {_passage_of(record) for record in ends} - {""}


def _passage_of(record: Record) -> str:
    match record:
        case Passage():
            return record.id
        case Evidence() | Quote():
            return record.passage_id
        case Annotation():
            return record.target_id
        case _:
            return ""
