"""No connection is opened: what asks for one is refused by Python, and by the kernel."""

import subprocess
import sys
from pathlib import Path

import pytest

from viewer.offline import display_is_far
from viewer.system_calls import filter_of

TOP = Path(__file__).parents[1]

GUARDED = """
import ctypes, os, socket, subprocess, sys, threading
from viewer.offline import NetworkRefusedError, stay_offline

held_by_kernel = stay_offline(window=False)
libc = ctypes.CDLL(None, use_errno=True)

def refused(deed):
    try:
        deed()
    except NetworkRefusedError:
        return True
    return False
"""

PYTHONS_OWN = """
far = (socket.AF_INET, socket.AF_INET6)
assert all(refused(lambda: socket.socket(family)) for family in far)
assert refused(lambda: socket.create_server(("127.0.0.1", 0)))
assert refused(lambda: socket.create_connection(("127.0.0.1", 9)))
assert refused(lambda: socket.getaddrinfo("example.org", 80))
assert refused(lambda: socket.gethostbyname("example.org"))
one, other = socket.socketpair()
one.sendall(b"near")
assert other.recv(4) == b"near"
"""

MACHINE_CODE = """
assert held_by_kernel
def opens(family):
    return libc.socket(family, 1, 0) >= 0
def opened():
    return [family for family in range(1, 46) if opens(family)]
assert opened() == [socket.AF_UNIX], opened()
seen = []
thread = threading.Thread(target=lambda: seen.extend(opened()))
thread.start()
thread.join()
assert seen == [socket.AF_UNIX]
child = "import ctypes; print([f for f in range(1, 46) if ctypes.CDLL(None).socket(f, 1, 0) >= 0])"
assert subprocess.check_output([sys.executable, "-c", child]).split() == [b"[1]"]
assert libc.syscall(425, 1, 0) == -1  # io_uring_setup
assert ctypes.get_errno() == 1
"""

AN_OPEN_ONE = """
far = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
stay_offline(window=False)
assert refused(lambda: far.sendto(b"words", ("127.0.0.1", 9)))
assert refused(lambda: far.connect(("127.0.0.1", 9)))
"""


def python(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=TOP, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_python_opens_local_sockets_alone() -> None:
    python(GUARDED + PYTHONS_OWN)


@pytest.mark.skipif("sys.platform != 'linux'", reason="no filter of system calls elsewhere")
def test_no_machine_code_opens_another_either() -> None:
    python(GUARDED + MACHINE_CODE)


def test_a_socket_from_before_reaches_nobody() -> None:
    python(GUARDED.replace("held_by_kernel = stay_offline(window=False)", "") + AN_OPEN_ONE)


def test_a_machine_that_is_not_known_has_no_filter() -> None:
    assert filter_of("z80", ("socket",)) == b""
    assert len(filter_of("aarch64", ("socket", "kill"), local_sockets=True)) % 8 == 0


@pytest.mark.parametrize(
    ("display", "is_far"),
    [
        *[("", False), (":0", False), (":0.0", False), ("unix:0", False), ("me/unix:0", False)],
        *[("/private/tmp/launch.x/org.xquartz:0", False), ("unix/somebody:0", False)],
        *[("localhost:10.0", True), ("desk:0", True), ("tcp/desk:0", True), ("[::1]:0", True)],
    ],
)
def test_a_display_may_be_on_another_machine(
    display: str, is_far: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert display_is_far() == is_far
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not display_is_far()
