"""Linux: system calls that a parser never needs are refused by the kernel, whoever makes them.

A filter of seccomp(2): also machine code of a hostile document cannot open a socket or start a
program. Where the kernel or the machine has no such filter, nothing happens.
"""

import ctypes
import platform
import struct
import sys

_SET_NO_NEW_PRIVILEGES = 38
_SET_SECCOMP = 22
_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1  # EPERM

#: Of each machine: its name for audit(7), and the numbers of what is refused.
_MACHINES = {
    # socket connect accept socketpair clone fork vfork execve kill ptrace, and
    # process_vm_readv process_vm_writev execveat io_uring_setup clone3
    "x86_64": (
        0xC000003E,
        (41, 42, 43, 53, 56, 57, 58, 59, 62, 101, 310, 311, 322, 425, 435),
    ),
    # ptrace kill socket socketpair accept connect clone execve, and the five again
    "aarch64": (
        0xC00000B7,
        (117, 129, 198, 199, 202, 203, 220, 221, 270, 271, 281, 425, 435),
    ),
}
#: Numbers from here on are those of another convention of the same machine (x32).
_OTHER_CONVENTION = 0x40000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _MACHINE_AT = 0, 4


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def refuse_system_calls() -> bool:
    """Have the kernel refuse what is never needed; returns whether it does from now on."""
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return False
    code = filter_of(platform.machine())
    program = _Program(len(code) // 8, code)
    control = ctypes.CDLL(None, use_errno=True).prctl
    if control(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(control(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def filter_of(machine: str) -> bytes:
    """Return the filter's program, eight bytes an instruction (struct sock_filter)."""
    audit_name, refused = _MACHINES[machine]
    to_end = len(refused) + 1
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 0, to_end + 2, audit_name),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IF_AT_LEAST, to_end, 0, _OTHER_CONVENTION),
        *((_IF_EQUAL, len(refused) - at, 0, number) for at, number in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
