"""A reader in a window of its own, over an empty case."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.gui.reader_pane import ReaderPane
from viewer.gui.session import Session


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "a.casefile", "A case")
    yield session
    session.close()


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane(session)
    qtbot.addWidget(pane)
    pane.resize(760, 560)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane
