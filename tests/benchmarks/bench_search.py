"""From keystroke to results: words typed letter by letter, against the bare FTS5 query.

One keystroke asks every kind, as the search box does. Typed are pairs of words that stand side by
side in passages, taken evenly from the whole case, words that never stand together, names and
words that are nowhere, in both scripts.

`python -m tests.benchmarks.bench_search --quotes 1000000`, or `--case FILE` for one made before.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Ratio, case_of, percentile, table, timed
from viewer.store import SEARCHED, CaseFile, ListQuery, finding, search

QUOTES = 100_000
#: Passages from which words are taken, and the words of each.
_PASSAGES, _PAIRS = 12, 2
_TYPED = (
    *("amjad leila", "أمجد ليلى", "number 4321", "committee item7", "karim haddad", "كريم الحداد"),
    *("zzz", "nowhere said", "ظظظ", "item77 item78"),
)
_FLOOR = (
    "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
)


def run(quotes: int = QUOTES) -> list[Ratio]:
    """Type the words into a case of so many quotes."""
    with case_of(quotes) as case_file:
        return measured(case_file, quotes)


def measured(case_file: CaseFile, quotes: int) -> list[Ratio]:
    """Type the words into the search of a case, and into the filter line of its quotes."""
    keys = list(dict.fromkeys(keystrokes(case_file, quotes)))
    bare = [timed(partial(_bare, case_file, key)) for key in keys]
    ours = [timed(partial(_everywhere, case_file, key)) for key in keys]
    pages = [timed(partial(_filtered, case_file, key)) for key in keys]
    return [
        Ratio(
            f"keystroke to {name}, {quotes:,} quotes, {len(keys)} keystrokes, {spoken}",
            "bare FTS5 query",
            percentile(seconds, percent),
            percentile(bare, percent),
        )
        for name, seconds in (("results of every kind", ours), ("count and page", pages))
        for percent, spoken in ((50, "p50"), (95, "p95"), (100, "slowest"))
    ]


def keystrokes(case_file: CaseFile, quotes: int) -> Iterator[str]:
    """Yield what stands in the search box after each key."""
    for words in (*_pairs(case_file, quotes), *_TYPED):
        yield from (words[: n + 1] for n in range(len(words)))


def _pairs(case_file: CaseFile, quotes: int) -> Iterator[str]:
    """Yield words that stand side by side, of passages from the whole length of the case."""
    for n in range(_PASSAGES):
        (row,) = case_file.page(ListQuery("quote"), skip=quotes * n // _PASSAGES, limit=1)
        said = row.cells[0].split()
        for pair in range(_PAIRS):
            at = (n + pair * 5) % (len(said) - 1)
            yield " ".join(said[at : at + 2])


def _everywhere(case_file: CaseFile, typed: str) -> None:
    for kind in SEARCHED:
        case_file.search(kind, typed)


def _filtered(case_file: CaseFile, typed: str) -> None:
    query = ListQuery("quote", "speaker", words=typed)
    case_file.counted(query)
    case_file.page(query)


def _bare(case_file: CaseFile, typed: str) -> None:
    params = (search.match(typed), *search.bounds("quote"), finding.LIMIT)
    case_file._db.execute(_FLOOR, params).fetchall()


def _of_file(path: Path) -> list[Ratio]:
    with CaseFile.open(path, read_only=True) as case_file:
        return measured(case_file, case_file.total("quote"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=QUOTES)
    parser.add_argument("--case", type=Path)
    wanted = parser.parse_args()
    print(table(_of_file(wanted.case) if wanted.case else run(wanted.quotes)))  # noqa: T201
