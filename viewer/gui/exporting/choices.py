"""What the user chooses for an export: format, audience, sections, paper."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from viewer.domain.audiences import standard_audiences
from viewer.domain.wording import Wording
from viewer.export.pdf import PAPERS, SECTIONS, STANDARD_SECTIONS, PdfOptions
from viewer.gui.editors.term import CalmCombo
from viewer.gui.exporting.jobs import FORMATS
from viewer.gui.labels import label


class Choices(QWidget):
    """Gives the format, the audience and the options of a PDF."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 14, 0)
        self._layout.setSpacing(4)
        self.formats = self._add_formats()
        self.audiences = self._add_audiences()
        self.sections = self._add_sections()
        self.paper = self._add_paper()
        self._layout.addStretch(1)

    @property
    def ending(self) -> str:
        """The chosen format, as the file's name ends."""
        return next(ending for ending, button in self.formats.items() if button.isChecked())

    @property
    def audience(self) -> str:
        """The code of the chosen audience."""
        return next(code for code, button in self.audiences.items() if button.isChecked())

    @property
    def options(self) -> PdfOptions:
        """The options as they are chosen, with the day of today."""
        return PdfOptions(
            paper=self.paper.currentText(),
            sections=tuple(c for c, box in self.sections.items() if box.isChecked()),
            date_of_export=datetime.now(UTC).date(),
        )

    def _add_formats(self) -> dict[str, QRadioButton]:
        self._layout.addWidget(label("What", "subheading"))
        group, buttons = QButtonGroup(self), {}
        for ending, (words, name) in {
            ".pdf": ("Case summary", FORMATS[".pdf"]),
            ".jsonld": ("Annotations", FORMATS[".jsonld"]),
        }.items():
            button = buttons[ending] = QRadioButton(f"{words} ({name})")
            group.addButton(button)
            self._layout.addWidget(button)
        buttons[".pdf"].setChecked(True)
        group.buttonToggled.connect(lambda _, is_on: self._on_format() if is_on else None)
        return buttons

    def _on_format(self) -> None:
        for widget in (*self.sections.values(), self.paper):
            widget.setEnabled(self.ending == ".pdf")
        self.changed.emit()

    def _add_audiences(self) -> dict[str, QRadioButton]:
        self._layout.addSpacing(8)
        self._layout.addWidget(label("For whom", "subheading"))
        group, buttons = QButtonGroup(self), {}
        for term in standard_audiences():
            button = buttons[term.id] = QRadioButton(term.label)
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
        boxes, headings = {}, Wording.of("en")
        for code in SECTIONS:
            box = boxes[code] = QCheckBox(headings(f"section.{code}"))
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
