"""What is found on a page: lines of text and tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.strips import Row
from kpi_core.readers.spans import Spot

SAME_PLACE = 4.0
"""Columns of two pages are the same if they begin this close to each other."""


@dataclass(frozen=True)
class TextLine:
    text: str
    box: Box


@dataclass(frozen=True)
class FoundTable:
    """``columns`` are the places where columns begin, and where the last one ends.

    Attributes:
        rows: the lines of words of a table without lines, which show its columns.
        goes_on: its columns were found to be those of the page before.
    """

    spots: tuple[Spot, ...]
    height: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[Row, ...] = ()
    goes_on: bool = False


Item = TextLine | FoundTable


def same_places(columns: Sequence[float], others: Sequence[float]) -> bool:
    """Two tables have the same columns at the same places."""
    return len(columns) == len(others) and all(
        abs(a - b) < SAME_PLACE for a, b in zip(columns, others, strict=True)
    )
