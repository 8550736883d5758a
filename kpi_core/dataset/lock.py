"""One change of CURRENT at a time, over threads and processes of one machine.

The system gives the lock up when its holder ends, however it ends, so none is ever left behind. On
object storage, and where the system knows no such locks, the check before the switch stands alone.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyarrow import fs

from kpi_core.dataset.place import Place
from kpi_core.errors import DatasetError

LOCK = ".lock"

PATIENCE = 10.0
"""Seconds to wait for another switch, which takes milliseconds."""


@contextmanager
def locked(where: Place) -> Iterator[None]:
    """Hold the dataset's lock.

    Raises:
        DatasetError: somebody else holds it for too long.
        OSError: the place cannot be written to.
    """
    try:
        import fcntl
    except ImportError:  # not on this system
        yield
        return
    if not isinstance(where.system, fs.LocalFileSystem):
        yield
        return
    where.make_folder()
    with Path(where.path(LOCK)).open("ab") as file:
        limit = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > limit:
                    raise DatasetError(
                        f"Somebody else is changing the dataset at {where.name}. Try again."
                    ) from None
                time.sleep(0.02)
        yield
