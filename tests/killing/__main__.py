"""Kills many children, lets faults meet as many, and says what became of their cases.

python -m tests.killing [ROUNDS] [--inject ROUNDS] [--seed SEED] [--jobs N] [--write]
    [--work WORK] [--key KEY]
"""

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.killing import faults
from tests.killing.campaign import STATES, Campaign, Rows
from tests.killing.report import report
from tests.killing.work import WORK

#: Into which a campaign is divided, each with a seed of its own.
_PARTS = 12
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> int:
    wishes = _wishes()
    began = time.monotonic()
    campaign = Campaign(Path(), wishes.seed)
    with ProcessPoolExecutor(wishes.jobs) as pool:
        for rows in pool.map(partial(_part, wishes), range(_PARTS)):
            campaign.join(rows)
            text = report(campaign, time.monotonic() - began)
            if wishes.write:
                RESULTS.write_text(text, "utf-8")
    _say(text)
    return int(bool(campaign.problems))


def _part(wishes: argparse.Namespace, n: int) -> Rows:
    """Do one part of the campaign, by a seed of its own."""
    with TemporaryDirectory() as folder:
        only = wishes.work or WORK, wishes.key or STATES
        campaign = Campaign(Path(folder), wishes.seed + n, _say, *only)
        campaign.kill(_share(wishes.rounds, n))
        campaign.inject(_share(wishes.inject, n))
    return campaign.rows


def _share(number: int, n: int) -> int:
    return (number + n) // _PARTS


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.killing", description=__doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=200, help="children to kill")
    parser.add_argument("--inject", type=int, default=0, help="children to meet a fault")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32)
    parser.add_argument("--jobs", type=int, default=1, help="how many work at once")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--work", action="append", choices=WORK, help="this work alone")
    parser.add_argument("--key", action="append", choices=STATES, help="cases of this key alone")
    wishes = parser.parse_args()
    if wishes.inject and not faults.has_strace():
        parser.error("faults are injected by strace, which is not installed")
    return wishes


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
