"""A screen reader's place beside the program: a display, a bus, and something that asks."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROBE = Path(__file__).with_name("screen_reader_probe.py")
ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"

#: Steps of role and beginning of a name.
Steps = list[tuple[str, str]]


def missing() -> str:
    """What this machine lacks for it; "" where it has everything."""
    tools = [tool for tool in ("Xvfb", "dbus-run-session") if shutil.which(tool) is None]
    known = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], check=False, capture_output=True
    )
    return ", ".join([*tools, *(["python3-pyatspi"] if known.returncode else [])])


class ScreenReader:
    """Asks the program what it tells of itself."""

    def __init__(self, probe: "subprocess.Popen[str]") -> None:
        self._probe = probe

    def ask(self, function: str, *arguments: Any) -> Any:
        """Return what a function of the probe does."""
        assert self._probe.stdin is not None
        assert self._probe.stdout is not None
        print(json.dumps([function, *arguments]), file=self._probe.stdin, flush=True)
        # The registry of AT-SPI greets on the same pipe.
        answers = (line for line in self._probe.stdout if line.startswith("{"))
        answer = json.loads(next(answers))
        assert "error" not in answer, answer["error"]
        return answer["value"]


@contextmanager
def reading(case: Path, folder: Path) -> Iterator[ScreenReader]:
    """The real program with a case, on a display and a bus of its own."""
    program = [sys.executable, "-m", "viewer", str(case)]
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(PROBE), *program]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    with display() as name, (folder / "errors.txt").open("w") as errors:
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("QT_")},
            "DISPLAY": name,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
        }
        with subprocess.Popen(
            command, text=True, env=environment, cwd=ROOT, stderr=errors, **pipes
        ) as probe:
            try:
                yield ScreenReader(probe)
            finally:
                assert probe.stdin is not None
                probe.stdin.close()
                probe.wait(30)


@contextmanager
def display() -> Iterator[str]:
    """A display that no other program uses."""
    out, into = os.pipe()
    # Without -noreset the server begins anew, and refuses, whenever its last client leaves.
    options = ["-noreset", "-nolisten", "tcp", "-screen", "0", "1400x900x24"]
    command = ["Xvfb", "-displayfd", str(into), *options]
    with subprocess.Popen(command, pass_fds=[into], stderr=subprocess.DEVNULL) as server:
        os.close(into)
        try:
            with os.fdopen(out) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()
