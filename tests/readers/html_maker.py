"""Small HTML pages for tests, and what is read of them."""

import io

from kpi_core.readers import Cell, Document, Grid
from kpi_core.readers.html import read


def document(page: str | bytes) -> Document:
    content = page if isinstance(page, bytes) else page.encode()
    return read(io.BytesIO(content), "page.html")


def grid(page: str) -> Grid:
    (only,) = document(page).grids
    return only


def rows(page: str) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid(page).lines]


def cells(page: str) -> list[Cell]:
    return [cell for line in grid(page).lines for cell in line.cells]


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


TWO_BY_TWO = table("<th>Indicator<th>2019/20 Q4", "<td>Reduce<td>12%")
