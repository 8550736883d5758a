"""What is found on a page: lines of text and tables."""

from dataclasses import dataclass

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.spans import Spot


@dataclass(frozen=True)
class TextLine:
    text: str
    box: Box


@dataclass(frozen=True)
class FoundTable:
    """``columns`` are the places where columns begin, and where the last one ends."""

    spots: tuple[Spot, ...]
    height: int
    box: Box
    columns: tuple[float, ...]

    @property
    def filled(self) -> int:
        return sum(bool(spot.text) for spot in self.spots)


Item = TextLine | FoundTable
