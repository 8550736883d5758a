"""One input taken the whole way, and what has to be true of the result."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from types import FrameType
from typing import BinaryIO

from kpi_core import build, readers
from kpi_core.catalogue import Catalogue
from kpi_core.errors import KpiError
from kpi_core.readers import READERS, Document
from tests.fuzz.inputs import Input, make
from tests.fuzz.random_tables import Filled, Table
from tests.fuzz.writers import legal
from tests.normalise.cell_account import every_cell_is_accounted_for

SECONDS = 10
"""Of processor time for one input."""

IN_PIECES = {"pdf"}
"""Formats in which a text that is written is not always found again in one piece."""

BETWEEN_CELLS = str.maketrans("", "", '\t,;|"')
"""A table of few lines may be split at another of these than it was written with."""


@dataclass(frozen=True)
class Outcome:
    """``read`` or refused; ``failure`` is what was not as it has to be."""

    kind: str
    read: bool
    failure: str | None = None


class TooLong(BaseException):
    """No ``Exception``, so that nothing on the way takes it for a damaged file."""


def formats() -> list[str]:
    """Those whose readers are there."""
    return [name for name, reader in READERS.items() if find_spec(reader.module)]


@contextmanager
def in_this_process() -> Iterator[None]:
    """Read without a process for each file, which would take most of the time."""
    kept = dict(READERS)
    READERS.update({name: replace(reader, isolated=False) for name, reader in kept.items()})
    yield
    READERS.update(kept)


def trial(format_: str, number: int) -> Outcome:
    """Make an input, read, normalise, rate and check it; any exception but ours is a failure."""
    given = make(format_, number)
    try:
        with limited():
            return _taken(format_, given)
    except TooLong:
        return Outcome(given.kind, read=False, failure=f"took longer than {SECONDS} seconds")
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        failure = _said(error)
    return Outcome(given.kind, read=False, failure=failure)


def _taken(format_: str, given: Input) -> Outcome:
    name, refusal, assessed = f"fuzz-2019-20-q4.{format_}", "", None
    with _documents() as seen:
        try:
            assessed = build.read_report(given.content, name, Catalogue())
        except KpiError as error:
            refusal = str(error)
    if assessed is not None:
        every_cell_is_accounted_for(seen[0], assessed)
    else:
        assert name in refusal, f"the file is not named: {refusal}"
        assert "\n" not in refusal.strip(), f"more than one line: {refusal}"
    if seen and given.table is not None and format_ not in IN_PIECES:
        _every_text_is_there(given.table, seen[0])
    return Outcome(given.kind, read=assessed is not None)


@contextmanager
def _documents() -> Iterator[list[Document]]:
    """What the reader gave, without reading twice."""
    seen: list[Document] = []

    def read(stream: BinaryIO, name: str) -> Document:
        seen.append(readers.read(stream, name))
        return seen[-1]

    build.read = read
    try:
        yield seen
    finally:
        build.read = readers.read


def _every_text_is_there(table: Filled | Table, document: Document) -> None:
    """Each written text is in some cell or finding, whatever became of its spaces."""
    raws = [finding.raw or "" for finding in document.findings]
    cells = [c for grid in document.grids for line in grid.lines for c in line.cells]
    found = "".join(_plain(text) for text in (*(c.text for c in cells), *raws))
    texts = [text for row in table for text in row if isinstance(text, str)]
    lost = [text for text in texts if _plain(text) not in found]
    assert not lost, f"texts that are nowhere: {lost[:5]}"


def _plain(text: str) -> str:
    return "".join(legal(text).split()).translate(BETWEEN_CELLS)


@contextmanager
def limited() -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _said(error: BaseException) -> str:
    """What it is, and the innermost line of our own code."""
    places = []
    step = error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        places.append(f"{file}:{step.tb_lineno}")
        step = step.tb_next
    own = [place for place in places if "kpi_core" in place]
    return f"{type(error).__name__}: {str(error)[:300]} at {(own or places)[-1]}"
