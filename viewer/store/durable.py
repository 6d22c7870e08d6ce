"""What is written must be on the disk before anybody is told so."""

import os
from pathlib import Path


def make_durable(path: Path) -> None:
    """Wait until a file that nobody has open, and its name in its folder, are on the disk.

    On Windows folders cannot be synced, and need not be. Raises `OSError`.
    """
    for target in (path, path.parent) if os.name == "posix" else ():
        descriptor = os.open(target, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
