"""All ratios as one table: `python -m tests.benchmarks --quotes 100000 1000000`."""

import argparse
from collections.abc import Iterator

from tests.benchmarks import (
    bench_bulk_insert,
    bench_encryption,
    bench_lists,
    bench_pdf,
    bench_reader,
    bench_scroll,
    bench_search,
    bench_similar,
    bench_start,
    bench_suggest,
)
from tests.benchmarks.measure import Ratio, case_of, table


def ratios(sizes: list[int]) -> Iterator[Ratio]:
    """Measure everything at each size; each case is made once."""
    yield from bench_bulk_insert.run(sizes[0])
    yield from bench_encryption.run(sizes[0])
    yield from bench_pdf.run()
    yield from bench_scroll.run()
    yield from bench_similar.run()
    yield from bench_suggest.run()
    for quotes in sizes:
        with case_of(quotes) as case_file:
            yield from bench_search.measured(case_file, quotes)
            yield from bench_lists.measured(case_file, quotes)
            yield from bench_reader.measured(case_file, quotes)
            yield from bench_start.measured(case_file, quotes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, nargs="+", default=[100_000, 1_000_000])
    print(table(ratios(parser.parse_args().quotes)))  # noqa: T201
