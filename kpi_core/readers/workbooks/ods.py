"""ODS: the workbooks of LibreOffice, and the form in which government publishes tables."""

import io
from typing import BinaryIO

from odfdo import Document as Book
from odfdo import Element

from kpi_core.readers.grid import Document
from kpi_core.readers.limits import MOST_COLUMNS, MOST_LINES
from kpi_core.readers.workbooks import sheet_findings as found
from kpi_core.readers.workbooks.ods_cell import comment, shown
from kpi_core.readers.workbooks.ods_styles import Styles, attribute, count
from kpi_core.readers.workbooks.sheet import Area, Content, Sheet
from kpi_core.readers.workbooks.workbook import document, parsing, titles

TABLES = "office:body/office:spreadsheet/table:table"
CELLS = "table:table-cell | table:covered-table-cell"
HIDDEN = ("collapse", "filter")

MOST_REPEATED_FILLS = 100
"""Coloured places without text in a row that are one in the file; more are decoration."""


def read(stream: BinaryIO, name: str) -> Document:
    """Read every sheet of a workbook, hidden ones included.

    Raises:
        ReportError: for a damaged file, or a workbook without a filled cell.
    """
    content = stream.read()
    with parsing(name, "LibreOffice or Excel", "OpenDocument Spreadsheet (.ods)"):
        book = Book(io.BytesIO(content))
        styles = Styles(book)
        tables = book.content.root.get_elements(TABLES)
        names = titles(attribute(table, "table:name") for table in tables)
        sheets = [
            _Table(name, title, table, styles).sheet
            for title, table in zip(names, tables, strict=True)
        ]
        return document(name, sheets)


class _Table:
    """Goes over the rows of one table, which the file lists with how often each is repeated."""

    def __init__(self, file: str, title: str, table: Element, styles: Styles) -> None:
        self.sheet = Sheet(file, title, hidden=styles.hides(table))
        self.sheet.drawn = bool(table.get_elements("table:shapes"))
        self._styles = styles
        self._used: set[str] = set()
        self._columns = self._column_styles(table)
        number = 1
        for row in table.get_elements("descendant::table:table-row"):
            repeated = count(row, "table:number-rows-repeated")
            self._row(row, number, repeated)
            number += repeated
        if styles.colours_by_rule(table, self._used):
            self.sheet.findings.append(found.conditional_colours(title))

    def _column_styles(self, table: Element) -> list[str]:
        """The style of each column, for cells that have none; hidden columns are noted."""
        names: list[str] = []
        first = 1
        for column in table.get_elements("descendant::table:table-column"):
            repeated = count(column, "table:number-columns-repeated")
            style = attribute(column, "table:default-cell-style-name")
            names += [style] * min(repeated, MOST_COLUMNS)
            if attribute(column, "table:visibility") in HIDDEN:
                self.sheet.hidden_columns.append(range(first, first + repeated))
            first += repeated
        return names

    def _row(self, row: Element, number: int, repeated: int) -> None:
        contents: dict[int, Content] = {}
        style = attribute(row, "table:default-cell-style-name")
        column = 1
        for cell in row.get_elements(CELLS):
            times = count(cell, "table:number-columns-repeated")
            content = self._content(cell, number, column, style)
            if content != Content():
                most = MOST_COLUMNS + 1 if content.text else MOST_REPEATED_FILLS
                places = range(column, column + min(times, most))
                contents.update(dict.fromkeys(places, content))
            column += times
        if any(content.text.strip() for content in contents.values()):
            hidden = attribute(row, "table:visibility") in HIDDEN
            for at in range(number, number + min(repeated, MOST_LINES + 1)):
                self.sheet.row(at, contents, hidden=hidden)

    def _content(self, cell: Element, row: int, column: int, row_style: str) -> Content:
        style = attribute(cell, "table:style-name") or row_style or self._column_style(column)
        self._used.add(style)
        fill = self._styles.fill(style)
        if not cell.children and not attribute(cell, "office:value-type"):
            self._note_formula(cell, row, column)
            return Content(fill=fill)
        self._note_merging(cell, row, column)
        note = comment(cell)
        if note is not None:
            self.sheet.findings.append(found.cell_comment(self.sheet.address(row, column), note))
        return self.sheet.shown(row, column, shown(cell, self._styles, style), fill)

    def _column_style(self, column: int) -> str:
        return self._columns[column - 1] if column <= len(self._columns) else ""

    def _note_formula(self, cell: Element, row: int, column: int) -> None:
        formula = attribute(cell, "table:formula")
        if formula:
            address = self.sheet.address(row, column)
            self.sheet.findings.append(found.formula_without_value(address, formula))

    def _note_merging(self, cell: Element, row: int, column: int) -> None:
        down = count(cell, "table:number-rows-spanned")
        across = count(cell, "table:number-columns-spanned")
        if down > 1 or across > 1:
            area = Area(row, column, row + down - 1, column + across - 1)
            self.sheet.merged.append(area)
