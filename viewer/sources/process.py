"""The process of a parser as the system sees it: how it starts, why it ended, how it is ended."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

import viewer
from viewer.sources.limits import Limits
from viewer.sources.problems import Problem

if sys.platform == "win32":
    from viewer.sources.job_object import Job

#: What a Python needs of its environment to start at all.
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH")
#: Why a process ended, by the signal that ended it: the second is the system's, out of memory.
_SIGNALS = {"SIGXCPU": Problem.SLOW, "SIGKILL": Problem.MEMORY}


def command() -> list[str]:
    """Return how the parser is started: from a checkout, an installation or a frozen bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "parse"]
    return [sys.executable, "-P", "-s", "-B", "-m", "viewer", "parse"]


def environment() -> dict[str, str]:
    """Return the little that the parser may know of the user's environment."""
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(viewer.__file__).resolve().parent.parent)}


class Process:
    """A parser that waits for its order; on Windows in a job, elsewhere it limits itself."""

    def __init__(self, limits: Limits) -> None:
        self._process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            bufsize=0,
            # A group of its own, so that whatever it starts ends with it.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if sys.platform == "win32":
            handle = self._process._handle  # type: ignore[attr-defined]
            self._job = Job(int(handle), limits.memory, limits.cpu_seconds)

    @property
    def stdin(self) -> IO[bytes]:
        """Where the order goes in."""
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def stdout(self) -> IO[bytes]:
        """Where the answer comes out."""
        assert self._process.stdout is not None
        return self._process.stdout

    def why_it_ended(self) -> Problem:
        """Return what became of a process that closed its answer without one."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        ended_by = -(self._process.returncode or 0)
        known = {getattr(signal, name, None): problem for name, problem in _SIGNALS.items()}
        return known.get(ended_by, Problem.CRASHED)

    def end(self) -> None:
        """End the process and whatever it started."""
        if sys.platform == "win32":
            self._job.end()
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
