"""The same table as HTML, Word and PDF, for tests that compare formats.

A table is rows of cell texts, the first one the headings. Rows may differ in length.
"""

import html
import io
from collections.abc import Callable

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

Table = list[list[str]]

MARGIN = 20


def to_html(table: Table) -> bytes:
    """A page with one table; line breaks of a cell are ``br``."""
    rows = "\n".join(
        f"<tr>{''.join(f'<td>{_marked_up(text)}</td>' for text in row)}</tr>" for row in table
    )
    return f'<!DOCTYPE html><meta charset="utf-8"><table>\n{rows}\n</table>'.encode()


def to_docx(table: Table) -> bytes:
    """A document with one table; line breaks of a cell are breaks, not paragraphs."""
    document = docx.Document()
    grid = document.add_table(len(table), _width(table))
    for row, texts in zip(grid.rows, table, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return _saved(document.save)


def to_pdf(table: Table) -> bytes:
    """Landscape pages of one ruled table; the widths of columns follow their texts."""
    style = getSampleStyleSheet()["BodyText"].clone("cell", fontSize=8, leading=9.5)
    width = _width(table)
    filled = [row + [""] * (width - len(row)) for row in table]
    cells = [[Paragraph(_marked_up(text), style) for text in row] for row in filled]
    wanted = [min(max(len(row[at]) for row in filled), 60) + 12 for at in range(width)]
    share = (landscape(A3)[0] - 2 * MARGIN) / sum(wanted)
    ruled = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    body = LongTable(cells, colWidths=[share * each for each in wanted], style=ruled)
    stream = io.BytesIO()
    SimpleDocTemplate(
        stream,
        pagesize=landscape(A3),
        **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN),
    ).build([body])
    return stream.getvalue()


def _width(table: Table) -> int:
    return max(len(row) for row in table)


def _marked_up(text: str) -> str:
    return html.escape(text).replace("\n", "<br/>")


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
