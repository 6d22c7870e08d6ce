"""Folders within folders, deeper than anything that calls itself goes."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: As deep as a path of 4,096 bytes reaches.
DEPTH = 1800


@contextmanager
def nested(folder: Path) -> Iterator[Path]:
    """Give a new folder with one folder in the other, each with a text; it is gone afterwards."""
    folder.mkdir()
    at = os.open(folder, os.O_RDONLY)
    for _ in range(DEPTH):
        os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=at))
        os.mkdir("a", dir_fd=at)
        below = os.open("a", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    try:
        yield folder
    finally:
        subprocess.run(["rm", "-rf", str(folder)], check=True)
