"""The measures as Markdown."""

from collections.abc import Iterator, Sequence

from tests.accuracy.measuring import Result, Speed
from tests.accuracy.tally import Measures, Share, Tally

COMMAND = "python -m tests.accuracy"


def markdown(results: Sequence[Result]) -> str:
    """Return one section for each set of texts."""
    return "\n".join(line for result in results for line in _section(result))


def _section(result: Result) -> Iterator[str]:
    yield from (f"## {result.title}: {result.texts} texts", "")
    yield from (f"`{COMMAND}{result.command}`", "")
    yield from _tallies(result.measures)
    shares = {name: row for name, row in result.measures.items() if isinstance(row, Share)}
    if shares:
        yield from ("", "| of what was found | right | judged | share |", "|---|---:|---:|---:|")
        for name, share in shares.items():
            yield f"| {name} | {share.right} | {share.judged} | {_share(share.value)} |"
    yield from ("", _spoken(result.speed), "")


def _tallies(measures: Measures) -> Iterator[str]:
    yield "| kind | gold | found | suggested | right | precision | recall | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for name, row in measures.items():
        if isinstance(row, Tally):
            counts = f"{row.gold} | {row.found} | {row.suggested} | {row.right}"
            shares = " | ".join(map(_share, (row.precision, row.recall, row.f1)))
            yield f"| {name} | {counts} | {shares} |"


def _spoken(speed: Speed) -> str:
    return (
        f"Speed, all finders together: {speed.ratio:.0f} times one pass of `\\w+` over the same "
        f"{speed.characters:,} characters, in processor time of the same run; here that was "
        f"{round(speed.per_second, -3):,.0f} characters a second."
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".removeprefix("0") if value < 1 else "1.00"
