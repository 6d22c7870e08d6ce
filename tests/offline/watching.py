"""A program under strace(1): which sockets it asks for, and where it means to send something."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

TOP = Path(__file__).parents[2]
_CALLS = "socket,socketpair,connect,bind,sendto,sendmsg,sendmmsg,io_uring_setup"
_FAMILY = re.compile(r"\b(?:socket|socketpair)\((\w+)|sa_family=(\w+)")
#: Sockets of this machine: the display, the screen reader, the system's list of users.
NEAR = "AF_UNIX"
#: What strace needs to be of use, and without which nothing can be said.
STRACE = shutil.which("strace")


def run(
    command: Sequence[str], folder: Path, *, before: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run Python with a module of the tests, with a home of its own in a folder."""
    home = folder / "home"
    (home / "run").mkdir(parents=True, exist_ok=True, mode=0o700)
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = {
        **os.environ,
        **dict.fromkeys(names, str(home)),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    return subprocess.run(
        [*before, sys.executable, *command],
        cwd=TOP,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def watched(
    command: Sequence[str], folder: Path
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run it, and return also each call that concerns a socket, of it and of all it started."""
    log = folder / "calls.txt"
    assert STRACE is not None
    strace = [STRACE, "-f", "-qq", "--seccomp-bpf", "-e", f"trace={_CALLS}", "-o", str(log)]
    done = run(command, folder, before=strace)
    return done, log.read_text("utf-8", "replace").splitlines()


def far(calls: Sequence[str]) -> list[str]:
    """Return the calls that reach, or could reach, further than this machine."""
    return [call for call in calls if "io_uring_setup" in call or set(families(call)) - {NEAR}]


def families(call: str) -> Iterator[str]:
    """Yield the families of addresses that a call names."""
    for made, named in _FAMILY.findall(call):
        yield made or named
