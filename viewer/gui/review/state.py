"""The review of one document: what is open, which suggestion is looked at, and every deed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.domain.accepting import Proposal, accepted, accepted_all, rejected
from viewer.domain.changes import ChangeSet
from viewer.domain.dates import Date
from viewer.domain.marking import Marked
from viewer.domain.records import Document, Record, Rejection
from viewer.gui.review.job import Finder, Suggestions, SuggestJob
from viewer.gui.session import Session

#: Milliseconds of stillness after a change before is looked what it leaves open.
_PAUSE = 40
#: What may change without opening or settling any suggestion.
_OTHER = frozenset(
    {"annotation", "tag", "tagging", "saved_filter", "distinction", "case"}
    | {"audience", "decision", "export"}
)
#: Kinds of which is asked who or which of the case is meant.
_ASKED = ("person", "place")


def review_of(session: Session) -> Review:
    """Return the one of a session; it reads nothing before it is asked to."""
    found = session.findChild(Review)
    return found if isinstance(found, Review) else Review(session)


class Review(QObject):
    """Suggestions are found in the text each time and never stored; deeds are the session's."""

    #: Other suggestions are open, or is known how many.
    changed = Signal()
    #: Another suggestion is looked at, or none.
    moved = Signal()
    #: The id of the record that was made of a suggestion, or is meant by it.
    made = Signal(str)
    #: The `Proposal` that the user wants to correct before it is written.
    edit_wanted = Signal(object)
    #: The correcting has ended, whether something was written or not.
    edited = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: SuggestJob | None = None
        self._seen: dict[str, Proposal] = {}
        self._current = ""
        #: What reads a text for suggestions.
        self.finder: Finder = _suggest
        self.document: Document | None = None
        #: All that was found; None before it is known.
        self.suggestions: Suggestions | None = None
        #: What is neither in the case nor rejected, in the order of the text.
        self.open: tuple[Proposal, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_again)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.end)

    @property
    def document_id(self) -> str:
        """The id of the document; "" when none is reviewed."""
        return self.document.id if self.document is not None else ""

    @property
    def is_known(self) -> bool:
        """Whether the text was read."""
        return self.suggestions is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being looked for, so that `open` is what it will stay."""
        return self._job is None and not self._pause.isActive()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be accepted or rejected."""
        return self._session.read_only

    @property
    def current(self) -> Proposal | None:
        """The suggestion that is looked at."""
        return next((each for each in self.open if each.key == self._current), None)

    def begin(self, document_id: str) -> None:
        """Find what is suggested for a document, unless that is known already."""
        if document_id == self.document_id:
            return
        document = self._session.case.get(Document, document_id)
        self.end()
        self.document = document
        self._find()
        self.changed.emit()

    def end(self) -> None:
        """Suggest nothing; what is still being looked for is of no use."""
        self._forget()
        self._pause.stop()
        self._seen, self._current = {}, ""
        self.document, self.suggestions, self.open = None, None, ()
        self.changed.emit()
        self.moved.emit()

    def stand_on(self, key: str) -> None:
        """Look at a suggestion."""
        if key != self._current:
            self._current = key
            self.moved.emit()

    @property
    def was_worked_on(self) -> bool:
        """Whether anything in the document was ever marked, accepted or rejected."""
        case, id = self._session.case, self.document_id
        return bool(case.passage_count(id) or case.where(Rejection, document_id=id))

    def tally(self) -> tuple[int, int]:
        """Return how many suggestions became part of the case since they were found, and how
        many of them were rejected."""
        still = {each.key for each in self.open}
        gone = [each for key, each in self._seen.items() if key not in still]
        kept = self._session.case.where(Rejection, document_id=self.document_id)
        turned_down = {_said(each) for each in kept}
        number = sum(_said(self._rejection(each)) in turned_down for each in gone)
        return len(gone) - number, number

    def _rejection(self, proposal: Proposal) -> Record:
        assert self.document is not None
        return rejected(self.document, proposal).changes[0].record

    # Deeds

    def preview(self, proposal: Proposal) -> Marked:
        """Return what accepting would make."""
        assert self.document is not None
        return accepted(self._session.case, self.document, proposal, self.suggestions or ())

    def accept(self, proposal: Proposal) -> None:
        """Make records of a suggestion; ask first, where it is in doubt who is meant."""
        assert self.document is not None
        if proposal.doubt and proposal.kind in _ASKED:
            self.edit(proposal)
            return
        marked = self.preview(proposal)
        if marked.change_set.is_empty or self._session.do(marked.change_set):
            self._settle([proposal])
            self.made.emit(marked.record_id)

    def accept_all(self, chosen: list[Proposal]) -> None:
        """Make records of several suggestions, in one step."""
        assert self.document is not None
        known = self.suggestions or ()
        change_set = accepted_all(self._session.case, self.document, chosen, known)
        if self._session.do(change_set):
            self._settle(chosen)

    def reject(self, proposal: Proposal) -> None:
        """Turn a suggestion down, so that it is not made again."""
        assert self.document is not None
        if self._session.do(rejected(self.document, proposal)):
            self._settle([proposal])

    def edit(self, proposal: Proposal) -> None:
        """Let the user correct a suggestion before it is written."""
        self.edit_wanted.emit(proposal)

    def settle(self, proposal: Proposal) -> None:
        """Know that a suggestion was dealt with, before it is looked what else is."""
        self._settle([proposal])

    def _settle(self, done: Iterable[Proposal]) -> None:
        keys = {each.key for each in done}
        self.open = tuple(each for each in self.open if each.key not in keys)
        self.changed.emit()

    # Finding

    def _find(self, known: Suggestions | None = None) -> None:
        assert self.document is not None
        self._forget()
        self._job = SuggestJob(self._session.access, self.document, self.finder, known)
        self._job.found.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self._job.broke.connect(self.end)
        self._job.start()

    def _look_again(self) -> None:
        if self.document is not None:
            self._find(self.suggestions)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_found(self, job: SuggestJob, known: Suggestions, found: tuple[Proposal, ...]) -> None:
        if job is not self._job:
            return
        self._job = None
        is_new = known is not self.suggestions or found != self.open
        back = self._come_back(found) if known is self.suggestions else ""
        self.suggestions, self.open = known, found
        self._seen |= {each.key: each for each in found}
        if is_new:
            self.changed.emit()
        if back:
            self.stand_on(back)

    def _come_back(self, found: tuple[Proposal, ...]) -> str:
        """Return the key of the first that is open again, after an undo; "" where none is."""
        before = {each.key for each in self.open}
        return next((e.key for e in found if e.key in self._seen and e.key not in before), "")

    def _on_failed(self, job: SuggestJob, sentence: str) -> None:
        if job is self._job:
            self.end()
            self._session.failed.emit(sentence)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if self.document is None or change_set.kinds <= _OTHER:
            return
        for change in change_set.changes:
            if change.id == self.document_id:
                self._follow_document(change.after)
        if self.document is not None:
            self._pause.start()

    def _follow_document(self, after: object) -> None:
        if not isinstance(after, Document):
            self.end()
            return
        before, self.document = self.document, after
        assert before is not None
        if (before.published, before.language) != (after.published, after.language):
            self.suggestions, self.open = None, ()
            self.changed.emit()


def _said(rejection: Record) -> Record:
    """Return a rejection without its id, to be compared."""
    return replace(rejection, id="")


def _suggest(text: str, published: Date, language: str) -> Suggestions:
    # Late, and so beside the window: loading the rules takes longer than opening a case.
    from viewer.suggest import suggest

    return suggest(text, published, language)
