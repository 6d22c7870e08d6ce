"""Mutates many case files and says what became of each.

python -m tests.mutating [FILES [SEED]] [--keep FILE] [--write]

Each is looked at in a child process that is ended after `LIMIT` seconds; `--write` keeps the table
in `tests/mutating/RESULTS.md`. With `--keep`, a campaign that was ended can be gone on with.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tests.mutating.campaign import Outcome, run
from tests.mutating.making import MUTATIONS

RESULTS = Path(__file__).with_name("RESULTS.md")


def table(outcomes: list[Outcome]) -> str:
    """Return how each kind of mutation ended, as Markdown."""
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        rows[outcome.mutation][outcome.ending] += 1
    endings = sorted({ending for row in rows.values() for ending in row})
    lines = [f"| mutation | files | {' | '.join(endings)} |", f"|---|---|{'---|' * len(endings)}"]
    for mutation, row in rows.items():
        cells = " | ".join(f"{row[ending]:,}" for ending in endings)
        lines.append(f"| {mutation} | {row.total():,} | {cells} |")
    return "\n".join(lines)


def summary(outcomes: list[Outcome], seed: int) -> str:
    """Return the table with what it says of the promise."""
    bad = [outcome for outcome in outcomes if outcome.problems]
    longest = max((outcome.seconds for outcome in outcomes), default=0.0)
    return (
        f"{table(outcomes)}\n\n{len(outcomes):,} files, seed {seed}: {len(bad):,} broke a promise "
        f"(a crash, more than 5 s, a changed file); the longest step took {longest:.1f} s of the "
        "processor.\n"
    )


def main() -> int:
    """Run the campaign; the exit code says whether a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutating")
    parser.add_argument("files", nargs="?", type=int, default=300)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path, help="A file to go on with.")
    parser.add_argument("--only", action="append", choices=MUTATIONS, help="A kind of mutation.")
    given = parser.parse_args()
    outcomes = run(given.files, given.seed, given.only or MUTATIONS, given.keep)
    text = summary(outcomes, given.seed)
    sys.stdout.write(text)
    if given.write:
        RESULTS.write_text(f"{_HEAD}\n{text}", encoding="utf-8")
    return int(any(outcome.problems for outcome in outcomes))


_HEAD = """# Mutated case files

What became of case files that were damaged, or built to do harm (`python -m tests.mutating`).
Each is opened for editing and read-only, and then all of it is listed, searched, read, checked and
salvaged into a new file, in a process of its own. “Parts are refused” means that it opened and that
some list, search or record was answered with a sentence. “Encrypted” are mutated bytes of an
encrypted file; “beneath a passphrase” are files of a stranger who gives the passphrase, too: their
pages were decrypted, mutated, encrypted again and signed.
"""

if __name__ == "__main__":
    sys.exit(main())
