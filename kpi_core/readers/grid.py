"""What every reader returns: lines of cells with addresses in the reader's own terms."""

from dataclasses import dataclass, field

from kpi_core.findings import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` exactly as it stands in the file; ``address`` such as ``line 3, column 7``."""

    text: str
    address: str

    @property
    def empty(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True)
class Line:
    """One row of the file, with the number a person sees in an editor."""

    address: str
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        return all(cell.empty for cell in self.cells)


@dataclass(frozen=True)
class Grid:
    """One table-like area of a file; ``findings`` are what the reader itself noticed."""

    name: str
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def cells_read(self) -> int:
        """Cells that are not empty."""
        return sum(not cell.empty for line in self.lines for cell in line.cells)
