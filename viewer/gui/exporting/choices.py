"""What the user chooses for an export: audience, sections, paper."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from viewer.domain.vocabularies import vocabulary
from viewer.export.pdf import PAPERS, SECTIONS, STANDARD_SECTIONS, PdfOptions
from viewer.gui.editors.term import CalmCombo
from viewer.gui.labels import label


class Choices(QWidget):
    """Gives the audience and the options of the PDF."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 14, 0)
        self._layout.setSpacing(4)
        self.audiences = self._add_audiences()
        self.sections = self._add_sections()
        self.paper = self._add_paper()
        self._layout.addStretch(1)

    @property
    def audience(self) -> str:
        """The code of the chosen audience."""
        return next(code for code, button in self.audiences.items() if button.isChecked())

    @property
    def options(self) -> PdfOptions:
        """The options as they are chosen, with the day of today."""
        return PdfOptions(
            paper=self.paper.currentText(),
            sections=frozenset(c for c, box in self.sections.items() if box.isChecked()),
            date_of_export=datetime.now(UTC).date(),
        )

    def _add_audiences(self) -> dict[str, QRadioButton]:
        self._layout.addWidget(label("For whom", "subheading"))
        group, buttons = QButtonGroup(self), {}
        for term in vocabulary("audience"):
            button = buttons[term.code] = QRadioButton(term.label)
            button.setAccessibleDescription(term.note)
            group.addButton(button)
            note = label(term.note, "quiet")
            note.setContentsMargins(24, 0, 0, 4)
            self._layout.addWidget(button)
            self._layout.addWidget(note)
        # The careful choice: what is sent on by mistake then names nobody who is protected.
        buttons["public"].setChecked(True)
        group.buttonToggled.connect(lambda _, is_on: self.changed.emit() if is_on else None)
        return buttons

    def _add_sections(self) -> dict[str, QCheckBox]:
        self._layout.addSpacing(8)
        self._layout.addWidget(label("Sections", "subheading"))
        boxes = {}
        for code, heading in SECTIONS.items():
            box = boxes[code] = QCheckBox(heading)
            box.setChecked(code in STANDARD_SECTIONS)
            box.toggled.connect(self.changed)
            self._layout.addWidget(box)
        return boxes

    def _add_paper(self) -> CalmCombo:
        self._layout.addSpacing(8)
        self._layout.addWidget(label("Paper", "subheading"))
        paper = CalmCombo()
        paper.addItems(list(PAPERS))
        paper.setAccessibleName("Paper")
        paper.currentIndexChanged.connect(self.changed)
        self._layout.addWidget(paper)
        return paper
