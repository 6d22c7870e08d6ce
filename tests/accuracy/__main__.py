"""What the rules find, as a table: `python -m tests.accuracy [--gum FOLDER] [--brat FOLDER]`.

With `--write`, the table goes to RESULTS.md beside this file.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.accuracy.measuring import Result, of_brat, of_gum, own
from tests.accuracy.report import markdown

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = """# What the rules find

Written by `python -m tests.accuracy --write`. What is counted, and how, stands in
[README.md](README.md). Shares are of counts in the same line; "–" is a share of nothing.

"""


def main() -> None:
    """Measure, and print or write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--gum", type=Path, help="a checkout or git directory of GUM")
    parser.add_argument("--brat", type=Path, help="a folder with text/ and attributions/")
    parser.add_argument("--write", action="store_true", help="write the table to RESULTS.md")
    wanted = parser.parse_args()
    table = markdown(list(_results(wanted.gum, wanted.brat)))
    if wanted.write:
        RESULTS.write_text(_HEAD + table, encoding="utf-8")
    else:
        print(table)  # noqa: T201


def _results(gum: Path | None, brat: Path | None) -> Iterator[Result]:
    yield own()
    if gum:
        yield of_gum(gum)
    if brat:
        yield of_brat(brat)


if __name__ == "__main__":
    main()
