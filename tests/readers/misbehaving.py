"""A reader that does whatever the first word of its file says: most of it must not happen."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers import Cell, Document, Grid, Line
from kpi_core.vocabulary import Severity


def read(stream: BinaryIO, name: str) -> Document:
    word = stream.read().decode()
    if word == "refuse":
        raise ReportError(f"{name}: no table on page 3. Give another.")
    DEEDS.get(word, _nothing)()
    corner = Cell("10%", "A1", exact="10.26%", fill="FF0000")
    covered = Cell("", "B1", anchor=corner)
    outside = Cell("", "C1", anchor=Cell("£ \ud800 \n", "A9"))
    lines = (
        Line("row 1", (corner, covered, outside)),
        Line("row 2", (Cell("x", "A2"),)),
        *_more(word),
    )
    note = Finding("a-rule", Severity.NOTE, "A note.", raw="10%", source_cell="A1")
    grids = (Grid(name, lines, "sheet 'Q4'"), Grid(name, (), "sheet 'empty'"))
    return Document(name, grids, (note,))


def _more(word: str) -> tuple[Line, ...]:
    """What the reader found out about its own process."""
    found = {
        "environment": ",".join(sorted(os.environ)),
        "modules": ",".join(sorted(n for n, m in sys.modules.items() if m)),
    }
    return (Line("row 3", (Cell(found[word], "A3"),)),) if word in found else ()


def _nothing() -> None:
    return


def _hang() -> None:
    time.sleep(60)


def _hang_in_c() -> None:
    ctypes.CDLL(None).pause()


def _spin() -> None:
    while True:
        pass


def _segfault() -> None:
    ctypes.string_at(0)


def _eat() -> None:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def _eat_and_blame_the_file() -> None:
    try:
        _eat()
    except MemoryError as error:
        wrapped = ValueError(error)  # as pdfplumber wraps whatever pdfminer raises
        raise ReportError("Q4.xls: the file is damaged. Save it and try again.") from wrapped


def _raise() -> None:
    raise ZeroDivisionError("a bug")


def _recurse() -> None:
    _recurse()


def _print() -> None:
    print('["end"]')  # noqa: T201
    os.write(1, b'["end"]\n')
    sys.stdout.flush()


def _leave() -> None:
    os._exit(0)


def _leave_badly() -> None:
    sys.exit(3)


def _connect() -> None:
    socket.create_connection(("127.0.0.1", 9))


def _start() -> None:
    subprocess.run(["true"], check=False)


DEEDS: dict[str, Callable[[], None]] = {
    "hang": _hang,
    "hang in c": _hang_in_c,
    "spin": _spin,
    "segfault": _segfault,
    "eat": _eat,
    "eat and blame the file": _eat_and_blame_the_file,
    "raise": _raise,
    "recurse": _recurse,
    "print": _print,
    "leave": _leave,
    "leave badly": _leave_badly,
    "connect": _connect,
    "start": _start,
}
