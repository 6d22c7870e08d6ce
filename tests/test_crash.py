"""What is told of our own bugs, where it is written down, and that it is not when unwanted."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from viewer import crash
from viewer.cli import main
from viewer.crash_report import report

TOP = Path(__file__).parents[1]


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
    text = tmp_path / "article.txt"
    text.write_text("Salma Rahim was arrested in Basra.")
    monkeypatch.setattr("viewer.suggesting.json_of", lambda _: 1 / 0)
    told = CliRunner().invoke(main, ["suggest", "--json", str(text)])
    assert (told.exit_code, str(log) in told.stderr, log.exists()) == (70, True, True)
    crash.keep_log(False)
    told = CliRunner().invoke(main, ["suggest", "--json", str(text)])
    assert (told.exit_code, str(log) in told.stderr, log.exists()) == (70, False, False)
    assert "Casefile made a mistake" in told.stderr


SECRET = "Amjad Aldhamat"


def hostile_type() -> type[Exception]:
    return type(SECRET, (LookupError,), {"__module__": f"Basra {SECRET}", "__qualname__": SECRET})


class _Liar(type):
    """Fails, with a word of the case, when it is asked what its classes are called."""

    def __getattribute__(cls, name: str) -> Any:
        if name in ("__module__", "__qualname__"):
            raise RuntimeError(SECRET)
        return super().__getattribute__(name)


class LyingError(ValueError, metaclass=_Liar):
    pass


def raised(error: BaseException) -> BaseException:
    """Raise it in code that was made from a string and is called after the case."""
    code = compile("def f(e):\n raise e", f"/home/me/{SECRET}.py", "exec")
    made: dict[str, Any] = {}
    exec(code.replace(co_name=SECRET), made)
    error.add_note(SECRET)
    try:
        made["f"](error)
    except BaseException as caught:
        return caught
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (hostile_type()(SECRET), "builtins.LookupError"),
        (LyingError(SECRET), "builtins.ValueError"),
        (KeyError(SECRET), "builtins.KeyError"),
        (UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET), "builtins.UnicodeDecodeError"),
        (SyntaxError(SECRET, (f"{SECRET}.py", 1, 1, SECRET)), "builtins.SyntaxError"),
        (OSError(2, "No such file", f"/home/me/{SECRET}"), "builtins.FileNotFoundError"),
        (ExceptionGroup(SECRET, [hostile_type()(SECRET), OSError()]), "builtins.OSError"),
    ],
)
def test_a_report_names_types_and_places_whatever_the_error_is_called(
    error: BaseException, name: str
) -> None:
    try:
        raise RuntimeError(SECRET) from raised(error)
    except RuntimeError as caught:
        words = report(caught)
    assert name in words
    assert "builtins.RuntimeError" in words
    assert "tests/test_crash.py:" in words
    for part in (*SECRET.split(), "Basra", str(Path.home())):
        assert part not in words


def test_a_report_of_an_endless_way_is_short() -> None:
    def fall() -> None:
        fall()

    try:
        fall()
    except RecursionError as error:
        words = report(error)
    assert len(words.splitlines()) < 70
    assert "more …" in words


def test_errors_that_come_from_each_other_end() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert report(one).count("builtins.") == 2


UNCAUGHT = """
import threading
from viewer.crash import hide_messages
hide_messages()
class Dying:
    def __del__(self): raise ValueError("Amjad Aldhamat")
def fail(): raise KeyError("Amjad Aldhamat")
Dying()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
{}["Amjad Aldhamat"]
"""


def test_python_prints_no_message_of_an_error() -> None:
    done = subprocess.run(
        [sys.executable, "-c", UNCAUGHT], cwd=TOP, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.count("builtins.KeyError") == 2
    assert done.stderr.count("builtins.ValueError") == 1
    assert "Aldhamat" not in done.stderr
