"""Sealing the open case and holding it against a seal, as a user does in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from viewer.domain.changes import edit
from viewer.gui.main_window import MainWindow
from viewer.gui.sealing.seal_dialog import SealDialog
from viewer.gui.sealing.verify_dialog import VerifyDialog
from viewer.gui.session import Session
from viewer.store import signing


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "key_path", lambda: tmp_path / "config" / "signing-key.pem")


def seal_dialog(session: Session, qtbot: QtBot) -> SealDialog:
    dialog = SealDialog(session.access, session.who)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def sealed(session: Session, qtbot: QtBot) -> Path:
    dialog = seal_dialog(session, qtbot)
    dialog.confirm.click()
    qtbot.waitUntil(dialog.fingerprint.isVisible)
    return session.path.with_suffix(".seal")


def verified(session: Session, seal: Path, qtbot: QtBot) -> VerifyDialog:
    dialog = VerifyDialog(seal, session.access)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.bar.isHidden)
    return dialog


def test_the_first_seal_makes_a_key(session: Session, qtbot: QtBot) -> None:
    dialog = seal_dialog(session, qtbot)
    assert dialog.signer.text() == "Sami"
    assert dialog.first.isVisible()
    dialog.passphrase.setText("salt of the marshes")
    dialog.again.setText("salt of")
    assert not dialog.confirm.isEnabled()
    assert dialog.problem.text() == "The two passphrases differ."
    dialog.again.setText("salt of the marshes")
    dialog.confirm.click()
    qtbot.waitUntil(dialog.fingerprint.isVisible)
    key = signing.load_key("salt of the marshes")
    assert dialog.fingerprint.text().split() == signing.fingerprint(key.public).split()
    assert "“sample.seal”, beside the case" in dialog.sentence.text()
    assert not dialog.passphrase.isVisible()
    session.do(edit(session.case.case, title="And on"))


def test_a_wrong_passphrase_of_the_key_seals_nothing(session: Session, qtbot: QtBot) -> None:
    signing.make_key("salt of the marshes")
    dialog = seal_dialog(session, qtbot)
    assert dialog.passphrase.isVisible()
    assert not dialog.again.isVisible()
    dialog.passphrase.setText("another")
    dialog.confirm.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "not the passphrase of your signing key" in dialog.problem.text()
    assert dialog.confirm.isEnabled()
    assert not session.path.with_suffix(".seal").exists()
    dialog.passphrase.setText("salt of the marshes")
    dialog.confirm.click()
    qtbot.waitUntil(dialog.fingerprint.isVisible)


def test_a_case_is_held_against_its_seal(session: Session, qtbot: QtBot) -> None:
    seal = sealed(session, qtbot)
    dialog = verified(session, seal, qtbot)
    assert dialog.sentence.text() == "“sample.casefile” is byte for byte the file that was sealed."
    assert "by one who calls themselves “Sami”" in dialog.signed.text()
    session.do(edit(session.case.case, title="And on"))
    dialog = verified(session, seal, qtbot)
    assert "what was sealed is in its history, and 1 entry after it" in dialog.sentence.text()


def test_whose_key_it_is_can_be_compared(session: Session, qtbot: QtBot) -> None:
    dialog = verified(session, sealed(session, qtbot), qtbot)
    assert not dialog.compared.isVisible()
    dialog.told.setText(signing.fingerprint(signing.load_key().public).lower())
    assert dialog.compared.text() == "It is that key."
    dialog.told.setText("AB12")
    assert "another key" in dialog.compared.text()
    dialog.told.clear()
    assert not dialog.compared.isVisible()


def test_what_is_wrong_is_said(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    seal = sealed(session, qtbot)
    seal.write_text(seal.read_text("utf-8").replace("Sami", "Karim"), "utf-8")
    dialog = verified(session, seal, qtbot)
    assert dialog.sentence.text().startswith("The signature of this seal is not right")
    assert not dialog.fingerprint.isVisible()
    seal.write_text("{}")
    assert "is not a seal" in verified(session, seal, qtbot).sentence.text()
    seal.unlink()
    other = Session()
    other.create(tmp_path / "other.casefile", "Other")
    dialog = verified(other, sealed(session, qtbot), qtbot)
    assert dialog.problems.toPlainText() == "The seal is of another case."
    other.close()


def test_the_menu_leads_to_both(
    sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = sealed(sample_window.session, qtbot)
    sample_window.actions_.seal.trigger()
    (dialog,) = sample_window.findChildren(SealDialog)
    assert not dialog.first.isVisible()
    dialog.reject()
    chosen = (str(seal), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    sample_window.actions_.verify.trigger()
    (verifying,) = sample_window.findChildren(VerifyDialog)
    qtbot.waitUntil(verifying.bar.isHidden)
    assert "byte for byte" in verifying.sentence.text()
    verifying.reject()
