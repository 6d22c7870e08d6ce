"""The wheel alone, in a clean environment without Qt, goes the whole way from sample to PDF."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import viewer

ROOT = Path(__file__).resolve().parents[2]

needs_command = pytest.mark.skipif(
    not (ROOT / "viewer" / "cli.py").is_file(), reason="there is no command line yet"
)


def run(*command: object, folder: Path) -> str:
    done = subprocess.run(
        [*map(str, command)], cwd=folder, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, ROOT, folder=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts' folder of an environment with the wheel and what it needs, but no Qt."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet"]
    run(*pip, "--no-index", "--no-deps", wheel, folder=home)
    lend_libraries(run(scripts / "python", "-c", PURELIB, folder=home).strip(), home / "lent")
    return scripts


PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"


def lend_libraries(site_packages: str, shelf: Path) -> None:
    """Let an environment see the present libraries, all but Qt, without a download."""
    shelf.mkdir()
    for library in Path(sysconfig.get_path("purelib")).iterdir():
        if not library.name.lower().startswith(("pyside6", "shiboken6")):
            (shelf / library.name).symlink_to(library)
    Path(site_packages, "lent.pth").write_text(f"{shelf}\n", "utf-8")


def test_the_wheel_carries_the_resources_and_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    ours = {
        f"viewer/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert ours <= set(names)
    assert {Path(name).name for name in names if "/licenses/" in name} == {
        "LICENSE",
        "NotoSans-OFL.txt",
        "Vazirmatn-OFL.txt",
    }


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    folders = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert folders == {"viewer", f"casefile-{viewer.__version__}.dist-info"}


@needs_command
def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert viewer.__version__ in run(installed / "casefile", "--version", folder=tmp_path)


@needs_command
def test_the_installed_command_tests_itself_without_qt(installed: Path, tmp_path: Path) -> None:
    used = "import viewer; print(viewer.__file__)"
    assert run(installed / "python", "-c", used, folder=tmp_path).startswith(
        str(installed.parent.resolve())
    )
    run(installed / "casefile", "self-test", folder=tmp_path)
