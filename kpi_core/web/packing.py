"""The workshop: packs are made in the background, some at a time, and kept for a while.

A pack takes seconds, which no click should wait for. Who asks for one gets a job that says how far
it is; the same view asked for again, by anyone, is the same job.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from kpi_core.downloads import Made
from kpi_core.errors import ExportError, KpiError
from kpi_core.packs import Step

LOG = logging.getLogger(__name__)

MOST_AT_ONCE = 2
"""Packs that are made at the same time; the screens need the processor too."""

MOST_WAITING = 8
"""Packs that are asked for and not yet finished. More would wait for minutes."""

MOST_KEPT = 12
"""Finished packs that are kept, the latest; one of the most indicators has some 4 MB."""

BUSY = (
    f"{MOST_WAITING} packs are being made already, which is as many as wait at a time. Try again "
    "in a minute."
)

WENT_WRONG = (
    "The pack could not be made: the program met something that it was not made for. The server's "
    "log says what; tell whoever runs it."
)

Making = Callable[[Step], Made]


class Job:
    """One pack on its way. ``said`` is how far it is."""

    def __init__(self) -> None:
        self.said = "Waiting for its turn"
        self.future: Future[Made] = Future()

    @property
    def done(self) -> bool:
        return self.future.done()

    @property
    def made(self) -> Made | None:
        """The file, once there is one."""
        return self.future.result() if self.done and self.future.exception() is None else None

    @property
    def problem(self) -> str | None:
        """Why there is none, in a sentence; None while nothing is wrong."""
        wrong = self.future.exception() if self.done else None
        if wrong is None:
            return None
        return str(wrong) if isinstance(wrong, KpiError) else WENT_WRONG

    def work(self, making: Making) -> Made:
        try:
            return making(self._hear)
        except KpiError:
            raise
        except Exception:
            LOG.exception("A committee pack could not be made.")
            raise

    def _hear(self, said: str) -> None:
        self.said = said


class Workshop:
    """Takes orders, and keeps what is finished.

    Args:
        at_once: packs that are made at the same time.
        waiting: orders that may be unfinished.
        kept: finished packs that are kept.
    """

    def __init__(
        self, at_once: int = MOST_AT_ONCE, waiting: int = MOST_WAITING, kept: int = MOST_KEPT
    ) -> None:
        self._workers = ThreadPoolExecutor(at_once, thread_name_prefix="pack")
        self._waiting, self._kept = waiting, kept
        self._jobs: OrderedDict[object, Job] = OrderedDict()
        self._lock = Lock()

    def find(self, key: object) -> Job | None:
        """The job of a view, if it was ordered and is still kept."""
        with self._lock:
            return self._jobs.get(key)

    def order(self, key: object, making: Making) -> Job:
        """The job of a view: the one that there is, unless it failed, else a new one.

        Raises:
            ExportError: too many are waiting.
        """
        with self._lock:
            known = self._jobs.get(key)
            if known is not None and known.problem is None:
                self._jobs.move_to_end(key)
                return known
            if sum(not job.done for job in self._jobs.values()) >= self._waiting:
                raise ExportError(BUSY)
            job = self._jobs[key] = Job()
            self._jobs.move_to_end(key)
            job.future = self._workers.submit(job.work, making)
            self._forget()
            return job

    def _forget(self) -> None:
        """The oldest finished ones beyond those that are kept."""
        finished = [key for key, job in self._jobs.items() if job.done]
        for key in finished[: max(len(finished) - self._kept, 0)]:
            del self._jobs[key]


WORKSHOP = Workshop()
"""The one that all sessions share."""
