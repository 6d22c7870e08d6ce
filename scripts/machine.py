"""Answer what `./run` asks about this machine, with the standard library alone.

    machine.py ready    exit 0 if .venv holds what requirements.lock says
    machine.py make     make .venv anew from requirements.lock
    machine.py missing  print the packages that Qt lacks; `missing window` those of a window too
    machine.py display  exit 0 if a display answers

A dead display makes Qt abort with a misleading line about a library: ask it first.
"""

import ctypes
import hashlib
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "casefile-stamp"
LIBRARIES = ROOT / "packaging" / "libraries.txt"

MISSING_DEPENDENCY = 69
FAILED = (
    f"casefile: the set-up failed and was undone. It needs about 500 MB in {ROOT} and, "
    "this once, pip's way to the packages in requirements.lock."
)
DISPLAY_PATIENCE = 2.0  # seconds; a display behind ssh is asked over TCP


def stamp() -> str:
    """Return what a set-up hangs on: the Python, the place and the lock."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{platform.python_version()} {digest} {ROOT}\n"


def ready() -> int:
    """Tell whether the running Python's .venv is the one that the lock asks for."""
    return int(not (STAMP.is_file() and STAMP.read_text("utf-8") == stamp()))


def make() -> int:
    """Make .venv; the stamp comes last, so that a broken set-up is begun again."""
    try:
        unlink_venv()
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
        _install()
        _site_packages().joinpath("casefile-checkout.pth").write_text(f"{ROOT}\n", "utf-8")
        STAMP.write_text(stamp(), "utf-8")
    except (OSError, subprocess.CalledProcessError) as failure:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.stderr.write(f"{_said(failure)}\n{FAILED}\n")
        return MISSING_DEPENDENCY
    return 0


def unlink_venv() -> None:
    """Let go of a .venv that is a link: clearing it would empty what others use."""
    if VENV.is_symlink():
        VENV.unlink()


def missing(*, window: bool) -> int:
    """Print the Debian names of the libraries that cannot be loaded, on one line."""
    needs = ("always", "window") if window else ("always",)
    packages = [package for need, name, package in libraries() if need in needs and _lacks(name)]
    sys.stdout.write(" ".join(packages))
    return 0


def libraries() -> Iterator[list[str]]:
    """Yield when a library is needed, its name and its package."""
    for line in LIBRARIES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def display() -> int:
    """Tell whether a window could open here."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return 1
    if sys.platform in ("win32", "darwin"):
        return 0
    return int(not (_wayland_answers() or _x_answers(os.environ.get("DISPLAY", ""))))


def _install() -> None:
    pip = [str(_python()), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    install = ["install", "--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)]
    subprocess.run([*pip, *install], check=True, text=True, stderr=subprocess.PIPE)


def _said(failure: OSError | subprocess.CalledProcessError) -> str:
    if isinstance(failure, OSError):
        return str(failure)
    said = failure.stderr or failure.output or b""
    return (said if isinstance(said, str) else said.decode(errors="replace")).strip()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _site_packages() -> Path:
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([_python(), "-I", "-c", asked], check=True, capture_output=True)
    return Path(answer.stdout.decode().strip())


def _lacks(library: str) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and _answers(str(Path(folder, name)))


def _x_answers(name: str) -> bool:
    match = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?", name)
    if not match:
        return False
    number = int(match["number"])
    if match["host"] not in ("", "unix"):
        return _answers_afar(match["host"].strip("[]"), 6000 + number)
    path = f"/tmp/.X11-unix/X{number}"
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(DISPLAY_PATIENCE)
            line.connect(address)
    except OSError:
        return False
    return True


def _answers_afar(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), DISPLAY_PATIENCE).close()
    except OSError:
        return False
    return True


COMMANDS: dict[str, Callable[[], int]] = {
    "ready": ready,
    "make": make,
    "missing": lambda: missing(window=sys.argv[2:] == ["window"]),
    "display": display,
}

if __name__ == "__main__":
    try:
        sys.exit(COMMANDS[sys.argv[1]]())
    except KeyboardInterrupt:
        sys.exit(130)
