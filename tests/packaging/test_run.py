"""`./run` starts Casefile from any folder, and knows what it can do on this machine."""

import os
import shutil
import socket
import subprocess
import sysconfig
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

import viewer

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["run", "requirements.lock", "scripts/machine.py", "packaging/libraries.txt"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="./run is a script for sh")
needs_command = pytest.mark.skipif(
    not (ROOT / "viewer" / "cli.py").is_file(), reason="there is no command line yet"
)


class Checkout:
    """A checkout that is set up already, and an empty folder to start it from."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a checkout"
        self.desk = folder / "a desk"
        self.desk.mkdir()
        self._copy()
        self._set_up()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return self._start(str(self.root / "run"), *arguments, **environment)

    def machine(self, question: str, **environment: str) -> int:
        script = str(self.root / "scripts" / "machine.py")
        return self._start(str(self.python), "-I", script, question, **environment).returncode

    @property
    def python(self) -> Path:
        return self.root / ".venv" / "bin" / "python"

    def _start(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH"}
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return subprocess.run(
            command,
            cwd=self.desk,
            env={**kept, **environment},
            check=False,
            capture_output=True,
            text=True,
        )

    def _copy(self) -> None:
        for part in PARTS:
            (self.root / part).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / part, self.root / part)
        for folder in ("viewer", "resources"):
            (self.root / folder).symlink_to(ROOT / folder)

    def _set_up(self) -> None:
        venv.create(self.root / ".venv", with_pip=False, symlinks=True)
        (site,) = (self.root / ".venv").glob("lib/*/site-packages")
        seen = f"{self.root}\n{sysconfig.get_path('purelib')}\n"
        (site / "casefile-checkout.pth").write_text(seen, "utf-8")
        stamped = "import machine; machine.STAMP.write_text(machine.stamp())"
        subprocess.run([self.python, "-c", stamped], cwd=self.root / "scripts", check=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@needs_command
def test_it_starts_from_any_folder(checkout: Checkout) -> None:
    assert viewer.__version__ in checkout.run("--version").stdout


@needs_command
def test_what_lies_in_the_folder_is_not_taken_for_a_part_of_the_program(
    checkout: Checkout,
) -> None:
    for name in ("click.py", "viewer.py", "json.py"):
        (checkout.desk / name).write_text("raise SystemExit('a stranger was let in')")
    assert checkout.run("--version").returncode == 0


@needs_command
def test_without_a_display_it_writes_the_samples_pdf_as_often_as_wanted(
    checkout: Checkout,
) -> None:
    pdf = checkout.desk / "casefile-sample.pdf"
    for _ in range(2):
        done = checkout.run()
        assert done.returncode == 0, done.stderr
        assert str(pdf) in done.stderr
        assert pdf.read_bytes().startswith(b"%PDF-")
        assert list(checkout.desk.iterdir()) == [pdf]


@needs_command
def test_the_commands_exit_code_is_its_own(checkout: Checkout) -> None:
    assert checkout.run("check", "missing.casefile").returncode == 66


def test_the_tests_arguments_go_to_pytest(checkout: Checkout) -> None:
    assert "no tests ran" in checkout.run("test", "-q", "-k", "this or that").stdout


def test_a_changed_lock_asks_for_a_new_set_up(checkout: Checkout) -> None:
    assert checkout.machine("ready") == 0
    with (checkout.root / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    assert checkout.machine("ready") == 1


def test_a_moved_checkout_asks_for_a_new_set_up(checkout: Checkout) -> None:
    checkout.root = checkout.root.rename(checkout.root.with_name("elsewhere"))
    assert checkout.machine("ready") == 1


def test_what_a_linked_set_up_leads_to_is_never_emptied(checkout: Checkout) -> None:
    real = (checkout.root / ".venv").rename(checkout.root.with_name("somebody else's"))
    (checkout.root / ".venv").symlink_to(real)
    failing = "import machine; machine._install = lambda: open('/no/such'); machine.make()"
    subprocess.run([real / "bin/python", "-c", failing], cwd=checkout.root / "scripts", check=True)
    assert (real / "casefile-stamp").is_file()
    assert not (checkout.root / ".venv").exists()


@pytest.fixture
def socket_path() -> Iterator[Path]:
    """A path short enough for a socket, wherever the tests' own folders are."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "wayland-9")


def test_a_display_is_one_that_answers(checkout: Checkout, socket_path: Path) -> None:
    display = {"XDG_RUNTIME_DIR": str(socket_path.parent), "WAYLAND_DISPLAY": socket_path.name}
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(socket_path))
        server.listen()
        assert checkout.machine("display", **display) == 0
        assert checkout.machine("display", **display, QT_QPA_PLATFORM="offscreen") == 1
    assert checkout.machine("display", **display) == 1


@pytest.mark.parametrize("name", ["", ":4711", "nonsense", "localhost:4711.0"])
def test_a_display_that_is_only_named_is_none(checkout: Checkout, name: str) -> None:
    assert checkout.machine("display", DISPLAY=name) == 1
