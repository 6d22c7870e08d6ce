"""A bundle holds nothing that speaks to a network, and does all that the program does.

What the recipe takes is looked at always; a bundle that was built where `CASEFILE_BUNDLE` names its
folder.
"""

import ast
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

from tests.offline.command_tour import commands
from tests.offline.material import documents
from tests.offline.watching import STRACE, families
from viewer.resources import folder as resources

SPEC = Path(__file__).parents[2] / "packaging" / "casefile.spec"
QT = Path(PySide6.__file__).parent / "Qt"
#: What Qt's and Python's parts for networks are called, on each system.
SPEAKING = ("qt6network", "qtnetwork", "libssl", "_ssl.", "qopensslbackend", "qcertonlybackend")
#: Its wheel has all of OpenSSL in it, TLS too, which nothing of ours calls; the seals need it.
WHOLE_OPENSSL = "cryptography/hazmat/bindings/_rust"
KINDS = ("tls", "networkinformation", "qmltooling", "virtualkeyboard")

built = pytest.mark.skipif(
    "CASEFILE_BUNDLE" not in os.environ, reason="no CASEFILE_BUNDLE is named"
)


def constant(name: str) -> object:
    """Return what the recipe says of one of its names."""
    for node in ast.parse(SPEC.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return ast.literal_eval(node.value)
    raise AssertionError(name)


def taken() -> Iterator[Path]:
    """The plugins of Qt that the recipe takes, as far as this system has them."""
    plugins = constant("PLUGINS")
    assert isinstance(plugins, dict)
    for place, names in plugins.items():
        for name in names:
            yield from (QT / "plugins" / place).glob(f"lib*{name}.*")


def test_no_plugin_that_is_taken_knows_of_a_network() -> None:
    found = list(taken())
    assert len(found) >= 10
    assert [path.name for path in found if b"Qt6Network" in path.read_bytes()] == []


def test_one_that_is_left_out_does() -> None:
    (display_for_others,) = QT.glob("plugins/platforms/libqvnc.so")
    assert b"Qt6Network" in display_for_others.read_bytes()
    assert display_for_others not in list(taken())


@pytest.fixture
def bundle() -> Path:
    return Path(os.environ["CASEFILE_BUNDLE"]).resolve()


@built
def test_it_holds_no_part_of_a_network(bundle: Path) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file()]
    assert len(files) > 100
    named = [str(path) for path in files if any(name in path.name.lower() for name in SPEAKING)]
    kinds = [str(path) for path in files if not {*KINDS}.isdisjoint(path.parts)]
    needing = [path.as_posix() for path in files if ".so" in path.name and needs_network(path)]
    known = [path for path in needing if WHOLE_OPENSSL in path]
    assert named + kinds + needing == known


def needs_network(library: Path) -> bool:
    return any(name in library.read_bytes() for name in (b"Qt6Network", b"SSL_connect"))


@built
def test_it_holds_all_resources(bundle: Path) -> None:
    (packed,) = bundle.rglob("_resources")
    ours = {path.relative_to(resources()) for path in resources().rglob("*") if path.is_file()}
    assert {path.relative_to(packed) for path in packed.rglob("*") if path.is_file()} == ours


def watched(bundle: Path, folder: Path, *arguments: str, timeout: float = 120) -> list[str]:
    """Run it under strace in a folder; return the calls of sockets that are not local."""
    assert STRACE is not None
    log = folder / "calls.txt"
    strace = [STRACE, "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network", "-o", str(log)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)}
    command = [*strace, str(bundle / "casefile"), *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=timeout)
            assert process.returncode == 0, said
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    calls = log.read_text("utf-8").splitlines()
    return [call for call in calls if set(families(call)) - {"AF_UNIX"}]


@built
@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_its_commands_work_and_reach_nobody(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("salt of the marshes\n")
    others = [path.name for path in documents(tmp_path)]
    for command in [*commands(), ["import", "mine.casefile", *others]]:
        assert watched(bundle, tmp_path, *command) == [], command


@built
@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_its_window_opens_and_reaches_nobody(bundle: Path, tmp_path: Path) -> None:
    assert watched(bundle, tmp_path, "open", "--sample", "own.casefile", timeout=10) == []
    assert (tmp_path / "own.casefile").exists()
