"""A table that goes on overleaf, where a page break may have cut through a row."""

from collections.abc import Sequence
from dataclasses import replace

from kpi_core.readers.grid import Line
from kpi_core.readers.pdf.text import is_figure, joined


def go_on(table: list[Line], more: Sequence[Line]) -> None:
    """Add the lines of the next page; the rest of a row goes to the row that it belongs to.

    The header that pages repeat stands before such a rest.
    """
    texts = {_texts(line) for line in table}
    header = 0
    while header < len(more) and _texts(more[header]) in texts:
        header += 1
    rest = more[header : header + 1]
    if table and rest and _is_rest(table[-1], rest[0]):
        table[-1] = _whole(table[-1], rest[0])
        table.extend([*more[:header], *more[header + 1 :]])
    else:
        table.extend(more)


def _texts(line: Line) -> tuple[str, ...]:
    return tuple(cell.text for cell in line.cells)


def _is_rest(row: Line, line: Line) -> bool:
    """Text alone, below text, and not a row of its own: that would begin with something."""
    above, below = _texts(row), _texts(line)
    if len(above) != len(below) or any(cell.anchor for cell in line.cells) or line.empty:
        return False
    filled = [at for at, text in enumerate(below) if text]
    if any(is_figure(below[at]) or not above[at] for at in filled):
        return False
    begins = next((at for at, text in enumerate(above) if text), 0)
    return not below[begins] or below[begins][0].islower()


def _whole(row: Line, rest: Line) -> Line:
    cells = (
        replace(cell, text=joined(cell.text, more.text))
        for cell, more in zip(row.cells, rest.cells, strict=True)
    )
    return Line(row.address, tuple(cells))
