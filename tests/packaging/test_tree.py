"""The tracked files stand on their own: no index's host, no path of one machine, no stray words."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: Written in two parts, so that this file does not name them either.
UNWANTED = [
    "".join(parts).encode()
    for parts in [
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.", "npmjs"),
        ("npmjs", ".com"),
        ("npmjs", ".org"),
        ("anaconda", ".org"),
        ("/wo", "rk/"),
        ("/opt/", "pypi"),
    ]
]


def tracked() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("only a git checkout knows which files are tracked")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_no_tracked_file_names_a_host_of_packages_or_a_place_of_one_machine() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): [word for word in UNWANTED if word in content]
        for path in tracked()
        if path.is_file() and any(word in (content := path.read_bytes()) for word in UNWANTED)
    }
    assert found == {}


@pytest.mark.parametrize("name", ["run", "scripts/lock", ".ci/run"])
def test_the_scripts_can_be_started(name: str) -> None:
    assert (ROOT / name).stat().st_mode & 0o111
