"""A desktop finds the program, its icon and its files; each part passes its own validator."""

import os
import shutil
import sqlite3
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

import viewer

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
APP = "org.casefile.Casefile"
MIME = "application/x-casefile"
APPLICATION_ID = 0x43415345

#: There is no homepage yet, and a made-up address would be worse than none.
ACCEPTED = {"url-homepage-missing"}


def ask(tool: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    return subprocess.run(
        [tool, *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


def run(tool: str, *arguments: object, **environment: str) -> str:
    done = ask(tool, *arguments, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def complaints(kind: str, path: Path) -> set[str]:
    """The tags of AppStream's errors and warnings; newer versions know more of them."""
    told = ask("appstreamcli", kind, "--no-net", path)
    assert "Validation" in told.stdout, told.stderr
    return {
        line.split()[-1] for line in told.stdout.splitlines() if line.strip()[:2] in ("E:", "W:")
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parts where a package of a distribution puts them."""
    usr = tmp_path_factory.mktemp("image") / "usr"
    for source, place in {
        f"{APP}.desktop": f"applications/{APP}.desktop",
        f"{APP}.metainfo.xml": f"metainfo/{APP}.metainfo.xml",
        f"{APP}.svg": f"icons/hicolor/scalable/apps/{APP}.svg",
        f"{APP}.mime.xml": f"mime/packages/{APP}.xml",
    }.items():
        target = usr / "share" / place
        target.parent.mkdir(parents=True)
        shutil.copyfile(PACKAGING / source, target)
    return usr


def test_the_desktop_entry_is_valid() -> None:
    assert run("desktop-file-validate", PACKAGING / f"{APP}.desktop") == ""


def test_the_metainfo_is_valid() -> None:
    assert complaints("validate", PACKAGING / f"{APP}.metainfo.xml") <= ACCEPTED


def test_the_parts_fit_each_other_once_installed(installed: Path) -> None:
    assert complaints("validate-tree", installed.parent) <= ACCEPTED


def test_the_metainfo_tells_the_present_version() -> None:
    metainfo = ElementTree.parse(PACKAGING / f"{APP}.metainfo.xml")
    assert metainfo.find("releases/release").get("version") == viewer.__version__


def test_metainfo_desktop_entry_and_mime_type_speak_of_the_same_things() -> None:
    metainfo = ElementTree.parse(PACKAGING / f"{APP}.metainfo.xml")
    entry = (PACKAGING / f"{APP}.desktop").read_text("utf-8").splitlines()
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    command = metainfo.findtext("provides/binary")
    assert command in scripts
    assert f"Exec={command} %f" in entry
    assert f"MimeType={MIME};" in entry
    assert metainfo.findtext("provides/mediatype") == MIME
    assert metainfo.findtext("launchable") == f"{metainfo.findtext('id')}.desktop"


@pytest.fixture
def data_home(installed: Path, tmp_path: Path) -> Path:
    """A user's data folder in which the MIME type is installed."""
    shutil.copytree(installed / "share" / "mime", tmp_path / "data" / "mime")
    run("update-mime-database", tmp_path / "data" / "mime")
    return tmp_path / "data"


def content_type(path: Path, data_home: Path) -> str:
    told = run("gio", "info", "-a", "standard::content-type", path, XDG_DATA_HOME=str(data_home))
    return told.split("standard::content-type:")[1].split()[0]


def database(path: Path, application_id: int) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA application_id={application_id}; CREATE TABLE t(x);")
    connection.close()
    return path


def test_a_case_file_is_known_by_its_content_alone(data_home: Path, tmp_path: Path) -> None:
    assert content_type(database(tmp_path / "case", APPLICATION_ID), data_home) == MIME


def test_a_case_file_is_known_by_its_name_alone(data_home: Path, tmp_path: Path) -> None:
    path = tmp_path / "keyed.casefile"
    path.write_bytes(os.urandom(4096))
    assert content_type(path, data_home) == MIME


def test_another_database_is_no_case_file(data_home: Path, tmp_path: Path) -> None:
    assert content_type(database(tmp_path / "other", 0x12345678), data_home) != MIME
