"""A dialog that is at work closes at once, and its work ends: nobody waits for what they left.

What is looked at here has no end by itself: who waited for it would wait for ever.
"""

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.errors import Interrupted
from viewer.gui.checking import CheckDialog
from viewer.gui.main_window import MainWindow
from viewer.gui.salvaging import SalvageDialog
from viewer.gui.sealing.seal_dialog import SealDialog
from viewer.gui.sealing.verify_dialog import VerifyDialog
from viewer.store import sealing, signing


def without_end(*wish: object, **named: object) -> Iterator[str]:
    """Go on until it is given up; the question whether it is comes last."""
    is_given_up = [*wish, *named.values()][-1]
    assert callable(is_given_up)
    while not is_given_up():
        sleep(0.001)
    raise Interrupted("It was given up.")
    yield


def given_up(*wish: object, **named: object) -> list[str]:
    return list(without_end(*wish, **named))


def closes(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.wait(20)
    dialog.reject()
    assert dialog.isHidden()


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    return sample_window


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "key_path", lambda: tmp_path / "config" / "signing-key.pem")


def test_the_check(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr("viewer.store.check", given_up)
    closes(CheckDialog(window.session.access, window), qtbot)
    window.session.do(edit(window.session.case.case, title="The file is free"))
    assert window.session.undo_label


def test_salvage_of_which_nothing_is_left(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("viewer.store.salvage.salvage", given_up)
    new = tmp_path / "new.casefile"
    closes(SalvageDialog(window.session.access, new, window), qtbot)
    assert not new.exists()


def test_verifying_a_seal(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seal = sealing.seal(window.session.access, signing.make_key())
    window.session.do(edit(window.session.case.case, title="No more byte for byte"))
    monkeypatch.setattr(sealing, "problems", without_end)
    closes(VerifyDialog(seal, window.session.access), qtbot)


def test_sealing_of_which_no_seal_is_left(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sealing, "problems", without_end)
    dialog = SealDialog(window.session.access, "")
    dialog.confirm.click()
    closes(dialog, qtbot)
    assert not list(window.session.path.parent.glob("*.seal"))
