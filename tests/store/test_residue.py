"""Words are found wherever they stand in a file's bytes."""

from pathlib import Path

import pytest

from viewer.store import CaseFile
from viewer.store.residue import PIECE, words_left

WORDS = ["Xanthippe", "Quodlibetarian"]


@pytest.mark.parametrize("place", [0, 5, PIECE - 9, PIECE - 4, PIECE, 2 * PIECE - 1])
def test_a_word_is_found_between_two_pieces_too(
    case_file: CaseFile, tmp_path: Path, place: int
) -> None:
    path = tmp_path / "bytes"
    with path.open("wb") as file:
        file.seek(place)
        file.write(b"xanthippe, QUODLIBETARIAN")
    assert words_left(case_file._db, path, WORDS) == ["QUODLIBETARIAN", "xanthippe"]
    path.write_bytes(bytes(PIECE) + b"Xanthipp" + bytes(PIECE) + b"e")
    assert words_left(case_file._db, path, WORDS) == []
