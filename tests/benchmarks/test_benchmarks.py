"""The benchmarks run; how fast they are is for people to read."""

from types import ModuleType

import pytest

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
from tests.benchmarks.measure import Ratio, change_set, table


@pytest.mark.parametrize(
    "benchmark",
    [
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
    ],
)
def test_a_benchmark_measures_against_its_floor(benchmark: ModuleType) -> None:
    ratios: list[Ratio] = benchmark.run(200)
    assert all(ratio.seconds > 0 and ratio.floor > 0 for ratio in ratios)
    assert table(ratios).count("\n") == len(ratios) + 1


def test_the_case_that_is_measured_is_as_large_as_it_says() -> None:
    assert sum(change.kind == "quote" for change in change_set(300).changes) == 300


def test_the_ways_to_write_a_pdf_are_compared_on_the_same_content() -> None:
    runs = bench_pdf.compared(5)
    assert [run.way for run in runs][:3] == ["report", "looked through", "bare canvas"]
    assert runs[0].pages == runs[1].pages == runs[2].pages
    assert all(run.seconds > 0 and run.peak >= run.before for run in runs)
    assert bench_pdf.table(runs).count("\n") == len(runs) + 1
