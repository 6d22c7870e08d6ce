"""The rows of the dialog tell backups apart."""

import os
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QAbstractItemModelTester

from viewer.gui.backing_up.model import BackupsModel, Row


def row(path: Path, *time: int) -> Row:
    return Row(path, datetime(2026, 5, 3, *time, tzinfo=UTC), 1, "Backup")


def whens(model: BackupsModel) -> list[str]:
    return [model.data(model.index(n, 0))[-8:].split()[-1] for n in range(model.count)]


def test_seconds_are_shown_where_two_are_of_the_same_minute(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    model = BackupsModel([row(one, 9, 30, 10), row(two, 9, 30, 50), row(three, 8, 0, 5)])
    QAbstractItemModelTester(model)
    assert [when.count(":") for when in whens(model)] == [2, 2, 1]
    assert [when[-3:] for when in whens(model)][:2] == [":50", ":10"]
    other = tmp_path / "other"
    other.touch()
    past = row(three, 8, 0, 59).at.timestamp()
    os.utime(other, (past, past))
    model.number(other)
    assert [when[-3:] for when in whens(model)][2:] == [":05", ":59"]
