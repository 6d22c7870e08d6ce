"""The long tours: `python -m tests.offline`.

All that the command line and the window do, under strace(1) without the program's own guard; then
again with it, in a network of its own in which there is nobody. Says what was asked for; the last
findings are in `RESULTS.md`.
"""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.offline.watching import families, far, run, watched

TOURS = ("command_tour", "window_tour")
ALONE = ["unshare", "-rn"]


def main() -> int:
    return sum(seen(tour) for tour in TOURS) + sum(alone(tour) for tour in TOURS)


def seen(tour: str) -> int:
    """Take a tour under strace; return how much was wrong."""
    with TemporaryDirectory() as folder:
        done, calls = watched(["-m", f"tests.offline.{tour}", folder], Path(folder))
    steps = len(done.stdout.splitlines())
    named = Counter(family for call in calls for family in families(call))
    asked = ", ".join(f"{number} {family}" for family, number in named.items()) or "none"
    wrong = [f"ended with {done.returncode}: {done.stderr[-2000:]}"] if done.returncode else []
    tell(f"{tour} under strace", f"{steps} steps; calls of sockets: {asked}", [*far(calls), *wrong])
    return len(far(calls)) + len(wrong)


def alone(tour: str) -> int:
    """Take a tour with the guard and without a network; return how much was wrong."""
    with TemporaryDirectory() as folder:
        if run(["-c", "pass"], Path(folder), before=ALONE).returncode:
            tell(f"{tour} without a network", "not possible on this system", [])
            return 0
        command = ["-m", f"tests.offline.{tour}", folder, "--guarded"]
        done = run(command, Path(folder), before=ALONE)
    wrong = [f"ended with {done.returncode}: {done.stderr[-2000:]}"] if done.returncode else []
    tell(f"{tour} without a network", f"{len(done.stdout.splitlines())} steps", wrong)
    return len(wrong)


def tell(what: str, found: str, wrong: list[str]) -> None:
    sys.stdout.write(f"{what}: {found}; {len(wrong)} wrong\n")
    sys.stdout.writelines(f"  {line}\n" for line in wrong)


if __name__ == "__main__":
    sys.exit(bool(main()))
