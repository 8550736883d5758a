"""Text and tables in the order in which a document shows them, gathered into grids."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kpi_core.readers.grid import Cell, Grid, Line
from kpi_core.readers.limits import Tally
from kpi_core.readers.spans import Spot, set_out


@dataclass
class Flow:
    """Each table becomes a grid, with the text before it; text after the last table ends its grid.

    Every piece of text is a line of one cell. Errors are :class:`ReportError`, at a limit.
    """

    tally: Tally
    _waiting: list[Line] = field(default_factory=list)
    _tables: list[list[Line]] = field(default_factory=list)

    def text(self, text: str, address: str) -> None:
        """Text outside tables; blank text is no line."""
        if text.strip():
            self.tally.line(1)
            self._waiting.append(Line(address, (Cell(self.tally.text(text, address), address),)))

    @property
    def next_table(self) -> str:
        """The address of the table that comes next."""
        return f"table {len(self._tables) + 1}"

    def table(self, spots: Sequence[Spot], height: int) -> None:
        """A table of so many rows."""
        self.tally.grid()
        lines = set_out(spots, height, self.next_table, self.tally)
        self._tables.append([*self._waiting, *lines])
        self._waiting = []

    def grids(self, name: str) -> tuple[Grid, ...]:
        """What was gathered; a document of text alone is one grid, an empty one has none."""
        tables = self._tables or [[]]
        tables[-1].extend(self._waiting)
        if len(tables) == 1:
            return (Grid(name, tuple(tables[0])),) if tables[0] else ()
        return tuple(
            Grid(name, tuple(lines), f"table {at}") for at, lines in enumerate(tables, start=1)
        )
