"""Reading in a process of its own: whatever the file does to it, the app goes on.

The answer is taken only when it is whole. A process that hangs, crashes or runs out of memory
ends in one sentence about the file.
"""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import BoundedSemaphore
from typing import IO

from kpi_core.errors import ReportError
from kpi_core.readers.grid import Document
from kpi_core.readers.limits import MOST_AT_ONCE, ONLY_THE_TABLE
from kpi_core.readers.reader import Reader
from kpi_core.readers.safety import transfer
from kpi_core.readers.safety.allowance import Allowance

LOGGER = logging.getLogger(__name__)

COMMAND = ("-P", "-X", "faulthandler", "-m", "kpi_core.readers.safety.worker")

PACKAGE_FOLDER = Path(__file__).resolve().parents[3]
"""Where the package is found: the process must run the code that started it."""

KEPT = (
    *("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ"),
    *("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "PYTHONHOME"),
)
"""Variables that the process gets. Others, which may hold passwords, are not its business."""

LOGGED_BYTES = 10_000
"""Of what a crashed process printed."""

OUT_OF_TIME = {-24, -14}
"""SIGXCPU and SIGALRM, by number since not every system has them."""

ENDED_BY_SYSTEM = -9
"""SIGKILL from outside: the system ran out of memory."""

SEATS = BoundedSemaphore(MOST_AT_ONCE)


def read(
    reader: Reader,
    format_: str,
    content: bytes,
    name: str,
    allowance: Allowance | None = None,
) -> Document:
    """Read a file of a format in a process of its own.

    Raises:
        ReportError: the reader's own, or that it took too long, needed too much memory or stopped.
    """
    allowed = allowance or Allowance()
    task = {"module": reader.module, "format": format_, "name": name, **asdict(allowed)}
    try:
        with SEATS, ExitStack() as stack:
            given, answer, printed = (stack.enter_context(TemporaryFile()) for _ in range(3))
            given.write(json.dumps(task).encode("ascii") + b"\n")
            given.write(content)
            given.seek(0)
            ended = _run(given, answer, printed, allowed.seconds)
            answer.seek(0)
            printed.seek(0)
            return _document(_Answer(name, ended, answer, printed, allowed))
    except OSError as error:  # no room for temporary files, say
        LOGGER.exception("reading %s could not be started", name)
        raise _stopped(name, f"it could not be started: {error.strerror or error}") from error


def _run(given: IO[bytes], answer: IO[bytes], printed: IO[bytes], seconds: int) -> int | None:
    """Run to the end; the exit code, or None when the time was up."""
    process = subprocess.Popen(  # noqa: S603 - our own module, by this interpreter
        [sys.executable, *COMMAND],
        stdin=given,
        stdout=answer,
        stderr=printed,
        env=_environment(),
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment() -> dict[str, str]:
    found = [str(PACKAGE_FOLDER), *(str(Path(entry).resolve()) for entry in sys.path)]
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    more = {"PYTHONPATH": os.pathsep.join(dict.fromkeys(found)), "OPENBLAS_NUM_THREADS": "1"}
    return {**kept, **more}


@dataclass(frozen=True)
class _Answer:
    """All that a process left behind; ``ended`` is its exit code, None when the time was up."""

    name: str
    ended: int | None
    messages: IO[bytes]
    printed: IO[bytes]
    allowed: Allowance


def _document(answer: _Answer) -> Document:
    if answer.ended is None or answer.ended in OUT_OF_TIME:
        raise ReportError(
            f"{answer.name}: reading the file took longer than {answer.allowed.seconds} seconds, "
            f"so it was stopped. {ONLY_THE_TABLE}"
        )
    if answer.ended == ENDED_BY_SYSTEM:
        raise _needs_memory(answer)
    if answer.ended != 0:
        LOGGER.error("reading %s ended with %s: %s", answer.name, answer.ended, _printed(answer))
        raise _stopped(answer.name, _signal(answer.ended))
    try:
        return transfer.document(_told(answer), answer.name)
    except (ValueError, TypeError, IndexError) as error:
        raise _stopped(answer.name, "its answer was cut short") from error


def _told(answer: _Answer) -> Iterator[transfer.Message]:
    """The messages, unless one of them says why there is no document."""
    for line in answer.messages:
        message: transfer.Message = json.loads(line)
        if message[0] == "refused":
            raise ReportError(message[1])
        if message[0] == "memory":
            raise _needs_memory(answer)
        if message[0] == "stopped":
            LOGGER.error("reading %s stopped: %s", answer.name, message[2])
            raise _stopped(answer.name, message[1])
        yield message


def _needs_memory(answer: _Answer) -> ReportError:
    return ReportError(
        f"{answer.name}: reading the file needs more memory than the "
        f"{answer.allowed.memory:,} bytes that one file may use. {ONLY_THE_TABLE}"
    )


def _stopped(name: str, why: str) -> ReportError:
    return ReportError(
        f"{name}: the file could not be read (the program that reads it stopped: {why}). Open it "
        "in the program that made it, save it again and try again."
    )


def _signal(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"


def _printed(answer: _Answer) -> str:
    return answer.printed.read(LOGGED_BYTES).decode("utf-8", errors="replace")
