"""No mutated case file crashes the program, holds it up, or is changed by being looked at.

`python -m tests.mutating 10000` mutates many more, each looked at in a process of its own.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.mutating.enciphering import deciphered, enciphered
from tests.mutating.looking import Look, look, scratch
from tests.mutating.making import BENEATH, MUTATIONS, Bases, mutated

#: Files of each kind of mutation, and of each that is done beneath a passphrase.
FILES, FILES_BENEATH = 3, 1
SOUND = ("opened", "opened", "sound", "whole")


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bases]:
    return Bases(tmp_path_factory.mktemp("bases"))


def ended(found: Look) -> tuple[str, ...]:
    return found.write, found.read, found.check, found.salvage


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_each_mutated_file_opens_or_is_refused_with_a_sentence(
    bases: Bases, tmp_path: Path, mutation: str
) -> None:
    endings = set()
    for number in range(FILES_BENEATH if mutation in BENEATH else FILES):
        with scratch(tmp_path / "room") as room:
            path, key = mutated(bases, room, mutation, Random(f"{mutation}/{number}"))
            found = look(path, key)
            assert found.problems == [], f"{mutation} {number}"
            endings |= set(ended(found))
    assert "" not in endings


def test_the_files_that_are_mutated_are_sound(bases: Bases) -> None:
    plain, encrypted = (bases.small, bases.sample), (bases.encrypted, bases.encrypted_sample)
    for path, key in (*((p, None) for p in plain), *((p, bases.key) for p in encrypted)):
        found = look(path, key)
        assert ended(found) == SOUND


def test_a_file_that_is_encrypted_here_is_one_of_ours(bases: Bases, tmp_path: Path) -> None:
    path = tmp_path / "anew.casefile"
    path.write_bytes(enciphered(deciphered(bases.encrypted, bases.key), bases.key, Random(1)))
    assert path.read_bytes() != bases.encrypted.read_bytes()
    found = look(path, bases.key)
    assert ended(found) == SOUND
