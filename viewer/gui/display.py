"""Whether a window can open here, asked before Qt aborts with a misleading line."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from viewer.errors import MissingDependencyError

#: Libraries without which Qt cannot speak to X, and the Debian package of each.
_X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def require_display() -> None:
    """Raise `MissingDependencyError` unless a display answers and can be spoken to."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if sys.platform in ("win32", "darwin") or platform not in ("", "xcb", "wayland"):
        return
    if platform != "xcb" and _wayland_is_there():
        return
    if not _x_answers():
        raise MissingDependencyError(
            "There is no display to open a window on; nothing was opened. Start Casefile in a "
            "desktop session, or use its commands, which need none: casefile --help"
        )
    _require_x_libraries()


def _wayland_is_there() -> bool:
    name, folder = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and Path(folder, str(name)).is_socket()


def _x_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    xcb = _library("libxcb.so.1")
    if xcb is None:
        return True  # the check of libraries says what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _require_x_libraries() -> None:
    missing = [package for name, package in _X_LIBRARIES.items() if _library(name) is None]
    if missing:
        raise MissingDependencyError(
            "The window needs libraries that this system lacks; nothing was opened. "
            f"Install them and start again: sudo apt-get install {' '.join(missing)}"
        )


def _library(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
