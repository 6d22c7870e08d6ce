"""Pages of a list, at its beginning and far down, against a read of as many rows by row number.

`python -m tests.benchmarks.bench_lists --quotes 1000000`
"""

import argparse

from tests.benchmarks.measure import Ratio, case_of, median, table
from viewer.store import CaseFile, ListQuery

QUOTES = 100_000
_FLOOR = "SELECT * FROM quote WHERE rowid > ? ORDER BY rowid LIMIT 128"


def run(quotes: int = QUOTES) -> list[Ratio]:
    """Page through the quotes of a case of so many."""
    with case_of(quotes) as case_file:
        return measured(case_file, quotes)


def measured(case_file: CaseFile, quotes: int) -> list[Ratio]:
    """Page through the quotes of a case."""
    query = ListQuery("quote", "speaker")
    far = quotes * 9 // 10
    key = case_file.page(query, skip=far, limit=1)[0].key
    ways = {
        "first page": lambda: case_file.page(query),
        "page after 90 %": lambda: case_file.page(query, key),
        "jump to 90 %": lambda: case_file.page(query, skip=far),
        "count": lambda: case_file.count(query),
    }
    floor = median(lambda: case_file._db.execute(_FLOOR, (far,)).fetchall())
    return [
        Ratio(f"list of {quotes:,} quotes, {name}", "128 rows by number", median(way), floor)
        for name, way in ways.items()
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=QUOTES)
    print(table(run(parser.parse_args().quotes)))  # noqa: T201
