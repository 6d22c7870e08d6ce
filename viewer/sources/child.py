"""What a parser is asked and answers: it is fed, watched, ended, and never trusted."""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import IO, Any

from viewer.errors import Cancelled
from viewer.sources.limits import Limits
from viewer.sources.problems import Problem, ProblemError
from viewer.sources.process import Process

#: Bytes of an answer's first line.
_LONGEST_HEADER = 1024 * 1024
_CHUNK = 256 * 1024
#: Seconds between two questions whether the user gave up.
_BETWEEN = 0.02
#: Seconds for a thread to see that its pipe was closed.
_GRACE = 1.0

Answer = tuple[dict[str, Any], bytes]


def ask(
    task: Mapping[str, Any],
    data: bytes,
    limits: Limits,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """Return what a process of its own answers to a task on a stranger's bytes.

    The answer is whatever the process said: a JSON object and bytes, to be checked by the caller.
    Raises `ProblemError` and `Cancelled`; in any case the process has ended by then.
    """
    return _answer(Process(limits), {**_order(limits), **task, "size": len(data)}, data, cancelled)


def _order(limits: Limits) -> dict[str, Any]:
    names = (
        "memory",
        "cpu_seconds",
        "wall_seconds",
        "text_length",
        "pixel_bytes",
        "output_bytes",
        "most_pages",
    )
    return {name: getattr(limits, name) for name in names}


def _answer(
    process: Process,
    order: dict[str, Any],
    data: bytes,
    cancelled: Callable[[], bool] | None,
) -> Answer:
    fed, collected = _Fed(process.stdin, order, data), _Collected(process.stdout, order)
    try:
        fed.start()
        collected.start()
        _wait(collected, order["wall_seconds"], cancelled)
        return _understood(process, collected)
    finally:
        process.end()
        # Each closes its own pipe: a number closed under a thread may soon be another file's.
        fed.join(_GRACE)
        collected.join(_GRACE)


def _wait(job: Thread, seconds: float, cancelled: Callable[[], bool] | None) -> None:
    deadline = time.monotonic() + seconds
    while job.is_alive():
        job.join(_BETWEEN)
        if cancelled is not None and cancelled():
            raise Cancelled("Reading was stopped; nothing was changed.")
        if time.monotonic() > deadline:
            raise ProblemError(Problem.SLOW)


class _Fed(Thread):
    """Gives a process its order and the bytes."""

    def __init__(self, stdin: IO[bytes], order: dict[str, Any], data: bytes) -> None:
        super().__init__(daemon=True)
        self._stdin = stdin
        self._parts = (json.dumps(order).encode() + b"\n", data)

    def run(self) -> None:
        """Write until all is written, or the other end has closed."""
        with suppress(OSError), self._stdin as stdin:
            for part in self._parts:
                view = memoryview(part)
                while view:
                    view = view[stdin.write(view) :]


class _Collected(Thread):
    """Gathers what comes from a process, up to a number of bytes."""

    def __init__(self, stdout: IO[bytes], order: dict[str, Any]) -> None:
        super().__init__(daemon=True)
        self._stdout = stdout
        self._room: int = order["output_bytes"]
        self.parts: list[bytes] = []

    @property
    def is_too_much(self) -> bool:
        """Whether the process said more than it may."""
        return self._room < 0

    def run(self) -> None:
        """Read until the other end closes, or has said too much."""
        with suppress(OSError), self._stdout as stdout:
            while not self.is_too_much and (part := stdout.read(_CHUNK)):
                self._room -= len(part)
                self.parts.append(part)


def _understood(process: Process, collected: _Collected) -> Answer:
    if collected.is_too_much:
        raise ProblemError(Problem.TOO_MUCH_TEXT)
    header, newline, payload = b"".join(collected.parts).partition(b"\n")
    if not newline or len(header) > _LONGEST_HEADER:
        raise ProblemError(process.why_it_ended())
    try:
        answer = json.loads(header)
    except (ValueError, RecursionError) as error:
        raise ProblemError(Problem.CRASHED) from error
    if not isinstance(answer, dict):
        raise ProblemError(Problem.CRASHED)
    if "problem" in answer:
        raise ProblemError(_problem(answer["problem"]))
    return answer, payload


def _problem(code: object) -> Problem:
    return next((problem for problem in Problem if problem.value == code), Problem.CRASHED)
