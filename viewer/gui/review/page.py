"""The page *Suggestions*: what the program found in a document, to be accepted or rejected."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from viewer.domain.accepting import Proposal
from viewer.domain.text import shortened
from viewer.errors import CasefileError
from viewer.gui import plain
from viewer.gui.elided import ElidedLabel
from viewer.gui.once import show_once
from viewer.gui.review.all_above import AcceptAllDialog
from viewer.gui.review.deeds import DeedBar
from viewer.gui.review.explanation import Explanation
from viewer.gui.review.filters import KindFilter
from viewer.gui.review.following import following_of
from viewer.gui.review.makes import makes
from viewer.gui.review.model import ProposalModel
from viewer.gui.review.state import review_of
from viewer.gui.review.view import ReviewView
from viewer.gui.review.words import counted, kind_of, kinds_of
from viewer.gui.session import Session

_NO_DOCUMENT = (
    "Nothing is read for suggestions yet. Open a document in the reader and choose “Suggest” "
    "(Ctrl+G): the program then looks for persons, places, events, figures and quotes in it."
)
_LOOKING = "Reading the text for persons, places, events, figures and quotes…"
_NOTHING = (
    "Nothing is suggested for this text. Read it and mark words yourself: select them and press "
    "Q for a quote, P for a person, E for an event, L for a place, F for a figure."
)
_ALL_THERE = "Nothing is left to look at: all that was found is in the case or was rejected."
_NEXT = (
    "Next: read the text once more, and mark what is missing (Q, P, E, L, F). The worklist shows "
    "which statements still wait for words."
)
_HIDDEN = "Every open suggestion is of a kind that is not shown."
_READ_ONLY = "This case is open read-only: nothing can be accepted, edited or rejected."
#: Suggestions of which one is looked through at once, and the milliseconds of rest beyond.
_FEW, _PAUSE = 1000, 150
#: Pixels of the page: at least, and below which there are no buttons, and no explanation.
_LEAST, _LOW, _LOWER = 160, 260, 200
#: The same in lines of text, for where letters are large.
_LOW_LINES, _LOWER_LINES = 12.5, 9.5


class ReviewPage(QWidget):
    """The open suggestions of one document, above the reader that shows their words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.review = review_of(session)
        self.model = ProposalModel(self)
        self.view = ReviewView(self.model, self)
        self.view.setAccessibleName("Suggestions")
        self.kinds = KindFilter()
        self.deeds = DeedBar()
        self.heading = ElidedLabel("quiet")
        self.explanation = Explanation()
        #: What is said where there are no rows; it takes the keyboard, and so is read aloud.
        self.says = plain.paragraph(look="quiet")
        self.says.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.following = following_of(session)
        self.go_on = QPushButton()
        self.go_on.setAutoDefault(True)
        self._row = 0
        #: In a long text it takes a while to say what would be made: the keys come first.
        self._preview = QTimer(self, singleShot=True)
        self._preview.timeout.connect(self._show_makes)
        self._lay_out()
        self._connect()
        self.setAccessibleName("Suggestions")
        self.setFocusProxy(self.view)
        self._show()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 4)
        top.setSpacing(2)
        top.addWidget(self.heading)
        top.addWidget(self.kinds)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(12, 6, 12, 8)
        below.setSpacing(4)
        for widget in (self.explanation, self.deeds):
            below.addWidget(widget)
        empty = QWidget()
        box = QVBoxLayout(empty)
        box.setContentsMargins(32, 16, 32, 16)
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addStretch(1)
        box.addWidget(self.says)
        box.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        # It may be lower than all its parts: some of them give way then.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self._below)

    def _connect(self) -> None:
        for wish in (self.view, self.deeds):
            wish.accept_wanted.connect(self._accept)
            wish.edit_wanted.connect(self._edit)
            wish.reject_wanted.connect(self._reject)
            wish.accept_all_wanted.connect(self._accept_all)
        self.view.looked_at.connect(self._look_at)
        self.kinds.changed.connect(self._show)
        self.kinds.left.connect(self.view.setFocus)
        self.go_on.clicked.connect(self.following.go_on)
        self.review.changed.connect(self._show)
        self.review.moved.connect(self._follow)
        self.review.edited.connect(self.view.setFocus)

    # What there is room for

    def minimumSizeHint(self) -> QSize:
        """Ask for a few rows at least."""
        return QSize(super().minimumSizeHint().width(), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows have the little room that there is: keys do what buttons do."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height, line = self.height(), self.fontMetrics().lineSpacing()
        has_room = height >= max(_LOWER, _LOWER_LINES * line)
        self.deeds.setHidden(height < max(_LOW, _LOW_LINES * line))
        self._below.setVisible(bool(self.model.rowCount()) and has_room)

    # What is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where the review stands."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        review = self.review
        numbers = kinds_of(review.open)
        self.kinds.show_numbers(numbers)
        self.model.show([each for each in review.open if self.kinds.shows(kind_of(each))])
        self._stay()
        self._show_state()
        self._show_current()

    def _stay(self) -> None:
        """Stay with what is looked at; where it is gone, go on with the next."""
        row = self.model.row_of(self.review.current.key) if self.review.current else -1
        if row < 0:
            row = min(self._row, self.model.rowCount() - 1)
        if row >= 0:
            self.view.go_to(row)

    def _show_state(self) -> None:
        document, number = self.review.document, self.model.rowCount()
        self.heading.show_words(self._head())
        self.says.setText(self._sentence())
        self._offer_next()
        self._show_rows(bool(number))
        self._fit()
        self.kinds.setVisible(document is not None)

    def _offer_next(self) -> None:
        review = self.review
        is_done = review.document is not None and review.is_known and not review.open
        document = self.following.next() if is_done else None
        self.go_on.setVisible(document is not None)
        if document is not None:
            title = shortened(document.title or "Untitled document", 60)
            self.go_on.setText(plain.menu_text(f"Go on with “{title}”"))

    def _show_rows(self, are_there: bool) -> None:
        """Show the rows, or what is said instead; either takes the keyboard from the other."""
        has_keyboard = self.window().focusWidget() in (self.view, self.says)
        front = self.view if are_there else self.says
        self._pages.setCurrentIndex(int(not are_there))
        self.setFocusProxy(front)
        if has_keyboard:
            front.setFocus()

    def _head(self) -> str:
        document = self.review.document
        if document is None:
            return ""
        title = document.title or "Untitled document"
        if not self.review.is_known:
            return f"Reading… · {title}"
        accepted, rejected = self.review.tally()
        left = counted(len(self.review.open))
        return f"{left} open · {accepted:,} accepted · {rejected:,} rejected · {title}"

    def _sentence(self) -> str:
        review = self.review
        if review.document is None:
            return _NO_DOCUMENT
        if not review.is_known:
            return _LOOKING
        if review.open:
            return _HIDDEN
        accepted, rejected = review.tally()
        if not accepted + rejected:
            return f"{_ALL_THERE}\n\n{_NEXT}" if review.was_worked_on else _NOTHING
        return f"Done: {accepted:,} accepted, {rejected:,} rejected.\n\n{_NEXT}"

    def _show_current(self) -> None:
        each = self.review.current
        may = not self.review.read_only
        self.deeds.allow(one=may and each is not None, several=may and bool(self.review.open))
        self._explain(each, "" if may else _READ_ONLY)
        if each is not None and may:
            many = len(self.review.suggestions or ()) > _FEW
            self._preview.start(_PAUSE if many else 0)

    def _show_makes(self) -> None:
        each = self.review.current
        if each is not None and self.review.is_known and not self.review.read_only:
            self._explain(each, self._will_make(each))

    def _explain(self, each: Proposal | None, makes: str) -> None:
        self.explanation.explain(each.reason if each is not None else "", makes)
        self.view.setAccessibleDescription(self.explanation.text())

    def _will_make(self, each: Proposal) -> str:
        try:
            marked = self.review.preview(each)
        except CasefileError as error:
            return str(error)
        return makes(self._session.case, marked.change_set, marked.record_id)

    # Where the user is

    def _look_at(self, row: int) -> None:
        each = self.model.proposal_at(row)
        if each is not None:
            self._row = row
            if self.isVisible():
                self.review.stand_on(each.key)

    def _follow(self) -> None:
        """Show what was gone to, perhaps in the text."""
        each = self.review.current
        row = self.model.row_of(each.key) if each is not None else -1
        if row >= 0 and row != self.view.currentIndex().row():
            self.view.go_to(row)
        self._show_current()

    # Deeds

    def _current(self) -> Proposal | None:
        each = self.model.proposal_at(self.view.currentIndex().row())
        return None if self.review.read_only else each

    def _accept(self) -> None:
        if (each := self._current()) is not None:
            self.review.accept(each)

    def _edit(self) -> None:
        if (each := self._current()) is not None:
            self.review.edit(each)

    def _reject(self) -> None:
        if (each := self._current()) is not None:
            self.review.reject(each)

    def _accept_all(self) -> None:
        if self._current() is None:
            return
        offered = [each for each in self.review.open if self.kinds.shows(kind_of(each))]
        dialog = AcceptAllDialog(offered, not self.kinds.shows_all, self)
        dialog.accepted.connect(lambda: self._accept_chosen(dialog.chosen))
        show_once(dialog)

    def _accept_chosen(self, chosen: list[Proposal]) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.review.accept_all(chosen)
        finally:
            QGuiApplication.restoreOverrideCursor()
