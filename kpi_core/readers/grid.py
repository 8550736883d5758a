"""What every reader returns: grids of lines of cells, with addresses in the reader's own terms."""

from dataclasses import dataclass

from kpi_core.findings import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` exactly as a person sees it in the file; ``address`` such as ``line 3, column 7``.

    Attributes:
        exact: the number in full, in the form of the text ("17.1328%"), where the file stores
            more of it than it shows.
        fill: background colour as six hex digits in capitals, where the cell has one.
        anchor: the merged cell that covers this place; such a place has no text of its own.
    """

    text: str
    address: str
    exact: str | None = None
    fill: str | None = None
    anchor: "Cell | None" = None

    @property
    def empty(self) -> bool:
        return not self.text.strip()

    @property
    def shown(self) -> str:
        """The text that a person sees at this place, that of a merged cell included."""
        return self.anchor.text if self.anchor is not None else self.text


@dataclass(frozen=True)
class Line:
    """One row of the file, with the number a person sees in the program that wrote it."""

    address: str
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        return all(cell.empty for cell in self.cells)

    @property
    def filled(self) -> int:
        """Cells that are not empty."""
        return sum(not cell.empty for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """One table-like area of a file: a sheet, a table with the paragraphs before it, a whole CSV.

    ``title`` says which ("sheet 'Q4'", "table 2"); it is empty where the file has only one.
    """

    name: str
    lines: tuple[Line, ...]
    title: str = ""

    @property
    def cells_read(self) -> int:
        """Cells that are not empty."""
        return sum(line.filled for line in self.lines)


@dataclass(frozen=True)
class Document:
    """A file as read: its grids in order; ``findings`` are what the reader itself noticed.

    ``format`` is the one that it was read as, which may be another than its name says.
    """

    name: str
    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = ()
    format: str = ""

    @property
    def cells_read(self) -> int:
        return sum(grid.cells_read for grid in self.grids)
