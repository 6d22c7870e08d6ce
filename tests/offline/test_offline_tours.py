"""Over a tour of all that the program does, nobody asks for a socket that leads out of the machine.

The tours are without the program's own guard, so that who would ask is seen; `python -m
tests.offline` goes the long way, and once without any network.
"""

from pathlib import Path

import pytest

from tests.offline.watching import STRACE, far, run, watched

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")

ASKING = {
    "Python": "import socket; socket.socket(socket.AF_INET)",
    "Python, by datagrams": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "machine code": "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)",
    "what is started": "import subprocess, sys; subprocess.run([sys.executable, '-c', "
    "'import socket; socket.socket(socket.AF_INET)'])",
    "the system's resolver": "import socket; socket.getaddrinfo('example.invalid', 80)",
}
NEAR = "import socket; socket.socketpair(); socket.socket(socket.AF_UNIX)"


@pytest.mark.parametrize("how", ASKING)
def test_who_asks_for_a_network_is_seen(how: str, tmp_path: Path) -> None:
    _, calls = watched(["-c", ASKING[how]], tmp_path)
    assert far(calls)


def test_who_stays_on_the_machine_is_not(tmp_path: Path) -> None:
    done, calls = watched(["-c", NEAR], tmp_path)
    assert done.returncode == 0
    assert calls
    assert far(calls) == []


@pytest.mark.parametrize("tour", ["command_tour", "window_tour"])
def test_a_tour_asks_for_no_network(tour: str, tmp_path: Path) -> None:
    done, calls = watched(["-m", f"tests.offline.{tour}", str(tmp_path), "--short"], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) > 20
    assert far(calls) == []


def test_the_whole_way_works_with_the_guard_and_without_a_network(tmp_path: Path) -> None:
    alone = ["unshare", "-rn"]
    if run(["-c", "pass"], tmp_path, before=alone).returncode:
        pytest.skip("this system gives nobody a network of their own")
    done = run(["-m", "viewer", "self-test"], tmp_path, before=alone)
    assert done.returncode == 0, done.stderr
    assert "export:" in done.stdout
