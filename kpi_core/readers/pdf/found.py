"""What is found on a page: lines of text and tables."""

from dataclasses import dataclass

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.strips import Row
from kpi_core.readers.spans import Spot


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
