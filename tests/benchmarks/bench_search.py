"""From keystroke to results: words typed letter by letter, against the bare FTS5 query.

`python -m tests.benchmarks.bench_search --quotes 1000000`
"""

import argparse
from collections.abc import Iterator
from functools import partial

from tests.benchmarks.measure import Ratio, case_of, percentile, table, timed
from viewer.store import CaseFile, search

QUOTES = 100_000
TYPED = ("amjad said", "committee item7", "number 4321", "gunmen asked", "أمجد", "river october")
_FLOOR = (
    "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
)


def run(quotes: int = QUOTES) -> list[Ratio]:
    """Type the words into a case of so many quotes."""
    with case_of(quotes) as case_file:
        return measured(case_file, quotes)


def measured(case_file: CaseFile, quotes: int) -> list[Ratio]:
    """Type the words into the search of a case."""
    keys = list(_keystrokes())
    ours = [timed(partial(case_file.search, "quote", key)) for key in keys]
    bare = [timed(partial(_bare, case_file, key)) for key in keys]
    return [
        Ratio(
            f"keystroke to results, {quotes:,} quotes, p{percent}",
            "bare FTS5 query",
            percentile(ours, percent),
            percentile(bare, percent),
        )
        for percent in (50, 95)
    ]


def _keystrokes() -> Iterator[str]:
    for words in TYPED:
        yield from (words[: n + 1] for n in range(len(words)))


def _bare(case_file: CaseFile, typed: str) -> None:
    params = (search.match(typed), *search.bounds("quote"), search.LIMIT)
    case_file._db.execute(_FLOOR, params).fetchall()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=QUOTES)
    print(table(run(parser.parse_args().quotes)))  # noqa: T201
