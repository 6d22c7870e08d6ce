"""From the command to the first screen of a case, against a bare QMainWindow; whole processes.

`python -m tests.benchmarks.bench_start --quotes 100000`
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import Ratio, case_of, median, table
from viewer.store import CaseFile

QUOTES = 100_000
ROOT = Path(__file__).parents[2]

_SHOWN = """
import os, sys
from PySide6.QtWidgets import QApplication

def shown(*_):
    for _ in range(10):
        QApplication.processEvents()
    windows = [w for w in QApplication.topLevelWidgets() if hasattr(w, "session")]
    os._exit(0 if "bare" in sys.argv or windows[0].session.is_open else 1)

QApplication.exec = shown
"""
_BARE = f"""{_SHOWN}
from PySide6.QtWidgets import QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.exec()
"""
_CASEFILE = f"""{_SHOWN}
from pathlib import Path
from viewer.gui.app import run
run(Path(sys.argv[1]))
"""


def run(quotes: int = QUOTES, times: int = 5) -> list[Ratio]:
    """Open the window on a case of so many quotes."""
    with case_of(quotes) as case_file:
        return measured(case_file, quotes, times)


def measured(case_file: CaseFile, quotes: int, times: int = 5) -> list[Ratio]:
    """Open the window on a case, which is closed for it."""
    case_file.close()
    with TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        environment |= {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}

        def start(program: str, argument: str) -> None:
            command = [sys.executable, "-c", program, argument]
            subprocess.run(command, check=True, env=environment, capture_output=True)

        path = str(case_file.path)
        start(_CASEFILE, path)
        floor = median(lambda: start(_BARE, "bare"), times)
        seconds = median(lambda: start(_CASEFILE, path), times)
    return [Ratio(f"open to first screen, {quotes:,} quotes", "bare QMainWindow", seconds, floor)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=QUOTES)
    print(table(run(parser.parse_args().quotes)))  # noqa: T201
