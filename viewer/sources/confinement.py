"""What a process that parses gives up before it looks at a stranger's bytes.

The system's limits hold whatever happens in it. The hook holds Python's own calls, on every
system, as long as the process was not taken over by machine code.
"""

import os
import sys
from contextlib import nullcontext, suppress
from typing import Any

from viewer.hardening import leave_no_dumps
from viewer.system_calls import refuse_all_but_documents

#: Open files and pipes: what is imported while parsing needs a few at a time.
_MOST_FILES = 32
_REFUSED = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system"),
    *("os.startfile", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink"),
    *("os.truncate", "os.chmod", "os.chown", "os.kill", "os.putenv", "shutil.", "urllib."),
    *("ftplib.", "smtplib.", "http.", "sqlite3.", "webbrowser.", "tempfile.", "pty."),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(order: dict[str, Any]) -> None:
    """Take on the limits of an order: memory in bytes, seconds of computing, no files, no network.

    There is no way back.
    """
    _limit_resources(order["memory"], order["cpu_seconds"])
    leave_no_dumps()
    refuse_all_but_documents()
    roots = tuple({os.path.realpath(place) + os.sep for place in (*sys.path, sys.base_prefix)})
    # In a bundle, the modules are at the end of the program itself.
    program = os.path.realpath(sys.executable)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _check_open(arguments, roots, program)
        elif event.startswith(_REFUSED):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _limit_resources(memory: int, cpu_seconds: int) -> None:
    if sys.platform == "win32":
        # There it is in a job already.
        return
    import resource

    limits = {
        resource.RLIMIT_AS: (memory, memory),
        # At the first the process is told to end, at the second it is ended.
        resource.RLIMIT_CPU: (cpu_seconds, cpu_seconds + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (_MOST_FILES, _MOST_FILES),
        resource.RLIMIT_NPROC: (0, 0),
    }
    for kind, most in limits.items():
        _, hard = resource.getrlimit(kind)
        soft, hard = most if hard == resource.RLIM_INFINITY else (min(m, hard) for m in most)
        # macOS refuses to bound the address space.
        with suppress(ValueError) if sys.platform == "darwin" else nullcontext():
            resource.setrlimit(kind, (soft, hard))


def _check_open(arguments: tuple[Any, ...], roots: tuple[str, ...], program: str) -> None:
    """Let through only reading, and only of the program's own modules."""
    path, mode, flags = arguments
    is_writing = flags & _WRITING if isinstance(flags, int) else set(mode or "") & set("wax+")
    if is_writing or not isinstance(path, str | bytes):
        raise PermissionError("open")
    place = os.path.realpath(os.fsdecode(path))
    if place != program and not place.startswith(roots):
        raise PermissionError("open")
