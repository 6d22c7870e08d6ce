"""A session on a sample of one's own, settings of one's own, a window with both."""

import gc
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.patience import PatientBot
from viewer.domain.changes import creation
from viewer.domain.ids import new_id
from viewer.domain.records import Case, Place
from viewer.gui.main_window import MainWindow
from viewer.gui.session import Session
from viewer.gui.settings import Settings
from viewer.gui.theme import Theme
from viewer.store import CaseFile


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Deletes the windows a test left now: without a loop of events Qt would keep all of them.

    Each would be styled anew with every theme that follows.
    """
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """As in the program: no thread beside the window destroys what is the window's."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.makes_backups = False  # or each test that changes a case would make one
    return settings


@pytest.fixture
def session(qapp: QApplication, sample_copy: Path) -> Iterator[Session]:
    session = Session(who="Sami")
    session.open(sample_copy)
    yield session
    session.close()


@pytest.fixture
def long_session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A case with 1,500 places, named from “Place 0000” on."""
    path = tmp_path / "long.casefile"
    places = (Place(id=new_id(), name=f"Place {n:04}") for n in range(1500))
    with CaseFile.create(path, Case(id=new_id(), title="Long")) as case_file:
        case_file.apply(creation(*places))
    session = Session()
    session.open(path)
    yield session
    session.close()


@pytest.fixture
def theme(qapp: QApplication, settings: Settings) -> Iterator[Theme]:
    palette, font, sheet = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield Theme(qapp, settings)
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def window(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(settings, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    # First, so that nothing asks whether what a test left unfinished may be lost.
    window.session.close()
    window.close()


@pytest.fixture
def sample_window(window: MainWindow, sample_copy: Path) -> MainWindow:
    assert window.files.open(sample_copy)
    return window


@pytest.fixture
def excepthook() -> Iterator[None]:
    """Puts back what pytest-qt listens with."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.fixture
def raised() -> Iterator[list[BaseException | None]]:
    """What threads raised."""
    found: list[BaseException | None] = []
    before = threading.excepthook
    threading.excepthook = lambda args: found.append(args.exc_value)
    yield found
    threading.excepthook = before
