"""A file that may not be read is left as it is, and a sentence says so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

AS_NOBODY = """
import fcntl, os, sys
sys.path[:0] = {path!r}
from pathlib import Path
from viewer.errors import FileProblem
from viewer.store import check, opening, restore
from viewer.store.salvage import needs_key, salvage
locked, whole = Path(sys.argv[1]), Path(sys.argv[2])
opening.expected_structure(), check(whole), salvage(whole, whole.with_name("other"))
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
new = locked.with_name("new")
ways = (needs_key, lambda path: salvage(path, new), lambda path: restore(whole, path))
for way in ways:
    try:
        way(locked)
    except FileProblem as error:
        print(type(error).__name__, "“" in str(error))
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_file_that_may_not_be_read_is_neither_salvaged_nor_replaced(
    closed: Path, shared_folder: Path
) -> None:
    locked = Path(shutil.copy(closed, shared_folder))
    whole = Path(shutil.copy(closed, shared_folder / "whole"))
    whole.chmod(0o644)
    locked.chmod(0)
    program = AS_NOBODY.format(path=sys.path)
    command = [sys.executable, "-c", program, str(locked), str(whole)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.stdout.split("\n") == [*["WriteFailed True"] * 2, "BackupFailed True", ""], (
        done.stderr
    )
    locked.chmod(0o600)
    assert locked.read_bytes() == closed.read_bytes()
    assert {path.name for path in shared_folder.iterdir()} == {closed.name, "whole", "other"}
