"""A session without a browser: what the server takes from a change to the end of its answer.

It speaks the protocol of Streamlit's own front end, so the figure holds everything that the server
does: running the script, serialising, sending every message, tidying up. AppTest would leave out
the last three. Messages that a browser keeps are kept here too, so the server may refer to them.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

SMALL = 1000
"""Bytes: the message that ends a run is smaller, so larger ones wait to be read."""

FILTER = "status"
"""The widget's key, the same in ours and in the naive app."""


@contextmanager
def opened(address: str) -> Iterator["Session"]:
    """A page that is open: its first run is done."""
    options: dict[str, Any] = {
        "max_size": None,
        "compression": None,
    }  # as a browser on this machine
    with connect(address, subprotocols=["streamlit"], **options) as connection:
        session = Session(connection)
        session.run(())
        yield session


class Session:
    """One open page, whose runs are driven one after the other."""

    def __init__(self, connection: ClientConnection) -> None:
        self._socket = connection
        self._widget = self._fragment = self._page = ""
        self._kept: deque[set[str]] = deque(maxlen=2)

    def run(self, statuses: tuple[str, ...]) -> tuple[float, int]:
        """Sets the status filter; seconds to the end of the run, and bytes sent by the server.

        An app without the filter just runs again.
        """
        question = self._question(statuses)
        started = time.perf_counter()
        self._socket.send(question)
        frames = []
        while True:
            frame = self._socket.recv(timeout=60)
            frames.append(frame)
            if len(frame) < SMALL and _message(frame).WhichOneof("type") == "script_finished":
                break
        took = time.perf_counter() - started
        self._remember([_message(frame) for frame in frames])
        return took, sum(map(len, frames))

    def _question(self, statuses: tuple[str, ...]) -> bytes:
        question = BackMsg()
        run = question.rerun_script
        run.page_script_hash = self._page
        run.context_info.timezone = "UTC"
        run.cached_message_hashes.extend(set().union(*self._kept))
        run.widget_states.SetInParent()
        if self._widget:
            run.fragment_id = self._fragment
            run.query_string = urlencode([(FILTER, word) for word in statuses])
            widget = run.widget_states.widgets.add()
            widget.id = self._widget
            widget.string_array_value.data.extend(statuses)
        return bytes(question.SerializeToString())

    def _remember(self, messages: list[ForwardMsg]) -> None:
        self._kept.append({m.hash for m in messages if m.metadata.cacheable})
        for message in messages:
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page = message.new_session.page_script_hash
            if kind == "delta" and (found := _filter_id(message)):
                self._widget, self._fragment = found, message.delta.fragment_id


def _message(frame: str | bytes) -> ForwardMsg:
    message = ForwardMsg()
    message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
    return message


def _filter_id(message: ForwardMsg) -> str:
    """The id of the status filter, if this message draws it."""
    element = message.delta.new_element
    kind = element.WhichOneof("type")
    found = getattr(getattr(element, kind), "id", "") if kind else ""
    return found if found.endswith(f"-{FILTER}") else ""
