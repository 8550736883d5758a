"""One HTML table: its cells at their places, and whether it is a table or only arranges a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from kpi_core.readers.html.pieces import CELLS, Piece, joined, pieces
from kpi_core.readers.html.style import Styles
from kpi_core.readers.limits import MOST_COLUMNS, MOST_LINES
from kpi_core.readers.spans import Spot, only_arranges

GROUPS = {"thead": 0, "tfoot": 2}
"""Where a browser shows the rows of a group; all others stand between."""


@dataclass(frozen=True)
class TableCell:
    """A cell with what it holds; ``hidden`` if the cell, its row or its group is not shown."""

    element: HtmlElement
    spot: Spot
    hidden: bool
    concealed: str
    """Text inside the cell that a browser does not show."""
    tables: tuple[HtmlElement, ...]


@dataclass(frozen=True)
class Table:
    """All cells of a table in reading order."""

    cells: tuple[TableCell, ...]
    height: int

    @property
    def arranges(self) -> bool:
        spots = [cell.spot for cell in self.cells]
        return only_arranges(spots, any(cell.tables for cell in self.cells))


def read_table(table: HtmlElement, styles: Styles) -> Table:
    """Place the cells as browsers do: each at the first place that no span has taken.

    ``taken`` has for each column the first row that is free again.
    """
    found: list[TableCell] = []
    taken: dict[int, int] = {}
    rows = list(_rows(table, styles))
    ends = _group_ends(rows)
    for at, (row, _, hidden) in enumerate(rows):
        column = 0
        for element in (e for e in row.iter("td", "th") if _owner(e, "tr", "td", "th") is row):
            while taken.get(column, 0) > at:
                column += 1
            cell = _cell(element, styles, hidden, (at, column, ends[at] - at))
            found.append(cell)
            for covered in range(column, column + cell.spot.columns):
                taken[covered] = max(taken.get(covered, 0), at + cell.spot.rows)
            column += cell.spot.columns
    return Table(tuple(found), len(rows))


def _rows(table: HtmlElement, styles: Styles) -> Iterator[tuple[HtmlElement, int, bool]]:
    """Each row, the group that it is shown in, and whether it is hidden."""
    found = []
    for row in table.iter("tr"):
        if _owner(row, "table", "td", "th") is table:
            group = row.getparent()
            assert group is not None, "a row stands in its table"
            hidden = styles.hides(row) or (group is not table and styles.hides(group))
            found.append((row, GROUPS.get(str(group.tag), 1), hidden))
    yield from sorted(found, key=lambda one: one[1])


def _group_ends(rows: list[tuple[HtmlElement, int, bool]]) -> list[int]:
    """For each row the row after its group, where its row spans end."""
    ends = [len(rows)] * len(rows)
    for at in range(len(rows) - 2, -1, -1):
        same = rows[at][0].getparent() is rows[at + 1][0].getparent()
        ends[at] = ends[at + 1] if same else at + 1
    return ends


def _owner(element: HtmlElement, *tags: str) -> HtmlElement | None:
    return next(element.iterancestors(*tags), None)


def _cell(
    element: HtmlElement, styles: Styles, row_hidden: bool, place: tuple[int, int, int]
) -> TableCell:
    row, column, rows_left = place
    found = list(pieces(element, styles))
    shown = [piece for piece in found if not piece.hidden]
    rows = _span(element, "rowspan", MOST_LINES)
    spot = Spot(
        row,
        column,
        joined(shown),
        min(rows or rows_left, rows_left),
        _span(element, "colspan", MOST_COLUMNS) or 1,
        styles.fill(element) or styles.fill(_parent(element)),
    )
    return TableCell(
        element,
        spot,
        row_hidden or styles.hides(element),
        joined(piece for piece in found if piece.hidden and _table(piece) is None),
        tuple(t for piece in found if (t := _table(piece)) is not None),
    )


def _parent(element: HtmlElement) -> HtmlElement:
    parent = element.getparent()
    assert parent is not None, "a cell stands in its row"
    return parent


def _table(piece: Piece) -> HtmlElement | None:
    return piece.what if isinstance(piece.what, HtmlElement) else None


def _span(element: HtmlElement, name: str, most: int) -> int:
    """A span as written, 0 for "to the end of the group"; anything that is no number is 1."""
    text = (element.get(name) or "1").strip()
    return min(int(text), most) if text.isdecimal() and len(text) < 10 else 1


def outside_cells(table: HtmlElement, styles: Styles) -> Iterator[Piece]:
    """The caption, and text that stands in the table but in no cell."""
    return pieces(table, styles, outside=CELLS)


def add_missing_rows(page: HtmlElement) -> None:
    """Cells that stand in a table but in no row get one, as in a browser."""
    for cell in list(page.iter("td", "th")):
        around = next(cell.iterancestors("tr", "table", "td", "th"), None)
        if around is None or around.tag != "table":
            continue
        row: HtmlElement = cell.makeelement("tr")
        cell.addprevious(row)
        row.append(cell)
        while (following := row.getnext()) is not None and following.tag in CELLS:
            row.append(following)
