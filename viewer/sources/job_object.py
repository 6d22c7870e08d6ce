"""Windows has no resource limits: a job holds a process to memory, time and number instead.

The parser waits for its order, which it gets only when it is in its job. The structures are those
of winnt.h, so that they can be looked at on any system.
"""

import ctypes
import sys

_PROCESS_TIME = 0x2
_ACTIVE_PROCESSES = 0x8
_JOB_MEMORY = 0x200
_DIE_ON_UNHANDLED_EXCEPTION = 0x400
_KILL_ON_CLOSE = 0x2000
_EXTENDED_LIMITS = 9
#: A virtual environment's Python starts the real one.
_PROCESSES = 2
#: Windows counts time in steps of 100 nanoseconds.
_STEPS = 10_000_000


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits_of(memory: int, cpu_seconds: int) -> ExtendedLimits:
    """Return what a job allows: bytes of memory in all, seconds of computing for each process."""
    limits = ExtendedLimits(job_memory=memory)
    limits.basic.process_time = cpu_seconds * _STEPS
    limits.basic.active_processes = _PROCESSES
    limits.basic.flags = (
        _PROCESS_TIME | _ACTIVE_PROCESSES | _JOB_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
    ) | _KILL_ON_CLOSE
    return limits


if sys.platform == "win32":

    class Job:
        """A job with a process in it; raises `OSError` where Windows refuses."""

        def __init__(self, process_handle: int, memory: int, cpu_seconds: int) -> None:
            self._api = ctypes.WinDLL("kernel32", use_last_error=True)
            self._api.CreateJobObjectW.restype = ctypes.c_void_p
            self._handle = ctypes.c_void_p(self._api.CreateJobObjectW(None, None))
            limits = limits_of(memory, cpu_seconds)
            about = (_EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
            self._require(self._api.SetInformationJobObject(self._handle, *about))
            process = ctypes.c_void_p(process_handle)
            self._require(self._api.AssignProcessToJobObject(self._handle, process))

        def _require(self, is_done: int) -> None:
            if not is_done:
                raise ctypes.WinError(ctypes.get_last_error())

        def end(self) -> None:
            """End every process of the job."""
            self._api.TerminateJobObject(self._handle, 1)
            self._api.CloseHandle(self._handle)
