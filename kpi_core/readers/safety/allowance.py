"""What a process that reads one file may use: time, memory, and nothing outside of itself."""

import sys
from dataclasses import dataclass
from typing import Any

from kpi_core.readers.limits import MOST_ANSWER_BYTES, MOST_MEMORY_BYTES, MOST_SECONDS

if sys.platform != "win32":
    import resource
    import signal

OUTSIDE = (
    *("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"),
    *("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn"),
    "os.startfile",
)
"""Events that the interpreter reports before it does something that no reader needs."""


@dataclass(frozen=True)
class Allowance:
    """For one file; where the system knows no such limits, only the parent's clock counts."""

    seconds: int = MOST_SECONDS
    memory: int = MOST_MEMORY_BYTES

    def apply(self) -> None:
        """Bind this process to it, for good."""
        if sys.platform != "win32":
            _limit(resource.RLIMIT_AS, self.memory)
            _limit(resource.RLIMIT_CPU, self.seconds)
            _limit(resource.RLIMIT_FSIZE, MOST_ANSWER_BYTES)
            _limit(resource.RLIMIT_CORE, 0)
            signal.alarm(self.seconds + 5)  # ends it even where the parent has gone
        _be_ended_first()
        sys.addaudithook(_stay_inside)


def _limit(what: int, most: int) -> None:
    """Never above what the host allows already."""
    _, hard = resource.getrlimit(what)
    known = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(what, (known, hard))
    except (OSError, ValueError):  # some systems have the limit and refuse to set it
        return


def _be_ended_first() -> None:
    """On Linux: when memory runs out, the system is to end this process and not the app."""
    try:
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as setting:  # noqa: PTH123 - no path
            setting.write("1000")
    except OSError:
        return


def _stay_inside(event: str, _: tuple[Any, ...]) -> None:
    if event in OUTSIDE:
        raise PermissionError(f"a reader may not use {event}")
