"""What the process gives up as soon as it starts, in the window and on the command line.

The memory of a process holds the case in plain words, and its passphrase's key. Systems write it to
the disk, or send it to somebody, when a program crashes: here they are told not to.
"""

import ctypes
import sys
from contextlib import suppress

from viewer.offline import display_is_far, stay_offline

_SET_DUMPABLE = 4
#: No box, and no report, where a program crashes or a drive is not ready.
_QUIET_ERRORS = 0x0001 | 0x0002 | 0x8000
#: A report of Windows, where one is made all the same, holds nothing of the memory.
_NO_HEAP = 1
_FAR_DISPLAY = (
    "casefile: the display is on another machine (DISPLAY), so what you see goes through a network."
)


def harden(*, window: bool) -> None:
    """Leave no dumps of the memory and open no connection; there is no way back."""
    leave_no_dumps()
    stay_offline(window=window)
    if window and display_is_far() and sys.stderr is not None:
        sys.stderr.write(f"{_FAR_DISPLAY}\n")


def leave_no_dumps() -> None:
    """Have the system write nothing of the memory to the disk when the process crashes.

    On Linux, no other program of the same user may read it either (ptrace(2)).
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(_QUIET_ERRORS)
        kernel.WerSetFlags(_NO_HEAP)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit is not heeded where the system hands dumps to a program.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
