"""What is remembered, what is not, and that the latter is not on the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from viewer import crash
from viewer.gui.settings import BACKUPS, LOCK_MINUTES, Settings

STATE = QByteArray(b"where everything was")


def of_file(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "casefile.ini"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return crash.log_path()


def test_at_first_all_is_kept_and_locked_after_a_while(file: Path, log: Path) -> None:
    settings = of_file(file)
    assert settings.lock_minutes == LOCK_MINUTES
    assert settings.makes_backups
    assert settings.backups_folder is None
    assert settings.backups_kept == BACKUPS
    assert settings.keeps_recent
    assert settings.keeps_states
    assert settings.keeps_crash_log


def test_what_was_chosen_is_there_at_the_next_start(file: Path, log: Path) -> None:
    settings = of_file(file)
    settings.lock_minutes, settings.backups_kept = 0, 3
    settings.backups_folder = file.parent / "safe place"
    settings.makes_backups = settings.keeps_recent = settings.keeps_states = False
    settings.keeps_crash_log = False
    again = of_file(file)
    assert (again.lock_minutes, again.backups_kept) == (0, 3)
    assert again.backups_folder == file.parent / "safe place"
    assert not again.makes_backups
    assert not again.keeps_recent
    assert not again.keeps_states
    assert not again.keeps_crash_log
    again.keeps_recent = again.keeps_crash_log = True
    assert of_file(file).keeps_recent
    assert settings.keeps_crash_log


@pytest.mark.parametrize("written", ["-5", "many", "", "3.5"])
def test_a_number_that_is_none_is_the_usual_one(file: Path, written: str) -> None:
    file.write_text(f"[General]\nlock_minutes={written}\nbackups_kept={written}\n")
    assert of_file(file).lock_minutes == LOCK_MINUTES
    assert of_file(file).backups_kept == BACKUPS


def test_one_backup_at_least_is_kept(file: Path) -> None:
    file.write_text("[General]\nbackups_kept=0\n")
    assert of_file(file).backups_kept == 1


def remembered(settings: Settings) -> None:
    settings.add_recent(Path("/home/me/Basra witnesses.casefile"))
    settings.set_state("list/persons", STATE)


def forget(settings: Settings) -> None:
    settings.keeps_recent = settings.keeps_states = False


@pytest.mark.parametrize("forget", [forget, Settings.clear_traces])
def test_what_is_forgotten_is_gone_from_the_disk(
    file: Path, forget: Callable[[Settings], None]
) -> None:
    settings = of_file(file)
    settings.who = "Sami"
    remembered(settings)
    of_file(file).add_recent(Path("/elsewhere.casefile"))
    settings.add_recent(Path("/home/me/Basra witnesses.casefile"))
    forget(settings)
    words = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"Sami" in words
    for word in (b"Basra", b"where everything was", b"elsewhere"):
        assert word not in words
    assert settings.recent == []
    assert settings.state("list/persons").isEmpty()


def test_what_is_not_to_be_kept_is_not_written(file: Path) -> None:
    settings = of_file(file)
    settings.keeps_recent = settings.keeps_states = False
    remembered(settings)
    del settings
    assert b"Basra" not in file.read_bytes()
    assert b"state" not in file.read_bytes().replace(b"keeps_states", b"")


def test_a_window_that_was_open_before_keeps_nothing_either(file: Path) -> None:
    here, there = of_file(file), of_file(file)
    remembered(there)
    here.keeps_recent = here.keeps_states = False
    remembered(there)
    del here, there
    assert b"Basra" not in file.read_bytes()


def test_a_file_that_was_half_written_goes_with_the_traces(file: Path) -> None:
    left, other = file.with_name("casefile.ini.aBc123"), file.with_name("casefile.ini.of-mine")
    left.write_text("Basra")
    other.write_text("mine")
    of_file(file).clear_traces()
    assert not left.exists()
    assert other.exists()
