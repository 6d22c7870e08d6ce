"""What encryption costs: the same deeds on a case with a passphrase, against one without.

`python -m tests.benchmarks.bench_encryption --quotes 100000`
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import Ratio, change_set, median, table, timed
from viewer.domain.changes import ChangeSet, edit
from viewer.domain.records import Person
from viewer.store import CaseFile, Key, ListQuery
from viewer.store.rekeying import rekey

QUOTES = 100_000
_PASSPHRASE = "six words that nobody else has"


def run(quotes: int = QUOTES) -> list[Ratio]:
    """Do the same with both cases, one deed after the other."""
    deed = change_set(quotes)
    with TemporaryDirectory() as folder:
        plain = _measured(Path(folder, "plain.casefile"), deed, None)
        key = Key.new(_PASSPHRASE)
        encrypted = _measured(Path(folder, "encrypted.casefile"), deed, key)
        derived = timed(lambda: Key.of(_PASSPHRASE, key.salt))
    ratios = [
        Ratio(
            f"encrypted, {quotes:,} quotes: {name}", "not encrypted", encrypted[name], plain[name]
        )
        for name in plain
    ]
    opening = "encrypted: from the passphrase to its key"
    return [*ratios, Ratio(opening, "opening with the key", derived, encrypted["open"])]


def _measured(path: Path, deed: ChangeSet, key: Key | None) -> dict[str, float]:
    def opened() -> None:
        CaseFile.open(path, read_only=True, key=key).close()

    with CaseFile.create(path, key=key) as case:
        seconds = {"bulk insert": timed(lambda: case.apply(deed))}
        seconds |= {name: median(action) for name, action in _deeds(case).items()}
    seconds["open"] = median(opened)
    with CaseFile.open(path, key=key) as case:
        other = replace(key, salt=bytes(16)) if key else Key.random()
        seconds["write all of it anew, with another key"] = timed(lambda: rekey(case, other))
    return seconds


def _deeds(case: CaseFile) -> dict[str, Callable[[], object]]:
    person = next(case.all(Person))

    def write() -> None:
        now = case.get(Person, person.id)
        case.apply(edit(now, occupation="x" if now.occupation != "x" else "y"))

    return {
        "one edit": write,
        "one keystroke of the search": lambda: case.search("quote", "amjad numb"),
        "a page of the list": lambda: case.page(ListQuery("quote")),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=QUOTES)
    print(table(run(parser.parse_args().quotes)))  # noqa: T201
