"""The crash log without a window: switched off, it is not written, and what was there is gone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from viewer import crash
from viewer.cli import main


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return crash.log_path()


def test_a_log_that_is_not_kept_is_gone_and_comes_back_when_it_is_wanted(log: Path) -> None:
    assert crash.log(ValueError()) == log
    crash.keep_log(False)
    assert not crash.keeps_log()
    assert not log.exists()
    assert crash.log(ValueError()) is None
    assert not log.exists()
    crash.keep_log(True)
    assert crash.log(ValueError()) == log
    assert log.stat().st_size > 0


def test_it_can_be_switched_off_before_it_ever_was(log: Path) -> None:
    crash.keep_log(False)
    assert crash.log(ValueError()) is None
    assert [path.name for path in log.parent.iterdir()] == ["no-crash-log"]


@pytest.mark.skipif("sys.platform == 'win32'", reason="there, folders of the user are theirs alone")
def test_nobody_else_may_look_at_it(log: Path) -> None:
    crash.log(ValueError())
    assert log.parent.stat().st_mode & 0o077 == 0


def test_the_command_line_heeds_the_switch(
    log: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("viewer.store.check", lambda path: 1 / 0)
    told = CliRunner().invoke(main, ["check", str(tmp_path / "a.casefile")])
    assert (told.exit_code, str(log) in told.stderr, log.exists()) == (70, True, True)
    crash.keep_log(False)
    told = CliRunner().invoke(main, ["check", str(tmp_path / "a.casefile")])
    assert (told.exit_code, str(log) in told.stderr, log.exists()) == (70, False, False)
    assert "Casefile made a mistake" in told.stderr
