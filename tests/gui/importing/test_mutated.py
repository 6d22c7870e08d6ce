"""Damaged and hostile files: the window lives, the case stays as it was, each gets a sentence.

`MUTANTS=500 pytest tests/gui/importing/test_mutated.py` looks harder.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.sources import hostile
from tests.sources.mutating import mutants
from viewer.domain.records import Document
from viewer.gui.importing.dialog import ImportDialog
from viewer.gui.importing.entry import Entry
from viewer.gui.session import Session
from viewer.store import check

COUNT = int(os.environ.get("MUTANTS", "16"))
MILLISECONDS_EACH = 20_000


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    session = Session(who="Sami")
    session.create(tmp_path / "new.casefile", "A new case")
    yield session
    session.close()


def read_and_closed(session: Session, qtbot: QtBot, paths: list[Path]) -> list[Entry]:
    """Let the dialog read files, and leave it; the case must be as it was."""
    before = sha256(session.path.read_bytes()).hexdigest()
    dialog = ImportDialog(session, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    entries = dialog.model.entries
    qtbot.waitUntil(
        lambda: all(entry.state != "waiting" for entry in entries),
        timeout=len(paths) * MILLISECONDS_EACH,
    )
    dialog.reject()
    assert not list(session.case.all(Document))
    assert sha256(session.path.read_bytes()).hexdigest() == before
    return entries


def is_sentence(text: str) -> bool:
    return text.endswith(".") and "nothing was changed" in text


def test_damaged_files_leave_window_and_case_as_they_were(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = []
    for number, (kind, data) in enumerate(mutants(COUNT, seed=7)):
        paths.append(tmp_path / f"{number}.{kind}")
        paths[-1].write_bytes(data)
    for entry in read_and_closed(session, qtbot, paths):
        assert entry.source.text if entry.source is not None else is_sentence(entry.problem)
    session.close()
    assert check(tmp_path / "new.casefile") == []


def test_bombs_are_named_as_what_they_are(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    bombs = {
        "flate.pdf": hostile.flate_bomb(),
        "laughs.docx": hostile.billion_laughs(),
        "large.docx": hostile.docx_of_megabytes(400),
        "loop.pdf": hostile.page_tree_loop(),
    }
    for name, data in bombs.items():
        (tmp_path / name).write_bytes(data)
    entries = read_and_closed(session, qtbot, [tmp_path / name for name in bombs])
    assert [entry.state for entry in entries] == ["unreadable"] * len(bombs)
    assert all(is_sentence(entry.problem) for entry in entries)
