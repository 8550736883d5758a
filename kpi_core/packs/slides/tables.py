"""Tables on slides: how tall a row is, how many fit, and the table itself with its header row."""

from collections.abc import Iterator, Sequence

from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Pt

from kpi_core.charts.measure import wrap
from kpi_core.packs.clean import clean
from kpi_core.packs.pieces import Table
from kpi_core.packs.slides.design import TABLE_SIZE, Place, describe
from kpi_core.packs.slides.lines import LINE, cut_after
from kpi_core.packs.slides.texts import read_last

BESIDE, ABOVE = 14.4, 7.2
"""What PowerPoint leaves free in a cell, left and right together, above and below together."""

Row = tuple[str, ...]


def row_height(table: Table, cells: Sequence[str], width: float, *, bold: bool = False) -> float:
    """Of a row in a table of this width: that of its tallest cell."""
    folded = _folded(table, cells, width, bold=bold)
    return max(len(lines) for lines in folded) * TABLE_SIZE * LINE + ABOVE


def _folded(
    table: Table, cells: Sequence[str], width: float, *, bold: bool = False
) -> list[list[str]]:
    rooms = (share * width - BESIDE for share in table.shares())
    return [
        [
            line
            for text in cell.splitlines() or [""]
            for line in wrap(text, room, TABLE_SIZE, bold=bold) or [""]
        ]
        for cell, room in zip(cells, rooms, strict=True)
    ]


def table_height(table: Table, width: float) -> float:
    """Of the whole table with its header row."""
    rows = sum(row_height(table, cells, width) for cells in table.rows)
    return row_height(table, table.heads, width, bold=True) + rows


def rows_that_fit(table: Table, rows: Sequence[Row], width: float, room: float) -> int:
    """How many of the rows fit below a header row."""
    room -= row_height(table, table.heads, width, bold=True)
    for at, cells in enumerate(rows):
        room -= row_height(table, cells, width)
        if room < 0:
            return at
    return len(rows)


def cut_rows(table: Table, width: float, room: float) -> Iterator[Row]:
    """The rows, those that are taller than a whole slide cut into several."""
    most = room - row_height(table, table.heads, width, bold=True)
    lines = max(int((most - ABOVE) / (TABLE_SIZE * LINE)), 1)
    for cells in table.rows:
        rest = cells
        while row_height(table, rest, width) > most:
            folded = _folded(table, rest, width)
            pairs = [cut_after(cell, part[:lines]) for cell, part in zip(rest, folded, strict=True)]
            yield tuple(first for first, _ in pairs)
            rest = tuple(after for _, after in pairs)
        yield rest


def put_table(slide: Slide, table: Table, rows: Sequence[Row], place: Place) -> float:
    """A real table with a header row; its description is the caption.

    Returns:
        Where it ends, in points from the top.
    """
    heads, count = table.heads, len(rows) + 1
    shape = slide.shapes.add_table(
        count, len(heads), Pt(place.left), Pt(place.top), Pt(place.width), Pt(count)
    )
    describe(shape, "Table", clean(table.caption))
    made, used = shape.table, 0.0
    made.first_row, made.first_col = True, False
    for at, share in enumerate(table.shares()):
        made.columns[at].width = Pt(share * place.width)
    for at, cells in enumerate((heads, *rows)):
        made.rows[at].height = Pt(row_height(table, cells, place.width, bold=at == 0))
        used += row_height(table, cells, place.width, bold=at == 0)
        for number, text in enumerate(cells):
            _write(made.cell(at, number), text, right=number in table.numbers)
    read_last(slide, shape)
    return place.top + used


def _write(cell: _Cell, text: str, *, right: bool) -> None:
    """Cells have no styles of their own in PowerPoint, so size and side are said of each."""
    cell.text_frame.text = clean(text)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size = Pt(TABLE_SIZE)
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
