"""Writing a note: its words, what kind it is, what its colour says, and tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from viewer.domain.annotations import annotated
from viewer.domain.changes import NOTHING, ChangeSet
from viewer.domain.records import Annotation
from viewer.domain.vocabularies import vocabulary
from viewer.errors import InvalidRecordError
from viewer.gui.annotations.colour_choice import ColourChoice
from viewer.gui.annotations.desk import Desk, Draft, Subject
from viewer.gui.annotations.tags_entry import TagsEntry
from viewer.gui.editors.term import TermEditor
from viewer.gui.editors.text import GrowingText
from viewer.gui.labels import label
from viewer.gui.marking.placing import above, below, beside, left, right
from viewer.gui.plain import label as plain_label
from viewer.gui.session import Session

_WIDTH = 500
#: About what the window system puts around a dialog; not known before it is shown.
_FRAME = QSize(10, 40)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINT = "Light Markdown: **strong**, *emphasis*, - list, # heading. Ctrl+Enter saves."


class NoteDialog(QDialog):
    """Asks for a note and writes it in one step. What is left unsaved is there the next time."""

    #: So that nobody else need look after it.
    keeps_what_is_typed = True

    def __init__(
        self,
        session: Session,
        subject: Subject,
        target_id: str,
        first: ChangeSet = NOTHING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._subject = session, subject
        self._target_id, self._first = target_id, first
        self._desk = Desk.of(session)
        #: What was written and how, once it is.
        self.annotation: Annotation | None = None
        self.change_set = NOTHING
        self.setWindowTitle("Note")
        self.words = label("", "quiet")
        self.words.hide()
        self.again = label("This was written before and is not saved yet.", "quiet")
        self.body = GrowingText(least_lines=4)
        self.body.setAccessibleName("Words of the note")
        self.body.setPlaceholderText("What is there to say?")
        self.kind = TermEditor(vocabulary("motivation"))
        self.kind.set_name("Kind")
        self.colour = ColourChoice()
        self.tags = TagsEntry(session)
        self.problem = label("", "problem")
        self.problem.hide()
        self._lay_out()
        self._begin()
        # What is typed is not in the file before it is saved, and the window must not say so.
        self.body.textChanged.connect(lambda: self._desk.begin(subject))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for part in (self.words, self.again, self.body):
            layout.addWidget(part)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        rows = (("Kind", self.kind), ("Colour", self.colour), ("Tags", self.tags))
        for row, (name, widget) in enumerate(rows):
            said = plain_label(name, "quiet")
            said.setContentsMargins(0, 6, 6, 0)
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        layout.addLayout(grid)
        layout.addWidget(self.problem)
        layout.addWidget(label(_HINT, "quiet"))
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        self.body.installEventFilter(self)
        self.tags.changed.connect(self._fit)
        self.resize(_WIDTH, self.sizeHint().height())

    def _fit(self) -> None:
        """Be as high as everything needs."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("look", "primary")
        self.save.setToolTip("Ctrl+Enter")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _begin(self) -> None:
        draft = self._desk.draft(self._subject)
        self.again.setVisible(draft is not None)
        draft = draft or Draft("", "commenting", self._desk.colour, ())
        self.body.setPlainText(draft.body)
        self.kind.set_value(draft.motivation)
        self.colour.set_value(draft.colour)
        self.tags.set_labels(draft.tags)
        self._fit()

    def show_words(self, words: str) -> None:
        """Show what the note is on."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._fit()

    def stand_by(self, lines: Sequence[QRect]) -> None:
        """Stand beside words, given as their lines on the screen, if there is room."""
        room = self.screen().availableGeometry()
        self._fit()
        place = (
            beside(self.size() + _FRAME, lines, room, (below, above, right, left))
            if lines
            else None
        )
        if place is not None:
            self.move(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the words."""
        super().showEvent(event)
        self.body.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Hear Ctrl+Enter in the words, too."""
        if event.type() == QEvent.Type.KeyPress and _ends(event):
            self.accept()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter; Enter alone puts a tag on and must not end the note."""
        if _ends(event):
            self.accept()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Write the note and close; stay open, and say why, when that cannot be."""
        self.tags.take()
        try:
            self.annotation, self.change_set = self._made()
        except InvalidRecordError as error:
            self._say(str(error))
            (self.tags if self.kind.value() == "tagging" else self.body).setFocus()
            return
        self._session.failed.connect(self._say)
        done = self._session.do(self.change_set)
        self._session.failed.disconnect(self._say)
        if done:
            self._desk.colour = self.colour.value
            self._desk.drop(self._subject)
            super().accept()

    def _made(self) -> tuple[Annotation, ChangeSet]:
        return annotated(
            self._session.case,
            self._target_id,
            motivation=self.kind.value(),
            body=self.body.toPlainText(),
            colour=self.colour.value,
            tags=self.tags.labels,
            author=self._session.who,
            first=self._first,
        )

    def reject(self) -> None:
        """Write nothing; what was typed is kept for the next time."""
        self.tags.take()
        body = self.body.toPlainText()
        if body.strip() or self.tags.labels:
            draft = Draft(body, self.kind.value(), self.colour.value, self.tags.labels)
            self._desk.keep(self._subject, draft)
        else:
            self._desk.drop(self._subject)
        super().reject()

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()


def _ends(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
