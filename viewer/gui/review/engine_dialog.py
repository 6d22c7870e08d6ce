"""Asks what is to suggest: the rules alone, or a spaCy pipeline beside them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import EngineError
from viewer.gui import plain

_RULES = "By &rules"
_RULES_ARE = "Always there, fast, and the same on every machine."
_PIPELINE = "By rules and a &spaCy pipeline"
_PIPELINE_IS = (
    "A pipeline finds more names. It is read from a folder of this computer and never fetched. "
    "Choose only one whose maker you trust: SECURITY.md says why."
)
_NO_SPACY = (
    "spaCy is not installed with this Casefile, so no pipeline can be used yet. Install it with: "
    'pip install "casefile[spacy]"'
)
_CHOOSE = "Choose the folder that a pipeline was unpacked into."


class EngineDialog(QDialog):
    """Shows what the chosen folder says of itself before anything of it is loaded."""

    #: The folder of a pipeline, or None for the rules alone.
    chosen = Signal(object)

    def __init__(self, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Suggestions")
        self.rules = QRadioButton(_RULES)
        self.pipeline = QRadioButton(_PIPELINE)
        self.folder = QLineEdit(str(folder) if folder is not None else "")
        self.folder.setAccessibleName("Folder of the pipeline")
        self.folder.setPlaceholderText("Folder of the pipeline")
        self.browse = QPushButton("Choose…")
        self.browse.setAutoDefault(False)
        self.says = plain.paragraph()
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        (self.pipeline if folder is not None else self.rules).setChecked(True)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(self.rules)
        box.addWidget(plain.paragraph(_RULES_ARE, "quiet"))
        box.addWidget(self.pipeline)
        box.addWidget(plain.paragraph(_PIPELINE_IS, "quiet"))
        box.addLayout(place)
        box.addWidget(self.says)
        box.addWidget(self.buttons)
        self.resize(540, 0)

    def _connect(self) -> None:
        self.rules.toggled.connect(self._look)
        self.folder.textChanged.connect(self._look)
        self.browse.clicked.connect(self._browse)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _look(self) -> None:
        wants_pipeline = self.pipeline.isChecked()
        for part in (self.folder, self.browse):
            part.setEnabled(wants_pipeline)
        fits, words = self._judged() if wants_pipeline else (True, "")
        self.says.setText(words)
        self.says.setVisible(bool(words))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)

    def _judged(self) -> tuple[bool, str]:
        """Return whether the folder can be used, and what is to be said of it."""
        from viewer.suggest.engines import available, describe

        if not available():
            return False, _NO_SPACY
        if not self.folder.text().strip():
            return False, _CHOOSE
        try:
            found = describe(Path(self.folder.text().strip()))
        except EngineError as error:
            return False, str(error)
        labels = ", ".join(found.labels) or "no names"
        return True, f"{found.name} {found.version} · language {found.language} · finds {labels}"

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Folder of the pipeline", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def accept(self) -> None:
        """Say what was chosen."""
        folder = Path(self.folder.text().strip()) if self.pipeline.isChecked() else None
        self.chosen.emit(folder)
        super().accept()
