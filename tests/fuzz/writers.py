"""A table as a file of each format, by the libraries that tests write files with."""

import csv
import html
import io
import re
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

from tests.fuzz.random_tables import Filled, Table

THEN = datetime(2020, 4, 1)  # noqa: DTZ001 - the libraries want it so

COLOURS = ("FF0000", "FFC000", "00B050", "C6EFCE")

NUMBER_FORMATS = (
    *(
        "General",
        "0%",
        "0.0%",
        "#,##0",
        "[$£-809]#,##0.00",
        "dd/mm/yyyy",
        "[h]:mm",
        '0.0"x"',
        "??/?",
    ),
    *("@", "0.00E+00", "[Red]-0;[Blue]0", "#,##0.0,", ";;;", '"n/a"'),
)

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Without characters that XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def delimited(delimiter: str, encodings: tuple[str, ...]) -> Callable[[Table, Random], bytes]:
    def write(table: Table, rng: Random) -> bytes:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
        return stream.getvalue().encode(rng.choice(encodings))

    return write


def xlsx(table: Filled, rng: Random) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = THEN
    sheet = book.worksheets[0]
    for at, row in enumerate(table, start=1):
        for column, given in enumerate(row, start=1):
            _fill(sheet.cell(at, column), given, rng)
            if given == "" and at > 1 and rng.random() < 0.5:
                sheet.merge_cells(None, at - 1, column, at, column)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(cell: Any, given: str | float, rng: Random) -> None:
    from openpyxl.cell import MergedCell
    from openpyxl.styles import PatternFill

    if isinstance(cell, MergedCell):
        return
    if isinstance(given, float):
        cell.value, cell.number_format = given, rng.choice(NUMBER_FORMATS)
    else:
        cell.value, cell.data_type = legal(given), "s"  # never a formula
    if rng.random() < 0.1:
        cell.fill = PatternFill("solid", fgColor=rng.choice(COLOURS))


def xls(table: Filled, rng: Random) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Q4")
    styles = [xlwt.easyxf(num_format_str=code) for code in NUMBER_FORMATS]
    for at, row in enumerate(table):
        for column, given in enumerate(row):
            sheet.write(at, column, given, rng.choice(styles))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(table: Filled, rng: Random) -> bytes:
    from odfdo import Cell, Document, Row
    from odfdo import Table as Sheet

    document = Document("spreadsheet")
    document.body.clear()
    sheet = Sheet("Q4")
    for given in table:
        row = Row()
        for value in given:
            if isinstance(value, float):
                cell = Cell(value, cell_type=rng.choice(("float", "percentage", "currency")))
            else:
                cell = Cell(text=legal(value), cell_type="string")
            row.append_cell(cell)
        sheet.append_row(row)
    document.body.append(sheet)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx(table: Table, rng: Random) -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("Somewhere Borough Council")
    width = max((len(row) for row in table), default=1) or 1
    grid = document.add_table(rows=0, cols=width)
    for row in table:
        for cell, text in zip(grid.add_row().cells, row, strict=False):
            cell.text = legal(text)
    for at, row in enumerate(table[1:], start=1):
        if row[:1] == [""] and rng.random() < 0.5:
            grid.cell(at - 1, 0).merge(grid.cell(at, 0))
    document.add_paragraph("Source: the council")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(table: Table, rng: Random) -> bytes:
    cell = rng.choice(("td", "th"))
    rows = "".join(
        "<tr>" + "".join(f"<{cell}>{html.escape(legal(text))}</{cell}>" for text in row) + "</tr>"
        for row in table
    )
    before = rng.choice(("<html><body>", "<!DOCTYPE html><meta charset=utf-8><title>x</title>", ""))
    return f"{before}<table>{rows}</table>".encode()


def pdf(table: Table, rng: Random) -> bytes:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A3, landscape
    from reportlab.platypus import SimpleDocTemplate, TableStyle
    from reportlab.platypus import Table as Drawn

    width = max((len(row) for row in table), default=1) or 1
    cells = [[text[:60] for text in row] + [""] * (width - len(row)) for row in table]
    style = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if rng.random() < 0.7 else []
    )
    stream = io.BytesIO()
    drawn = SimpleDocTemplate(stream, pagesize=landscape(A3), pageCompression=0, invariant=1)
    drawn.build([Drawn(cells, style=style)])
    return stream.getvalue()


UTF = ("utf-8", "utf-8-sig", "utf-16")

WRITERS: dict[str, Callable[[Any, Random], bytes]] = {
    "csv": delimited(",", UTF),
    "tsv": delimited("\t", UTF),
    "txt": delimited("|", UTF),
    "xlsx": xlsx,
    "xlsm": xlsx,
    "xls": xls,
    "ods": ods,
    "html": page,
    "htm": page,
    "docx": docx,
    "pdf": pdf,
}
"""By format; every registered reader needs one."""
