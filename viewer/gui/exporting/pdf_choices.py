"""What the user chooses for a PDF: sections, language, paper, exhibits, watermark, passphrase."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from viewer.domain.strength import PDF
from viewer.domain.wording import LANGUAGES
from viewer.export.pdf import PAPERS, Exhibits, PdfOptions
from viewer.gui.editors.term import CalmCombo
from viewer.gui.exporting.sections_list import SectionsList
from viewer.gui.labels import label
from viewer.gui.passphrase.optional import OptionalPassphrase


class PdfChoices(QWidget):
    """Gives the options of a PDF and the language of its own words."""

    #: Something that the pages show; and what locks the file only.
    changed = Signal()
    passphrase_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = _combo("Language of the report", list(LANGUAGES.values()))
        self.paper = _combo("Paper", list(PAPERS))
        self.sections = SectionsList()
        self.watermark = _line("Watermark", "Behind the text, for example DRAFT")
        self.number = QCheckBox("Number pages and documents for a court")
        self.prefix = _line("Prefix of the numbers", "Before each number, for example CASE-")
        self.passphrase = OptionalPassphrase("Encrypt (AES-256)", PDF)
        self._lay_out()
        self._connect()

    @property
    def language_code(self) -> str:
        """The language of the report's own words (ISO 639)."""
        return list(LANGUAGES)[self.language.currentIndex()]

    @property
    def options(self) -> PdfOptions:
        """The options as they are chosen, with the day of today."""
        numbered = Exhibits(self.prefix.text().strip()) if self.number.isChecked() else None
        return PdfOptions(
            paper=self.paper.currentText(),
            sections=self.sections.codes,
            date_of_export=datetime.now(UTC).date(),
            passphrase=self.passphrase.value,
            watermark=self.watermark.text().strip(),
            exhibits=numbered,
        )

    @property
    def problem(self) -> str:
        """Why nothing can be written as it is chosen; "" where it can."""
        return self.page_problem or self.passphrase.problem

    @property
    def page_problem(self) -> str:
        """Why there would be no pages; "" where there are some."""
        return "" if self.sections.codes else "Choose at least one section."

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for heading, *widgets in (
            ("Sections", self.sections),
            ("Language of the report", self.language),
            ("Paper", self.paper),
            ("For a court", self.number, self.prefix),
            ("Watermark", self.watermark),
            ("Passphrase", self.passphrase),
        ):
            layout.addSpacing(8)
            layout.addWidget(label(heading, "subheading"))
            for widget in widgets:
                layout.addWidget(widget)
        self.prefix.setEnabled(False)

    def _connect(self) -> None:
        self.number.toggled.connect(self.prefix.setEnabled)
        for signal in (
            self.sections.changed,
            self.language.currentIndexChanged,
            self.paper.currentIndexChanged,
            self.number.toggled,
            self.prefix.textChanged,
            self.watermark.textChanged,
        ):
            signal.connect(self.changed)
        self.passphrase.changed.connect(self.passphrase_changed)


def _combo(name: str, items: list[str]) -> CalmCombo:
    combo = CalmCombo()
    combo.addItems(items)
    combo.setAccessibleName(name)
    return combo


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setToolTip(hint)
    return line
