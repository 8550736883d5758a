"""Grids for the recogniser, written as lines of text whose cells are parted by a bar."""

from collections.abc import Callable

import pytest

from kpi_core.layout import Known, Recognised, recognise
from kpi_core.readers import Cell, Document, Grid, Line

Read = Callable[..., Recognised]


def grid(*lines: str, title: str = "") -> Grid:
    """``^`` stands for a place that the cell above covers, ``<`` for one that its left covers."""
    made: list[Line] = []
    for at, line in enumerate(lines, start=1):
        cells: list[Cell] = []
        for column, text in enumerate(line.split("|")):
            address = f"{title}line {at}, column {column + 1}"
            above = made[-1].cells[column] if text == "^" else None
            covering = cells[-1] if text == "<" else above
            if covering is None:
                cells.append(Cell(text, address))
            else:
                cells.append(Cell("", address, anchor=covering.anchor or covering))
        made.append(Line(f"{title}line {at}", tuple(cells)))
    return Grid("table.csv", tuple(made), title)


@pytest.fixture
def read() -> Read:
    """``read("Indicator|2019/20 Q4", "x|1", known=Known(...))``."""

    def recognised(*lines: str, known: Known | None = None) -> Recognised:
        return recognise(Document("table.csv", (grid(*lines),)), known or Known())

    return recognised


@pytest.fixture
def read_grids() -> Read:
    """``read_grids(["Indicator|2019/20 Q4", "x|1"], ["y|2"])``: one grid for each list."""

    def recognised(*grids: list[str], known: Known | None = None) -> Recognised:
        made = tuple(grid(*lines, title=f"table {n}, ") for n, lines in enumerate(grids, start=1))
        return recognise(Document("table.docx", made), known or Known())

    return recognised
