"""Cells that span rows and columns, set out as lines in which every place has its cell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kpi_core.readers.grid import Cell, Line
from kpi_core.readers.limits import Tally


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell of a table as its file describes it; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    fill: str | None = None


def only_arranges(spots: Sequence[Spot], holds_tables: bool) -> bool:
    """A table that only arranges a page: one column, or tables where its own figures would be."""
    if all(spot.column == 0 for spot in spots):
        return True
    filled = Counter(spot.row for spot in spots if spot.text.strip())
    return holds_tables and sum(count > 1 for count in filled.values()) < 2


def set_out(
    spots: Sequence[Spot], height: int, table: str, tally: Tally, least_width: int = 0
) -> tuple[Line, ...]:
    """Every place of a table, row by row; ``table`` is its address, such as "table 2".

    No two spots begin at one place; where their spans meet, the first has the place.

    Raises:
        ReportError: at a limit.
    """
    width = max((spot.column + spot.columns for spot in spots), default=0)
    width = max(width, least_width)
    by_row: dict[int, list[Spot]] = {}
    for spot in spots:
        by_row.setdefault(spot.row, []).append(spot)
    spanning = _Spanning()
    lines = []
    for row in range(height):
        tally.line(width)
        address = f"{table}, row {row + 1}"
        cells = [spanning.cell(row, at, f"{address}, column {at + 1}") for at in range(width)]
        for spot in by_row.get(row, ()):
            where = cells[spot.column].address
            cells[spot.column] = Cell(tally.text(spot.text, where), where, fill=spot.fill)
            spanning.add(spot, cells)
        lines.append(Line(address, tuple(cells)))
    return tuple(lines)


class _Spanning:
    """The cells that reach down into the next rows, by column, with the row where they end."""

    def __init__(self) -> None:
        self._by_column: dict[int, tuple[Cell, int]] = {}

    def cell(self, row: int, column: int, address: str) -> Cell:
        """A place that no cell begins at: covered from above, or empty."""
        anchor, end = self._by_column.get(column, (None, 0))
        return Cell("", address, anchor=anchor if row < end else None)

    def add(self, spot: Spot, cells: list[Cell]) -> None:
        """Let a new cell cover the places beside and, in the rows to come, below it."""
        anchor = cells[spot.column]
        for column in range(spot.column, spot.column + spot.columns):
            if self._by_column.get(column, (None, 0))[1] > spot.row:
                continue
            self._by_column[column] = (anchor, spot.row + spot.rows)
            if column != spot.column:
                cells[column] = Cell("", cells[column].address, anchor=anchor)
