"""What the server does once at start, so that the first reader does not wait for it.

The chart renderer and the dataset are loaded in the background; then everything that lives as long
as the process is taken out of the garbage collector's sight, which otherwise costs each click
about 80 ms. Streamlit's own collection after every run is off in the settings for the same reason.
"""

import asyncio
import gc
import logging
import os
import socket
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from kpi_core.errors import KpiError

_LOG = logging.getLogger(__name__)

_SMALLEST_CHART = {"mark": "point", "data": {"values": [{"x": 1}]}, "encoding": {}}


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[dict[str, Any]]:
    """Starts the warming and hands the server over at once; ``/readyz`` tells when it is done."""
    del app
    state: dict[str, Any] = {"warm": False}
    send_at_once()
    task = asyncio.create_task(_warm(state))
    READY.update(state=state)
    yield state
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


READY: dict[str, dict[str, Any]] = {}
"""The state of the running server, for ``/readyz``."""


async def _warm(state: dict[str, Any]) -> None:
    await asyncio.to_thread(_prepare)
    state["warm"] = True


def _prepare() -> None:
    from kpi_core.web import load

    try:
        load.scorecard()
    except KpiError as problem:  # the screens say so; the server itself is well
        _LOG.warning("%s", problem)
    import altair as alt  # noqa: F401  (heavy, needed by the first chart)
    import vl_convert

    vl_convert.vegalite_to_svg(_SMALLEST_CHART)
    gc.collect()
    gc.freeze()


def send_at_once() -> None:
    """Sets TCP_NODELAY on the listening sockets, whose connections inherit it.

    The socket that ``streamlit run`` opens lacks it, so quick changes in a row wait 40 ms. Where
    the system does not list its open files, nothing happens.
    """
    folder = Path("/dev/fd")
    for entry in list(folder.iterdir()) if folder.is_dir() else ():
        with suppress(OSError, ValueError):
            number = int(entry.name)
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            with socket.socket(fileno=os.dup(number)) as listening:
                if listening.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
