"""No mutated case file crashes the program, holds it up, or is changed by being looked at.

`python -m tests.mutating 10000` mutates many more, each looked at in a process of its own.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.mutating.looking import look, scratch
from tests.mutating.making import Bases, mutated
from tests.mutating.mutations import BY_ENGINE, ON_BYTES
from viewer.store.salvage import salvage

#: Files of each kind of mutation.
FILES = 4


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bases]:
    return Bases(tmp_path_factory.mktemp("bases"))


@pytest.mark.parametrize("mutation", [*ON_BYTES, *BY_ENGINE, "encrypted"])
def test_each_mutated_file_opens_or_is_refused_with_a_sentence(
    bases: Bases, tmp_path: Path, mutation: str
) -> None:
    endings = set()
    for number in range(FILES):
        with scratch(tmp_path / "room") as room:
            path, key = mutated(bases, room, mutation, Random(f"{mutation}/{number}"))
            found = look(path, key)
            assert found.problems == [], f"{mutation} {number}"
            endings |= {found.write, found.read, found.check}
    assert endings


def test_the_files_that_are_mutated_are_sound(bases: Bases) -> None:
    for path, key in ((bases.small, None), (bases.sample, None), (bases.encrypted, bases.key)):
        found = look(path, key)
        assert (found.write, found.read, found.check) == ("opened", "opened", "sound")
        assert salvage(path, path.with_suffix(".saved"), key).is_whole
