"""Passphrases on the command line: asked for in a terminal, or read from a file; never shown."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from viewer.cli import main
from viewer.passphrases import first_line
from viewer.store import is_encrypted

TOP = Path(__file__).parents[1]
WORDS = "the salt of the marshes"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS}\n")
    return path


@pytest.fixture
def case(tmp_path: Path, secret: Path) -> Path:
    path = tmp_path / "case.casefile"
    assert casefile("new", path, "--title", "Marsh", "--passphrase-file", secret).exit_code == 0
    return path


def casefile(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


def test_every_command_reads_the_passphrase_from_a_file(case: Path, secret: Path) -> None:
    assert is_encrypted(case)
    out = case.with_name("out.json")
    for command in (
        ("show", case),
        ("check", case),
        ("annotate", case, "case", "marsh", "--text", "x"),
        ("export", case, out),
        ("search", case, "marsh"),
    ):
        result = casefile(*command, "--passphrase-file", secret)
        assert result.exit_code == 0, result.output
        assert WORDS not in result.output
    assert out.exists()


def test_standard_input_holds_it_too(case: Path) -> None:
    assert "Marsh" in casefile("show", case, "--passphrase-file", "-", typed=f"{WORDS}\n").output


def test_one_line_of_standard_input_is_the_passphrase_wherever_it_is_asked_for(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new.casefile"
    typed = f"{WORDS}\nanother line\n"
    assert casefile("new", path, "--passphrase-file", "-", typed=typed).exit_code == 0
    both = ("--passphrase-file", "-", "--new-passphrase-file", "-")
    assert casefile("passphrase", path, *both, typed=f"{WORDS}\nreeds\n").exit_code == 0
    assert casefile("backup", path, "--passphrase-file", "-", typed="reeds\n").exit_code == 0
    back = ("restore", tmp_path / "new backups", path, "--dry-run", "--passphrase-file", "-")
    restored = casefile(*back, typed="reeds\n")
    assert "The two hold the same records" in restored.output, restored.output


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r", "\nanother line\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_what_ends_a_line_is_no_part_of_the_passphrase(
    tmp_path: Path, start: str, end: str
) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(f"{start} salt\u2028é{end}".encode())
    assert first_line(path, "--passphrase-file") == " salt\u2028é"


def test_a_file_that_holds_no_passphrase_is_told_of(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    for data, said in (
        (b"", "first line is empty"),
        (b"\r\nwords\n", "first line is empty"),
        ("é".encode() * 5000, "over 4,096 bytes"),
        ("words\n".encode("utf-16"), "text in UTF-8"),
        (b"a\0b\n", "with a NUL"),
    ):
        file.write_bytes(data)
        assert said in casefile("show", case, "--passphrase-file", file).output
    for path in (tmp_path, tmp_path / "none"):
        assert "cannot be read" in casefile("show", case, "--passphrase-file", path).output


def test_without_a_terminal_nobody_is_asked(case: Path) -> None:
    result = casefile("show", case)
    assert result.exit_code == 1
    assert "--passphrase-file" in result.output


def test_a_wrong_passphrase_is_a_sentence(case: Path, secret: Path) -> None:
    secret.write_text("another\n")
    result = casefile("show", case, "--passphrase-file", secret)
    assert result.exit_code == 1
    assert "another one, or the file is damaged" in result.output
    secret.write_text("\n")
    assert casefile("show", case, "--passphrase-file", secret).exit_code == 2


def test_a_passphrase_is_changed_and_removed(case: Path, secret: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("reeds\n")
    both = ("--passphrase-file", secret, "--new-passphrase-file", new)
    assert "another passphrase" in casefile("passphrase", case, *both).output
    assert casefile("show", case, "--passphrase-file", secret).exit_code == 1
    asked = casefile("passphrase", case, "--remove", "--passphrase-file", new, typed="n\n")
    assert asked.exit_code == 1
    assert is_encrypted(case)
    done = casefile("passphrase", case, "--remove", "--yes", "--passphrase-file", new)
    assert "anybody who has the file can read it" in done.output
    assert not is_encrypted(case)
    done = casefile("passphrase", case, "--new-passphrase-file", new)
    assert "is protected" in done.output
    assert is_encrypted(case)


def test_backups_without_a_passphrase_are_named_and_deleted_if_wished(
    secret: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plain.casefile"
    casefile("new", path)
    made = casefile("backup", path).output.strip()
    done = casefile("passphrase", path, "--new-passphrase-file", secret)
    assert f"open without a passphrase:\n  {made}" in done.output
    assert Path(made).exists()
    again = ("--passphrase-file", secret, "--new-passphrase-file", secret)
    done = casefile("passphrase", path, *again, "--delete-unencrypted")
    assert f"were deleted:\n  {made}" in done.output
    assert not Path(made).exists()
    assert "without a passphrase" not in casefile("passphrase", path, *again).output


def test_a_terminal_is_asked_and_shows_nothing_of_what_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "case.casefile"
    said = at_terminal(("new", path, "--encrypt"), [WORDS, WORDS])
    assert "nor find it out for you" in said
    assert is_encrypted(path)
    said += at_terminal(("show", path), [WORDS])
    assert "Untitled case" in said
    assert WORDS not in said


def test_nothing_is_asked_where_what_is_typed_would_be_seen() -> None:
    program = f"""
import io, sys
from viewer.passphrases import ask
class Terminal(io.StringIO):
    def isatty(self):
        return True
sys.stdin = Terminal("{WORDS}")
print(ask("Passphrase"))
"""
    command = [sys.executable, "-c", program]
    # Without a session of its own, the terminal of whoever runs the tests would be asked.
    done = subprocess.run(command, cwd=TOP, start_new_session=True, capture_output=True, text=True)
    assert done.stdout.endswith("None\n"), done.stderr
    assert "GetPassWarning" not in done.stderr


def at_terminal(arguments: tuple[object, ...], lines: list[str]) -> str:
    """Run a command with a terminal of its own; give each line when something is asked."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "viewer", *map(str, arguments)]
    with subprocess.Popen(command, cwd=TOP, stdin=theirs, stdout=theirs, stderr=theirs) as child:
        os.close(theirs)
        said = ""
        for line in lines:
            before = len(said)
            while not said[before:].rstrip(" ").endswith(":"):
                said += os.read(ours, 1000).decode()
            time.sleep(0.1)  # what is typed before the echo is off would be shown
            os.write(ours, f"{line}\n".encode())
        said += rest(ours)
        os.close(ours)
        assert child.wait() == 0, said
    return said


def rest(terminal: int) -> str:
    said = b""
    while True:
        try:
            piece = os.read(terminal, 1000)
        except OSError:  # Linux's way to say that the other end is closed
            return said.decode()
        if not piece:
            return said.decode()
        said += piece
