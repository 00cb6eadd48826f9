"""What a process gives up before it reads hostile files (RELIABILITY_RULES 13): network, memory, a life of its own.

Linux; where the kernel allows less, the rest still holds. Run as a program (`PARENT MEMORY_BYTES CPU_SECONDS PROGRAM
ARGUMENT…`) it gives all that up and becomes another program; so it imports nothing but the standard library.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from typing import Any

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_FILE_BYTES = 64 * 1024 * 1024
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "pty.",
    "ftplib.",
    "urllib.",
)


def confine(*, parent: int, memory_bytes: int) -> None:
    """Give up what reading a file does not need. Call it once all modules are loaded.

    Args:
        parent: the process whose end must be ours.
        memory_bytes: address space allowed beyond what is in use now.
    """
    _give_up(parent, memory_bytes)
    sys.addaudithook(_refuse)


def _give_up(parent: int, memory_bytes: int) -> None:
    _die_with(parent)
    _leave_network()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))
    most = _address_space() + memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def allow_cpu(seconds: int) -> None:
    """The kernel ends this process when it has used so many more seconds."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + seconds, hard))


def _die_with(parent: int) -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we could ask
        os._exit(0)


def _leave_network() -> None:
    """A network namespace of our own has no way out; where it is refused, the audit hook still refuses sockets."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _refuse(event: str, _: Any) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} is not for a reader of documents")


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - read once, before the limits
        return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _become(arguments: list[str]) -> None:
    """Be another program, with nothing more than this one has left."""
    parent, memory_bytes, cpu_seconds, *command = arguments
    _give_up(int(parent), int(memory_bytes))
    allow_cpu(int(cpu_seconds))
    os.execv(command[0], command)  # noqa: S606 - the program that our parent names


if __name__ == "__main__":
    _become(sys.argv[1:])
