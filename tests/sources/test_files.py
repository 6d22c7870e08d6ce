"""Which files of a folder are read."""

import os
from pathlib import Path

import pytest

from tests.nesting import DEPTH, nested
from viewer.sources.files import files_in


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/c/1.txt", "a/1.txt", "z.md", "c.txt", "b/1.odt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    wanted, left_out = files_in([tmp_path, tmp_path / "b/1.odt"])
    names = [path.relative_to(tmp_path).as_posix() for path in wanted]
    assert names == ["c.txt", "z.md", "a/1.txt", "b/2.txt", "b/c/1.txt", "b/1.odt"]
    assert left_out == [tmp_path / ".git/x.txt"]


@pytest.mark.skipif(os.name != "posix", reason="links need a permission there")
def test_links_to_folders_and_to_themselves_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "there").symlink_to(tmp_path)
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "one.txt").touch()
    assert files_in([tmp_path]) == ([tmp_path / "one.txt"], [tmp_path / "round.txt"])


@pytest.mark.skipif(os.name != "posix", reason="others know no paths so long")
def test_folders_in_folders_without_end_are_walked(tmp_path: Path) -> None:
    with nested(tmp_path / "deep") as deep:
        assert len(files_in([deep])[0]) == DEPTH
