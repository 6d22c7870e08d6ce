"""No connection is opened: not by us, nor by a library that would.

Nothing of ours asks for one, which a test of all imports holds. This is for what such a test cannot
see: Python's own calls are refused on every system, and on Linux the kernel refuses whatever the
machine code of a library asks for. Sockets of the machine itself (AF_UNIX) stay: the display and
the screen reader are reached through them.
"""

import os
import sys
from typing import Any

from viewer.system_calls import refuse_networks

#: The families of AF_UNIX, and of a socket that is there already, which says later what it is.
_LOCAL = {1, -1}
#: What needs no socket of its own to ask others for something.
_ASKING = (
    *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"),
    *("socket.getnameinfo", "socket.getservbyname", "socket.getservbyport", "socket.sethostname"),
)
_REACHING = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")


class NetworkRefusedError(PermissionError):
    """Something in the program asked for a network, which is a bug; nothing was sent."""


def stay_offline(*, window: bool) -> bool:
    """Refuse every network from now on; there is no way back.

    Returns whether the kernel refuses it too. A window whose display is on another machine needs a
    connection to it, so there only Python's own are refused.
    """
    sys.addaudithook(_refuse)
    return not (window and display_is_far()) and refuse_networks()


def display_is_far() -> bool:
    """Return whether windows are shown through a network (DISPLAY=host:0, as `ssh -X` has it)."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in ("", "xcb"):
        return False
    host = os.environ.get("DISPLAY", "").rpartition(":")[0]
    protocol, _, host = host.rpartition("/")
    return bool(host) and host != "unix" and protocol != "unix" and not protocol.startswith("/")


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    is_far = event in _ASKING
    if event == "socket.__new__":
        is_far = arguments[1] not in _LOCAL
    elif event in _REACHING:
        is_far = arguments[0].family not in _LOCAL
    if is_far:
        raise NetworkRefusedError(f"Casefile opens no connection ({event}).")
