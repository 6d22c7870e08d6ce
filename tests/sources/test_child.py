"""The process that parses is watched from outside, and whatever it says is doubted."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from viewer.errors import Cancelled, UnreadableSource
from viewer.sources import process
from viewer.sources.drawing import page_sizes
from viewer.sources.job_object import BasicLimits, ExtendedLimits, limits_of
from viewer.sources.limits import Limits
from viewer.sources.reading import read_bytes

PAGE = b"<html><p>The neighbours heard a car stop before the house.</p></html>"
QUICK = Limits(wall_seconds=2.0, text_length=100_000, pixel_bytes=1000)
READ_ALL = "import os, sys; sys.stdin.buffer.read(); out = sys.stdout\n"


def answered_by(program: str, monkeypatch: pytest.MonkeyPatch, limits: Limits = QUICK) -> str:
    """Return what the user is told when the parser's process runs this program instead."""
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", READ_ALL + program])
    with pytest.raises(UnreadableSource) as raised:
        read_bytes(PAGE, "page.html", limits)
    return str(raised.value)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("", "broke the part"),
        ("os.abort()", "broke the part"),
        ("out.write('no newline')", "broke the part"),
        ("out.write('not JSON\\n')", "broke the part"),
        ("out.write('[1]\\n')", "broke the part"),
        ("out.write('[' * 500_000 + '\\n')", "broke the part"),
        ("out.write('{}\\n')", "broke the part"),
        ("""out.write('{"problem": ["x"]}\\n')""", "broke the part"),
        ("""out.write('{"problem": "<b>Click here</b>"}\\n')""", "broke the part"),
        ("""out.write('{"fields": {"title": 7}, "tool": "x"}\\nwords')""", "broke the part"),
        ("""out.write('{"fields": {}, "tool": null}\\nwords')""", "broke the part"),
        ("""out.buffer.write(b'{"fields": {}, "tool": "x"}\\n\\xff\\xfe')""", "broke the part"),
        ("""out.write('{"fields": {}, "tool": "x"}\\n')""", "no words"),
        ("""out.write('{"fields": {}, "tool": "x"}\\n' + 'a' * 100_001)""", "million characters"),
        ("while True: out.write('a' * 100_000)", "million characters"),
        ("import time; time.sleep(60)", "too long"),
        ("os.close(0); os.close(1)\nwhile True: pass", "broke the part"),
        ("os.kill(os.getpid(), 9)", "too much memory"),
        ("import signal; os.kill(os.getpid(), signal.SIGXCPU)", "too long"),
    ],
)
def test_whatever_the_process_does_is_one_sentence(
    program: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said in answered_by(program, monkeypatch)


WITHOUT = "import sys; sys.modules[{module!r}] = None; from viewer.cli import start; start()"


@pytest.mark.parametrize(
    # The last is only imported when it is needed, while a document is read.
    "module",
    ["viewer.sources.web.page", "html.parser", "charset_normalizer"],
)
def test_a_part_of_casefile_that_is_missing_is_no_fault_of_the_file(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-c", WITHOUT.format(module=module), "parse"]
    monkeypatch.setattr(process, "command", lambda: command)
    with pytest.raises(UnreadableSource, match="the file is not at fault"):
        read_bytes("<html><p>La voiture était blanche.</p></html>".encode("cp1252"), "page.html")


def test_a_page_that_cannot_be_drawn_for_want_of_a_library_is_no_fault_of_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = [sys.executable, "-c", WITHOUT.format(module="pypdfium2"), "parse"]
    monkeypatch.setattr(process, "command", lambda: command)
    with pytest.raises(UnreadableSource, match="the file is not at fault"):
        page_sizes(b"%PDF-1.7", "report.pdf")


def test_what_it_starts_ends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "pid"
    program = f"""
import subprocess, time
started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({str(note)!r}, "w").write(str(started.pid))
time.sleep(60)
"""
    answered_by(program, monkeypatch)
    assert ended(int(note.read_text()))


def ended(pid: int) -> bool:
    """Whether a process is gone within some seconds, or is only waiting to be forgotten."""
    for _ in range(200):
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_giving_up_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    program = READ_ALL + "import time; time.sleep(60)"
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", program])
    asked = iter([False, False, True])
    with pytest.raises(Cancelled, match="nothing was changed"):
        read_bytes(PAGE, "page.html", cancelled=lambda: next(asked))


def test_titles_are_one_short_line(monkeypatch: pytest.MonkeyPatch) -> None:
    program = READ_ALL + (
        """out.write('{"fields": {"title": "' + 'two\\\\nlines\\\\u0000 ' * 900 + '"}, """
        """"tool": "x"}\\nwords\\x0cand more')"""
    )
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", program])
    source = read_bytes(PAGE, "page.html")
    assert len(source.title) == 1000
    assert source.title.startswith("two lines two lines")
    assert source.text == "words\nand more"


def test_the_environment_tells_nothing_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "word")
    assert not {"SECRET", "HOME", "USER", "PATH"} & set(process.environment())


def test_it_starts_from_a_frozen_bundle_by_one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.command() == [sys.executable, "parse"]


CONFINED = """
import os, sys
import socket
from viewer.sources.confinement import confine
confine({"memory": 300 * 1024**2, "cpu_seconds": 2})
def attempt():
    ATTEMPT
try:
    attempt()
except (OSError, MemoryError) as error:
    print(type(error).__name__)
else:
    print("done")
"""


def attempted(code: str, folder: Path) -> str:
    program = CONFINED.replace("ATTEMPT", code)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, **process.environment()},
        text=True,
    )
    return done.stdout.strip() or str(done.returncode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize(
    ("code", "comes_to"),
    [
        ("len([0] * 10)", "done"),
        ("import wave", "done"),
        ("bytearray(400 * 1024**2)", "MemoryError"),
        ("open('new.txt', 'w')", "PermissionError"),
        ("os.open('new.txt', os.O_CREAT | os.O_WRONLY)", "PermissionError"),
        ("open('/etc/hostname').read()", "PermissionError"),
        ("socket.socket()", "PermissionError"),
        ("socket.getaddrinfo('localhost', 80)", "PermissionError"),
        ("os.system('true')", "PermissionError"),
        ("os.fork()", "PermissionError"),
        ("__import__('subprocess').run(['true'])", "PermissionError"),
    ],
)
def test_the_process_has_given_up_what_it_does_not_need(
    code: str, comes_to: str, tmp_path: Path
) -> None:
    assert attempted(code, tmp_path) == comes_to
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="a filter of Linux")
@pytest.mark.parametrize(
    ("call", "comes_to"),
    [
        ("getpid() > 0", "True"),
        ("socket(2, 1, 0)", "-1"),
        ("socketpair(1, 1, 0, None)", "-1"),
        ("fork()", "-1"),
        ("execv(b'/bin/true', None)", "-1"),
        ("kill(os.getppid(), 0)", "-1"),
    ],
)
def test_not_even_machine_code_gets_round_it(call: str, comes_to: str, tmp_path: Path) -> None:
    code = f"print(__import__('ctypes').CDLL(None).{call})"
    assert attempted(code, tmp_path).split()[0] == comes_to


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_endless_computing_is_ended_by_the_system(tmp_path: Path) -> None:
    assert attempted("\n    while True: pass", tmp_path) == str(-signal.SIGXCPU)


def test_the_limits_of_a_windows_job_are_laid_out_as_windows_reads_them() -> None:
    limits = limits_of(memory=2**30, cpu_seconds=20)
    assert ctypes.sizeof(BasicLimits) == 64
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert ExtendedLimits.job_memory.offset == 120
    assert (limits.job_memory, limits.basic.process_time) == (2**30, 200_000_000)
    assert limits.basic.flags == 0x260A
