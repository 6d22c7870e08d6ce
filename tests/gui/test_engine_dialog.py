"""What suggests: the rules, or a pipeline, which says what it is before it is used."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from viewer.domain.dates import NO_DATE
from viewer.errors import CasefileError
from viewer.gui.main_window import MainWindow
from viewer.gui.review.engine import ChosenEngine
from viewer.gui.review.engine_dialog import EngineDialog
from viewer.gui.review.state import review_of
from viewer.gui.settings import Settings
from viewer.suggest.engines import available

NAMED = "Amal Haddad spoke to the court in Basra."
needs_spacy = pytest.mark.skipif(not available(), reason="spaCy is not installed")


def dialog_for(folder: Path | None, qtbot: QtBot) -> EngineDialog:
    dialog = EngineDialog(folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def may_be_used(dialog: EngineDialog) -> bool:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    folder = tmp_path / "pipeline"
    folder.mkdir()
    said = {"lang": "en", "name": "small", "version": "1.2.3", "labels": {"ner": ["PERSON"]}}
    (folder / "meta.json").write_text(json.dumps(said))
    (folder / "config.cfg").write_text("[nlp]\nlang = en\n")
    return folder


def test_the_rules_are_always_there(qtbot: QtBot) -> None:
    dialog = dialog_for(None, qtbot)
    assert dialog.rules.isChecked()
    assert may_be_used(dialog)
    with qtbot.waitSignal(dialog.chosen) as heard:
        dialog.accept()
    assert heard.args == [None]


@needs_spacy
def test_a_folder_says_what_is_in_it(qtbot: QtBot, pipeline: Path, tmp_path: Path) -> None:
    dialog = dialog_for(None, qtbot)
    dialog.pipeline.click()
    assert not may_be_used(dialog)
    dialog.folder.setText(str(pipeline))
    assert dialog.says.text() == "en_small 1.2.3 · language en · finds PERSON"
    with qtbot.waitSignal(dialog.chosen) as heard:
        dialog.accept()
    assert heard.args == [pipeline]


@needs_spacy
def test_a_folder_without_a_pipeline_cannot_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(tmp_path, qtbot)
    assert "holds no spaCy pipeline" in dialog.says.text()
    assert not may_be_used(dialog)


def test_the_choice_is_kept_and_used(
    sample_window: MainWindow, settings: Settings, pipeline: Path, qtbot: QtBot
) -> None:
    assert settings.engine_folder is None
    finder = review_of(sample_window.session).finder
    assert any(each.text == "Amal Haddad" for each in finder(NAMED, NO_DATE, "en"))
    sample_window.set_engine(pipeline)
    assert settings.engine_folder == pipeline
    with pytest.raises(CasefileError):
        finder(NAMED, NO_DATE, "en")
    sample_window.set_engine(None)
    assert finder(NAMED, NO_DATE, "en")


def test_an_engine_is_loaded_once(settings: Settings) -> None:
    chosen = ChosenEngine(settings)
    chosen(NAMED, NO_DATE, "")
    first = chosen._engine()
    chosen(NAMED, NO_DATE, "")
    assert chosen._engine() is first
