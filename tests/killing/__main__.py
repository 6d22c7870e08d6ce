"""Kills many children and says what became of their case.

python -m tests.killing [ROUNDS [SEED]]
"""

import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.killing.killer import kill_once, table
from viewer.store import CaseFile


def main(rounds: int, seed: int) -> int:
    rng = Random(seed)
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        path = Path(folder, "killed.casefile")
        CaseFile.create(path).close()
        deaths = [kill_once(path, rng) for _ in range(rounds)]
    sys.stdout.write(f"seed {seed}, {time.monotonic() - began:.0f} s\n{table(deaths)}\n")
    return int(any(death.problems for death in deaths))


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [200, time.time_ns() % 2**32][len(given) :])))
