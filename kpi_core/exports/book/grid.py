"""One worksheet with one table: its title, lines that say what it is, then the marked-up table."""

import re
from dataclasses import dataclass
from typing import Any

from kpi_core.exports.book.marked import Columns
from kpi_core.exports.book.sizes import LINE, heading_height, row_height, width

NOTES = "Notes"

_MOST_LETTERS_IN_A_CELL = 32_767
"""Excel's limit; a longer text is cut and says so, where the library would drop the cell."""

_LONGEST_HEADER = 255
"""Excel's limit for a table's header; a table with a longer one is not marked up."""

_CUT = " [cut: longer than a cell can hold]"
_TITLE_SIZE = 14
_A4 = 9
"""The number that the file format gives this size of paper."""


def fit(text: str) -> str:
    """The text as a cell can hold it; a line break in a cell is a line feed alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) <= _MOST_LETTERS_IN_A_CELL:
        return text
    return text[: _MOST_LETTERS_IN_A_CELL - len(_CUT)] + _CUT


def heading(book: Any) -> Any:
    """The format of a sheet's title."""
    return book.add_format({"bold": True, "font_size": _TITLE_SIZE})


@dataclass(frozen=True)
class Grid:
    """A worksheet: always the same number of lines above the table, for programs that read it.

    ``said`` is the line right above the table; ``explained`` whether there are notes on its marks;
    ``links`` makes each cell of the first column lead to the sheet that it names.
    """

    name: str
    title: str
    said: str
    columns: Columns
    explained: bool = False
    links: bool = False

    @property
    def rows(self) -> int:
        return max(map(len, self.columns.values()), default=0)

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands above the table, a line to a row."""
        noun = "row" if self.rows == 1 else "rows"
        number = f"This worksheet contains one table with {self.rows:,} {noun}."
        where = f" Marks in square brackets are explained in the worksheet {NOTES}."
        return (self.title, f"{number}{where if self.explained else ''}", self.said)

    def write(self, book: Any) -> None:
        """Add the worksheet to a workbook of XlsxWriter."""
        sheet = book.add_worksheet(self.name)
        sheet.hide_gridlines(2)
        for row, line in enumerate(self.lines):
            sheet.write_string(row, 0, fit(line), *((heading(book),) if not row else ()))
        top = len(self.lines)
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        widths = [width(name, values) for name, values in self.columns.items()]
        for column, (name, wide) in enumerate(zip(self.columns, widths, strict=True)):
            sheet.set_column(column, column, wide)
            sheet.write_string(top, column, fit(name), header)
        sheet.set_row(top, max(map(heading_height, self.columns, widths), default=LINE))
        for row, cells in enumerate(zip(*self.columns.values(), strict=True), start=top + 1):
            sheet.set_row(row, row_height(cells, widths))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(top)
        self._cells(book, sheet, top + 1)
        self._mark_up(sheet, top, header)
        sheet.freeze_panes(top + 1, 1)

    def _cells(self, book: Any, sheet: Any, top: int) -> None:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        figure = book.add_format({"valign": "top", "align": "right"})
        for column, values in enumerate(self.columns.values()):
            numeric = any(isinstance(value, float) for value in values)
            for row, value in enumerate(values, start=top):
                if isinstance(value, float):
                    sheet.write_number(row, column, value, figure)
                elif self.links and not column:
                    sheet.write_url(row, column, f"internal:'{value}'!A1", string=value)
                else:
                    sheet.write_string(row, column, fit(value), figure if numeric else wrapped)

    def _mark_up(self, sheet: Any, top: int, header: Any) -> None:
        """Names the range as a table; Excel knows no table without rows, nor with long headers."""
        names = list(self.columns)
        if not self.rows or any(len(name) > _LONGEST_HEADER or not name for name in names):
            return
        sheet.add_table(
            *(top, 0, top + self.rows, len(names) - 1),
            {
                "name": f"{re.sub(r'[^A-Za-z]', '_', self.name)}_table",
                "style": "Table Style Light 1",
                "columns": [{"header": name, "header_format": header} for name in names],
            },
        )
