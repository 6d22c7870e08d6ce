"""What the user chooses for an export: what, for whom, how much of the case, and its looks."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from viewer.domain.records import Audience
from viewer.domain.summary import WHOLE_CASE, Scope
from viewer.export.formats import FORMATS
from viewer.gui.editors.term import CalmCombo
from viewer.gui.exporting.pdf_choices import PdfChoices
from viewer.gui.labels import label

#: A part of the case that is offered: what it is called, and what it is.
Offer = tuple[str, Scope]


class Choices(QWidget):
    """Gives the format, the audience, the scope, and the options of a PDF."""

    #: Something that the preview shows; and what locks the file only.
    changed = Signal()
    passphrase_changed = Signal()

    def __init__(
        self,
        audiences: Sequence[Audience],
        offers: Sequence[Offer] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scopes: list[Offer] = [("The whole case", WHOLE_CASE), *offers]
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 14, 0)
        self._layout.setSpacing(4)
        self.audiences = self._add_audiences(audiences)
        self.formats = self._add_formats()
        self.covers = self._add_covers()
        self.pdf = PdfChoices()
        self.pdf.changed.connect(self.changed)
        self.pdf.passphrase_changed.connect(self.passphrase_changed)
        self._layout.addWidget(self.pdf)
        self._layout.addStretch(1)

    @property
    def ending(self) -> str:
        """The chosen format, as the file's name ends."""
        return next(ending for ending, button in self.formats.items() if button.isChecked())

    @property
    def audience(self) -> str:
        """The id of the chosen audience."""
        return next(code for code, button in self.audiences.items() if button.isChecked())

    @property
    def scope(self) -> Scope:
        """How much of the case is exported."""
        return self._scopes[self.covers.currentIndex()][1]

    @property
    def problem(self) -> str:
        """Why nothing can be written as it is chosen; "" where it can."""
        return self.pdf.problem if self.ending == ".pdf" else ""

    @property
    def page_problem(self) -> str:
        """Why nothing can be previewed as it is chosen; "" where it can."""
        return self.pdf.page_problem if self.ending == ".pdf" else ""

    def _add_audiences(self, audiences: Sequence[Audience]) -> dict[str, QRadioButton]:
        self._layout.addWidget(label("For whom", "subheading"))
        group, buttons = QButtonGroup(self), {}
        for audience in audiences:
            button = buttons[audience.id] = QRadioButton(audience.label)
            button.setAccessibleDescription(audience.note)
            group.addButton(button)
            self._layout.addWidget(button)
            if audience.note:
                note = label(audience.note, "quiet")
                note.setContentsMargins(24, 0, 0, 4)
                self._layout.addWidget(note)
        # The careful choice: what is sent on by mistake then names nobody who is protected.
        buttons["public"].setChecked(True)
        group.buttonToggled.connect(lambda _, is_on: self.changed.emit() if is_on else None)
        return buttons

    def _add_formats(self) -> dict[str, QRadioButton]:
        self._layout.addSpacing(8)
        self._layout.addWidget(label("What", "subheading"))
        group, buttons = QButtonGroup(self), {}
        for ending, written in FORMATS.items():
            if not written.is_offered:
                continue
            button = buttons[ending] = QRadioButton(f"{written.label} ({written.name})")
            button.setToolTip(written.note)
            button.setAccessibleDescription(written.note)
            group.addButton(button)
            self._layout.addWidget(button)
        buttons[".pdf"].setChecked(True)
        group.buttonToggled.connect(lambda _, is_on: self._on_format() if is_on else None)
        return buttons

    def _add_covers(self) -> CalmCombo:
        self._layout.addSpacing(8)
        self._layout.addWidget(label("How much", "subheading"))
        combo = CalmCombo()
        combo.addItems([words for words, _ in self._scopes])
        combo.setAccessibleName("How much of the case")
        combo.currentIndexChanged.connect(self.changed)
        self._layout.addWidget(combo)
        return combo

    def _on_format(self) -> None:
        self.pdf.setVisible(self.ending == ".pdf")
        self.changed.emit()
