"""A table of one row whose indicator is named by the line above it."""

from collections.abc import Sequence
from dataclasses import replace

from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.content import is_figure
from kpi_core.layout.entries import CODE
from kpi_core.layout.headings import Role
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import ColumnBasis


def is_one_row(layout: Layout, body: Sequence[Line]) -> bool:
    """Whether one line of figures stands under a header of figures and targets or statuses."""
    roles = {column.role for column in layout.columns}
    if Role.VALUE not in roles or not {Role.TARGET, Role.STATUS} & roles:
        return False
    first, second = (*body[:2], None, None)[:2]
    alone = second is None or second.filled <= 1
    return alone and first is not None and first.filled > 1 and _has_figure(layout, first)


def with_name(layout: Layout, lines: Sequence[Line], title: Line) -> tuple[Layout, list[Line]]:
    """The columns and lines with the title's cells beside the first line, its name among them."""
    width = len(layout.columns)
    columns, cells = list(layout.columns), [cell for cell in title.cells if not cell.empty]
    for cell in cells:
        taken = {column.role for column in columns}
        code = CODE.fullmatch(cell.text.strip()) is not None and Role.REFERENCE not in taken
        name = Role.INDICATOR if Role.INDICATOR not in taken else Role.UNKNOWN
        role = Role.REFERENCE if code else name
        basis = ColumnBasis.NONE if role is Role.UNKNOWN else ColumnBasis.HEADING
        columns.append(Column(len(columns), role, cell, basis=basis))
    row = next(at for at, line in enumerate(lines) if line.filled > 1)
    named = [*lines[:row], _beside(lines[row], width, cells), *lines[row + 1 :]]
    return Layout(tuple(columns)), named


def _beside(line: Line, width: int, cells: Sequence[Cell]) -> Line:
    blank = (Cell("", f"{line.address}, column {at + 1}") for at in range(len(line.cells), width))
    return replace(line, cells=(*line.cells[:width], *blank, *cells, *line.cells[width:]))


def _has_figure(layout: Layout, line: Line) -> bool:
    places = [column.index for column in layout.all(Role.VALUE)]
    cells = [line.cells[at] for at in places if at < len(line.cells)]
    return any(not cell.empty and is_figure(cell.text) for cell in cells)
