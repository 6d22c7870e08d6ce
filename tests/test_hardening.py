"""What a process gives up as it starts: its memory is written nowhere, and it stays offline."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="told of by Linux's /proc")

CRASH = """
import os, resource
from viewer.hardening import leave_no_dumps
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
{harden}
os.abort()
"""

#: A program that tells, when it ends, what the system says of it.
TOLD = """
import atexit, ctypes, sys
from pathlib import Path

def tell():
    print(*(Path("/proc/self", name).read_text() for name in ("status", "limits")))
    print("Dumpable:", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))

atexit.register(tell)
sys.argv[0] = "casefile"
"""


def dumps(folder: Path, harden: str) -> bool:
    """Crash in a folder of one's own; return whether the system says that it kept the memory."""
    command = [sys.executable, "-c", CRASH.format(harden=harden)]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    with subprocess.Popen(command, cwd=folder, env=environment) as process:
        _, status = os.waitpid(process.pid, 0)
        process.returncode = status
    assert os.WIFSIGNALED(status)
    return os.WCOREDUMP(status)


def test_a_crash_leaves_no_dump(tmp_path: Path) -> None:
    assert not dumps(tmp_path, "leave_no_dumps()")
    assert list(tmp_path.iterdir()) == []


def test_without_that_it_would(tmp_path: Path) -> None:
    if not dumps(tmp_path, ""):
        pytest.skip("this system keeps no dumps of anything")


def test_each_command_starts_so() -> None:
    command = [sys.executable, "-c", f"{TOLD}from viewer.cli import start; start()", "--version"]
    told = subprocess.run(command, cwd=TOP, check=True, capture_output=True, text=True).stdout
    assert re.search(r"^NoNewPrivs:\s+1$", told, re.MULTILINE)
    assert re.search(r"^Seccomp:\s+2$", told, re.MULTILINE)
    assert re.search(r"^Max core file size +0 +0 ", told, re.MULTILINE)
    assert re.search(r"^Dumpable: 0$", told, re.MULTILINE)


def test_a_window_from_another_machine_is_told_what_the_system_cannot_refuse() -> None:
    command = [sys.executable, "-c", f"{TOLD}from viewer.cli import start; start()"]
    environment = {**os.environ, "DISPLAY": "127.0.0.1:99", "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        command, cwd=TOP, env=environment, check=False, capture_output=True, text=True
    )
    assert "the display is on another machine" in done.stderr
    assert re.search(r"^Seccomp:\s+0$", done.stdout, re.MULTILINE)
    assert re.search(r"^Dumpable: 0$", done.stdout, re.MULTILINE)
