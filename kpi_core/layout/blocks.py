"""One block of labels and texts for each indicator, laid out anew as a header and a row.

"Indicator | Calls answered", "Target | 95%", "RAG | Amber" says the same as a table of one row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kpi_core.layout.headings import Role, role_of
from kpi_core.periods import find_marked_period
from kpi_core.readers import Cell, Grid, Line

FEWEST = 3
"""Labels of a block; two known words below each other are chance."""

JUDGED = frozenset({Role.VALUE, Role.TARGET, Role.STATUS})


@dataclass
class _Block:
    """The lines since a label that names the indicator, with their labels and texts."""

    lines: list[Line] = field(default_factory=list)
    pairs: list[tuple[Cell, Cell]] = field(default_factory=list)

    def unfolded(self) -> Iterator[Line]:
        """Two lines where this is a block, else the lines as they were."""
        roles = [_role(label.text) for label, _ in self.pairs]
        if len(roles) < FEWEST or not JUDGED & set(roles) or len(self.lines) < 2:
            yield from self.lines
            return
        address = self.lines[0].address
        yield Line(address, tuple(label for label, _ in self.pairs))
        yield Line(self.lines[-1].address, tuple(text for _, text in self.pairs))


def unfolded(grid: Grid) -> Grid:
    """The grid with each block of labels and texts as a header line and a row under it."""
    lines: list[Line] = []
    block = _Block()
    for line in grid.lines:
        named = bool(line.cells) and role_of(line.cells[0].text) is Role.INDICATOR
        pairs = _pairs(line) if named or block.lines else []
        named = named and bool(pairs)
        if named or not pairs:
            lines += block.unfolded()
            block = _Block()
        if pairs and (named or block.lines):
            block.lines.append(line)
            block.pairs += pairs
        else:
            lines.append(line)
    return replace(grid, lines=(*lines, *block.unfolded()))


def _pairs(line: Line) -> list[tuple[Cell, Cell]]:
    """The labels of a line, each with the cell to its right; nothing unless all are known."""
    cells = list(line.cells)
    while cells and cells[-1].empty and len(cells) > 2:
        cells.pop()
    if len(cells) % 2:
        cells.append(Cell("", f"{line.address}, column {len(cells) + 1}"))
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    known = all(not label.empty and _role(label.text) is not Role.UNKNOWN for label, _ in pairs)
    texts = any(not text.empty and _role(text.text) is Role.UNKNOWN for _, text in pairs)
    return pairs if known and (texts or len(pairs) == 1) else []


def _role(label: str) -> Role:
    text = label.strip().rstrip(":")
    dated = find_marked_period(text)
    return role_of(dated.rest, dated=True) if dated is not None else role_of(text)
