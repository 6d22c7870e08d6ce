"""Linux: system calls that a process does without are refused by the kernel, whoever makes them.

A filter of seccomp(2) holds for the machine code of every library, for each thread and for each
program that is started, and cannot be taken back. Where the kernel or the machine has no such
filter, nothing happens.
"""

import ctypes
import platform
import struct
import sys
from collections.abc import Collection

_SET_NO_NEW_PRIVILEGES = 38
_SET_SECCOMP = 22
_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1  # EPERM
#: The only family of sockets that never leaves the machine: the display, D-Bus.
_AF_UNIX = 1

#: Of each machine: its name for audit(7), and the numbers of what is spoken of by name.
_MACHINES = {
    "x86_64": (
        0xC000003E,
        {
            **{"socket": 41, "connect": 42, "accept": 43, "socketpair": 53, "clone": 56},
            **{"fork": 57, "vfork": 58, "execve": 59, "kill": 62, "ptrace": 101},
            **{"process_vm_readv": 310, "process_vm_writev": 311, "execveat": 322},
            **{"io_uring_setup": 425, "clone3": 435},
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            **{"ptrace": 117, "kill": 129, "socket": 198, "socketpair": 199, "accept": 202},
            **{"connect": 203, "clone": 220, "execve": 221, "process_vm_readv": 270},
            **{"process_vm_writev": 271, "execveat": 281, "io_uring_setup": 425, "clone3": 435},
        },
    ),
}
#: Numbers from here on are those of another convention of the same machine (x32).
_OTHER_CONVENTION = 0x40000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def refuse_all_but_documents() -> bool:
    """Refuse what a parser never needs: sockets, programs, other processes.

    Returns whether the kernel does so from now on.
    """
    return sys.platform == "linux" and _install(filter_of(platform.machine(), _named()))


def refuse_networks() -> bool:
    """Refuse each socket but those of this machine's own; returns whether the kernel does so."""
    # A ring of requests could ask for a socket past the filter.
    code = filter_of(platform.machine(), ("io_uring_setup",), local_sockets=True)
    return sys.platform == "linux" and _install(code)


def _named() -> Collection[str]:
    _, numbers = _MACHINES.get(platform.machine(), (0, {}))
    return numbers


def _install(code: bytes) -> bool:
    if not code:
        return False
    program = _Program(len(code) // 8, code)
    control = ctypes.CDLL(None, use_errno=True).prctl
    if control(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(control(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def filter_of(machine: str, refused: Collection[str], *, local_sockets: bool = False) -> bytes:
    """Return a filter's program, eight bytes an instruction (struct sock_filter).

    It is empty for a machine that is not known here.
    """
    if machine not in _MACHINES:
        return b""
    audit_name, numbers = _MACHINES[machine]
    tail = _of_sockets(numbers["socket"]) if local_sockets else [(_RETURN, 0, 0, _ALLOW)]
    # How far it is from the first of what is refused to the end, where it says so.
    to_end = len(refused) + len(tail)
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 0, to_end + 2, audit_name),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IF_AT_LEAST, to_end, 0, _OTHER_CONVENTION),
        *((_IF_EQUAL, to_end - at - 1, 0, numbers[name]) for at, name in enumerate(refused)),
        *tail,
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _of_sockets(number: int) -> list[tuple[int, int, int, int]]:
    """Allow all that is no socket, and of sockets the local ones; else go one step further."""
    return [
        (_IF_EQUAL, 0, 2, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_IF_EQUAL, 0, 1, _AF_UNIX),
        (_RETURN, 0, 0, _ALLOW),
    ]
