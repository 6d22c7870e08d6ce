"""What is written must be on the disk before anybody is told so."""

import errno
import os
from pathlib import Path

#: What systems say whose folders cannot be synced: network shares, and some in user space.
_CANNOT = (errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM)


def make_durable(path: Path) -> None:
    """Wait until a file that nobody has open, and its name in its folder, are on the disk.

    On Windows folders cannot be synced, and need not be. Raises `OSError`.
    """
    if os.name == "posix":
        _sync(path)
        make_names_durable(path.parent)


def make_names_durable(folder: Path) -> None:
    """Wait until all names of a folder are on the disk, and those that are gone are gone there.

    Where a system knows no such thing, there is nothing to wait for. Raises `OSError`.
    """
    try:
        if os.name == "posix":
            _sync(folder)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
