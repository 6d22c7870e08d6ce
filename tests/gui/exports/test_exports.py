"""The export log: what left the case, newest first, to read and to copy."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from viewer.domain.records import Export
from viewer.gui.exports.dialog import ExportsDialog
from viewer.gui.exports.model import ExportsModel
from viewer.gui.session import Session

FIRST = Export(
    id="0193591a-0000-7000-8000-000000000001",
    at="2026-11-26T10:00:00Z",
    format="PDF",
    file_name="public.pdf",
    audience="Public",
    contents="The whole case",
    protections="2 names withheld",
    sha256="ab" * 32,
    size=51_234,
)
SECOND = Export(
    id="0193591a-0000-7000-8000-000000000002",
    at="2026-11-27T10:00:00Z",
    format="JSON",
    file_name="internal.json",
    audience="Internal",
)


@pytest.fixture
def logged(session: Session) -> Session:
    for export in (FIRST, SECOND):
        session.case.log(export)
    return session


def test_the_model_keeps_the_rules_of_qt(logged: Session) -> None:
    model = ExportsModel(logged)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [model.index(row, 1).data() for row in range(2)] == ["internal.json", "public.pdf"]
    model.refresh()
    logged.close()
    model.refresh()
    assert model.rowCount() == 0


def test_all_of_an_export_is_told_and_can_be_copied(logged: Session, qtbot: QtBot) -> None:
    dialog = ExportsDialog(logged)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen == SECOND
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    told = dialog.told.text().split("\n")
    assert told[0].startswith("public.pdf, 51,234 bytes, 26 Nov 2026")
    assert told[1:] == [
        "For: Public",
        "Contents: The whole case",
        "2 names withheld",
        f"SHA-256: {'ab' * 32}",
    ]
    dialog.copy_hash.click()
    assert QGuiApplication.clipboard().text() == FIRST.sha256
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().split("\t")[1:] == [
        "public.pdf",
        "PDF",
        "Public",
        "2 names withheld",
        FIRST.sha256,
    ]


def test_a_case_of_which_nothing_left_says_so(session: Session, qtbot: QtBot) -> None:
    dialog = ExportsDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.empty.isVisible()
    assert dialog.table.isHidden()
    assert dialog.chosen is None
