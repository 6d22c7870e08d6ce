"""What became of the children, as a page to read: a table, and what the dead left behind."""

from collections.abc import Iterable, Iterator

from tests.killing.campaign import Campaign, Tally

_COUNTED = ("children", "acknowledged", "refused", "in flight", "written", "wrong")
_HEAD = ("work", "case", "fault", *_COUNTED)
_INTRODUCTION = """# Killed, and met by faults

Made by `python -m tests.killing ROUNDS --inject ROUNDS --write`; see `tests/killing/`. A child
works in a case, says of each deed what will be, and that it is done once that was acknowledged. It
is killed (SIGKILL) at any moment or at a system call, or a call fails, once or from then on. Then
the case is opened as the next start of the program does.

- *Refused* deeds ended in a sentence; the end of one *in flight* was not heard by anybody; some of
  these are *written* after all, which is well, as they are written whole.
- *Wrong* is whatever is not as it must be: an acknowledged deed that is missing, one that is half
  done or was refused and yet written, a case that cannot be read or is not sound to
  `casefile check`, undo that fails, a child that broke, and a readable word in any file beside a
  case that was encrypted all along.
"""


def report(campaign: Campaign, seconds: float) -> str:
    """Return the page; `seconds` is how long it took."""
    lines = [_INTRODUCTION, f"Seed {campaign.seed}, {seconds:,.0f} s.", "", *_table(campaign)]
    lines += ["", *_left(campaign)]
    lines += [f"- {problem}" for problem in campaign.problems]
    return "\n".join(lines).rstrip() + "\n"


def _table(campaign: Campaign) -> Iterator[str]:
    yield f"| {' | '.join(_HEAD)} |"
    yield f"|{'---|' * 3}{'---:|' * len(_COUNTED)}"
    for (work, state, kind), row in sorted(campaign.rows.items()):
        yield _row(work, state, kind, row)
    yield _row("**all**", "", "", together(campaign.rows.values()))


def _row(work: str, state: str, kind: str, row: Tally) -> str:
    numbers = (row.children, row.acknowledged, row.refused, row.in_flight, row.one_more)
    cells = [work, state, kind, *(f"{n:,}" for n in numbers), str(len(row.problems))]
    return f"| {' | '.join(cells)} |"


def together(rows: Iterable[Tally]) -> Tally:
    """Return one tally of all."""
    total = Tally()
    for row in rows:
        total.join(row)
    return total


def _left(campaign: Campaign) -> Iterator[str]:
    total = together(campaign.rows.values())
    yield "| what lay beside a case | when the child was dead | after the next start |"
    yield "|---|---:|---:|"
    for name in sorted(total.left | total.remains):
        yield f"| {name} | {total.left[name]} | {total.remains[name]} |"
